import { str } from '@lit/localize';
import type { Sentence } from './sentence.ts';

/** What the server says that mends what is wrong with Autotask or Managed Backup; stands behind what is wrong. */
export const remedySentences: readonly Sentence[] = [
  () =>
    str`Copy the user name from Admin > Organization Settings & Users > Resources/Users (HR) > Resources/Users > the API user > Credentials, and mind that it is not the email address of a person. An API user made just now may be unknown for some minutes.`,
  () =>
    str`Open Admin > Organization Settings & Users > Resources/Users (HR) > Resources/Users > the API user: Active must be ticked and Locked must not. If they are right, generate a new secret there, enter it as Password and press Save. If that is refused too, check the API tracking identifier. Until then no further call is made, because repeated failures lock the API user.`,
  () =>
    str`Compare it with Admin > Organization Settings & Users > Resources/Users (HR) > Resources/Users > the API user > API Tracking Identifier, then save again.`,
  () =>
    str`Copy it again from Admin > Organization Settings & Users > Resources/Users (HR) > Resources/Users > the API user, without anything before or after it.`,
  () =>
    str`Open Admin > Organization Settings & Users > Resources/Users (HR) > Security > Security Levels > the level of the API user > CRM: set every line of Organization & Contact Access to All, and under Object Permissions set View to All for Organizations and for Contacts. Then press Test.`,
  (right) =>
    str`In Autotask open Admin > Organization Settings & Users > Resources/Users (HR) > Security > Security Levels > the level of the API user > CRM, set Object Permissions > ${right} > View to All, then press Test.`,
  (right) =>
    str`To get all of them, open Admin > Organization Settings & Users > Resources/Users (HR) > Security > Security Levels > the level of the API user > CRM in Autotask, set every line of Organization & Contact Access and Object Permissions > ${right} > View to All, then press Test.`,
  () => str`Nothing needs to be done; the new address is used from now on.`,
  () => str`Nothing needs to be entered again. Press Test in a few minutes.`,
  () => str`Let other programs that use this integration code finish, then try again.`,
  () =>
    str`See Admin > Extensions & Integrations > Other Extensions & Tools > API Activity by Hour, and try again within the hour.`,
  () => str`Check that this server may open HTTPS connections to the internet.`,
  () => str`Check the clock of this server, and whether something between it and Autotask opens HTTPS connections.`,
  () => str`Check the address that is set for Autotask, and proxies between this server and the internet.`,
  () => str`Check the address that is set for Autotask.`,
  () => str`Try again; if it happens every time, tell Autotask support.`,
  () => str`Press Test, then try again.`,
  () => str`Try again in a few minutes.`,
  () => str`Try again; if it happens every time, tell Managed Backup support.`,
  () =>
    str`Check its login and password. If they are lost, generate new ones under Settings > General > API credentials in the Managed Backup console, which voids the older ones at once, and enter them in the settings of this console. Until then no further call is made.`,
  () =>
    str`Use credentials that the main administrator generated under Settings > General > API credentials in the Managed Backup console.`,
  () => str`Check the address, the clock of this machine, and what stands between it and the internet.`,
  () => str`Check the address of the Managed Backup API.`,
  () => str`Enter the log-in of its API under Connect Managed Backup.`,
];
