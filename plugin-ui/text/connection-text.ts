import { msg, str } from '@lit/localize';

/** Words of the connection: the form, its state, and the guide to the credentials. */
export const connectionText = {
  heading: () => msg('Connection'),
  userName: () => msg('UserName'),
  userNameHint: () => msg('The API key (username) of the Autotask API user'),
  password: () => msg('Password'),
  passwordHint: () => msg('The secret of the API user. It is stored sealed and never shown again.'),
  passwordStored: () => msg('A secret is stored. Enter one only to replace it.'),
  save: () => msg('Save'),
  test: () => msg('Test'),
  userNameMissing: () => msg('Enter the UserName, the key of the API user.'),
  passwordMissing: () => msg('Enter the Password, the secret of the API user.'),
  tooLong: () => msg('At most 254 characters are accepted.'),
  notConfigured: () => msg('Not connected yet'),
  notConfiguredDetail: () => msg('Enter the UserName and Password of an Autotask API user and press Save.'),
  connected: (username: string) => msg(str`Connected as ${username}`),
  unverified: () => msg('Saved, but not checked yet'),
  failing: () => msg('The connection needs attention'),
  zone: (zone: string) => msg(str`Zone ${zone}`),
  checked: (time: string) => msg(str`Checked ${time}`),
  saved: () => msg('Saved.'),
  tested: () => msg('Checked.'),
  notSaved: () => msg('Not saved.'),
  notTested: () => msg('Not checked.'),
  couldNotLoad: () => msg('The connection could not be read.'),
} as const;

/** The guide to an API user with the least rights that do (autotask-api.md §2.4). */
export const guideText = {
  heading: () => msg('Where do I get these?'),
  intro: () =>
    msg('From an API user in Autotask. API-only users are free, take no seat and can’t sign in to Autotask itself.'),
  summary: () => msg('Create the API user, step by step'),
  level: () => msg('Security level with the least rights'),
  levelPath: () =>
    msg(
      'Admin > Company Settings & Users > Resources/Users (HR) > Security > Security Levels: copy “API User (system) (API-only)”.',
    ),
  levelRights: () => msg('In the copy, set everything to None, and then only:'),
  rightAccess: () =>
    msg('CRM > Organization & Contact Access: Customer & Cancelation, Vendor & Partners, Prospects, Leads & Dead: All'),
  rightObjects: () => msg('CRM > Object Permissions: Organizations > View: All, Contacts > View: All'),
  rightApi: () => msg('Web Services API > Feature Access: Can login to Web Services API'),
  rightPassword: () => msg('Miscellaneous: Not required to change password'),
  user: () => msg('API user'),
  userPath: () =>
    msg(
      'Admin > Resources/Users (HR) > New > New API User: Active ticked, Locked not ticked, the copy as Security Level.',
    ),
  keys: () => msg('Key and secret'),
  keysPath: () =>
    msg('Generate Key gives the UserName, Generate Secret the Password. The secret is shown only once: copy it now.'),
  vendor: () => msg('API Tracking Identifier'),
  vendorPath: () =>
    msg('Choose Integration Vendor, then the entry of Managed Backup. The console sends its identifier by itself.'),
  ownUser: () => msg('Use the API user for nothing else: an old secret somewhere else would lock it for all.'),
  noAutotask: () => msg('No Autotask yet?'),
  signUp: () => msg('Sign up with Autotask'),
  newTab: () => msg('(opens in a new tab)'),
} as const;
