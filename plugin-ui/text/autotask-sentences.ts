import { str } from '@lit/localize';
import type { Sentence } from './sentence.ts';

/** What the server finds wrong with Autotask, the API user and its rights, and what mends it. */
export const autotaskSentences: readonly Sentence[] = [
  () => str`contacts`,
  () => str`accounts`,
  () => str`Autotask does not know this UserName.`,
  () =>
    str`Copy the user name from Admin > Organization Settings & Users > Resources/Users (HR) > Resources/Users > the API user > Credentials, and mind that it is not the e-mail address of a person. An API user made just now may be unknown for some minutes.`,
  () =>
    str`Autotask knows the UserName but refused to sign it in, and does not say why: the Password (the secret of the API user) is wrong, or the integration code is, or the API user is locked or inactive.`,
  () =>
    str`Open Admin > Organization Settings & Users > Resources/Users (HR) > Resources/Users > the API user: Active must be ticked and Locked must not. If they are right, generate a new secret there, enter it as Password and press Save. If that is refused too, check the API tracking identifier. Until then no further call is made, because repeated failures lock the API user.`,
  () => str`Autotask does not accept the integration code (its API tracking identifier).`,
  () =>
    str`Compare it with Admin > Organization Settings & Users > Resources/Users (HR) > Resources/Users > the API user > API Tracking Identifier, then save again.`,
  (field) => str`The ${field} is empty or has a character that Autotask never uses, such as a line break.`,
  () =>
    str`Copy it again from Admin > Organization Settings & Users > Resources/Users (HR) > Resources/Users > the API user, without anything before or after it.`,
  (entity) => str`The API user may not see ${entity} in Autotask.`,
  () => str`The API user may not see contacts and accounts.`,
  () =>
    str`Open Admin > Organization Settings & Users > Resources/Users (HR) > Security > Security Levels > the level of the API user > CRM: set every line of Organization & Contact Access to All, and under Object Permissions set View to All for Organizations and for Contacts. Then press Test.`,
  (right) =>
    str`In Autotask open Admin > Organization Settings & Users > Resources/Users (HR) > Security > Security Levels > the level of the API user > CRM, set Object Permissions > ${right} > View to All, then press Test.`,
  (entity) => str`The API user sees only some of the ${entity}; Autotask hides the others without a word.`,
  (right) =>
    str`To get all of them, open Admin > Organization Settings & Users > Resources/Users (HR) > Security > Security Levels > the level of the API user > CRM in Autotask, set every line of Organization & Contact Access and Object Permissions > ${right} > View to All, then press Test.`,
  (before, now) => str`Autotask has moved this UserName from ${before} to ${now}.`,
  () => str`Nothing needs to be done; the new address is used from now on.`,
  () => str`Nothing needs to be entered again. Press Test in a few minutes.`,
  () => str`Autotask keeps refusing calls because more than three at once came under the same integration code.`,
  () => str`Let other programs that use this integration code finish, then try again.`,
  () => str`Autotask keeps refusing calls; most likely its 10,000 calls of this hour are used up.`,
  () =>
    str`See Admin > Extensions & Integrations > Other Extensions & Tools > API Activity by Hour, and try again within the hour.`,
  (host) => str`Autotask could not be reached at ${host}.`,
  () => str`Check that this server may open HTTPS connections to the internet.`,
  (host) => str`No connection that can be trusted was possible to ${host} (HTTPS), so nothing was sent to it.`,
  () => str`Check the clock of this server, and whether something between it and Autotask opens HTTPS connections.`,
  (host) => str`Autotask did not answer in time at ${host}.`,
  (status) => str`Autotask is not working at the moment (HTTP ${status}).`,
  (status) => str`Autotask's address sends on to another one (HTTP ${status}), which is not followed.`,
  () => str`Check the address that is set for Autotask, and proxies between this server and the internet.`,
  (status) => str`Autotask's address gave an answer that is not part of its interface (HTTP ${status}).`,
  () => str`Check the address that is set for Autotask.`,
  () => str`Autotask named a zone address that is not one of Autotask, so nothing was sent to it.`,
  () => str`Autotask did not say which zone the UserName belongs to.`,
  (form) => str`Autotask answered with ${form} instead of data; it does so during maintenance.`,
  (words) => str`Autotask refused to answer, in these words: “${words}”.`,
  () => str`Try again; if it happens every time, tell Autotask support.`,
  (what) => str`Autotask's answer can't be trusted: ${what}.`,
  () => str`it has no list of rows`,
  () => str`it has another number of rows than it says`,
  () => str`it has more rows than were asked for`,
  () => str`it is empty and yet not the last`,
  () => str`it is empty where more rows were announced`,
  () => str`its rows are out of order or come twice`,
  () => str`it has rows that were not asked for`,
  () => str`its next page would come from elsewhere`,
  () => str`a row can not be read`,
  () => str`it has no count`,
  (shown, counted) => str`it shows ${shown} of ${counted} changes`,
  () => str`The UserName moved to another Autotask database while its data were being read.`,
  () => str`Press Test, then try again.`,
];
