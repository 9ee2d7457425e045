import { msg, str } from '@lit/localize';
import { isolated } from '../shared/isolated.ts';

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
  forget: () => msg('Forget'),
  forgetTitle: () => msg('Forget the credentials?'),
  forgetWhat: (username: string) =>
    msg(str`UserName ${isolated(username)} and its Password are deleted here. Nothing in Autotask is changed.`),
  forgetKeeps: () =>
    msg(
      'The list of contacts, what is assigned to them and all users stay. Contacts can’t be fetched again until credentials are saved.',
    ),
  forgetConfirm: () => msg('Forget the credentials'),
  userNameMissing: () => msg('Enter the UserName, the key of the API user.'),
  passwordMissing: () => msg('Enter the Password, the secret of the API user.'),
  tooLong: () => msg('At most 254 characters are accepted.'),
  notConfigured: () => msg('Not connected yet'),
  notConfiguredDetail: () => msg('Enter the UserName and Password of an Autotask API user and press Save.'),
  connected: (username: string) => msg(str`Connected as ${isolated(username)}`),
  unverified: () => msg('Saved, but not checked yet'),
  failing: () => msg('The connection needs attention'),
  zone: (zone: string) => msg(str`Zone ${zone}`),
  seesAll: () => msg('Sees all contacts and accounts'),
  checked: (time: string) => msg(str`Checked ${time}`),
  saved: () => msg('Saved.'),
  tested: () => msg('Checked.'),
  forgotten: () => msg('The credentials are forgotten. The list of contacts stays.'),
  notForgotten: () => msg('Not forgotten.'),
  notSaved: () => msg('Not saved.'),
  notTested: () => msg('Not checked.'),
  couldNotLoad: () => msg('The connection could not be read.'),
} as const;

/** How the connection stands, in a whole sentence. */
export const connectionSentence = {
  not_configured: () => msg('Not connected yet.'),
  connected: (username: string) => msg(str`Connected as ${isolated(username)}.`),
  unverified: () => msg('The credentials have not been checked yet.'),
  failing: () => msg('The connection needs attention.'),
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
      'Admin > Organization Settings & Users > Resources/Users (HR) > Security > Security Levels: in the menu of the row “API User (system) (API-only)” choose Copy Security Level, and give the copy a name. The system level itself can’t be edited.',
    ),
  levelRights: () => msg('In the copy, set everything to None, and then only:'),
  rightAccess: () =>
    msg('CRM > Organization & Contact Access: Customer & Cancelation, Vendor & Partners, Prospects, Leads & Dead: All'),
  rightObjects: () => msg('CRM > Object Permissions: Organizations > View: All, Contacts > View: All'),
  rightApi: () => msg('Web Services API > Feature Access: Can login to Web Services API'),
  rightPassword: () => msg('Miscellaneous: Not required to change password'),
  rightsHide: () =>
    msg('Anything less than All hides contacts without a word. So does a Line of Business; choose none.'),
  user: () => msg('API user'),
  userPath: () =>
    msg(
      'Admin > Organization Settings & Users > Resources/Users (HR) > Resources/Users > New > New API User: fill in the name and an email address that is read, because warnings go there. Active ticked, Locked not ticked, the copy as Security Level.',
    ),
  keys: () => msg('Key and secret'),
  keysPath: () =>
    msg('Generate Key gives the UserName, Generate Secret the Password. The secret is shown only once: copy it now.'),
  vendor: () => msg('API Tracking Identifier'),
  vendorPath: () =>
    msg(
      'Choose Integration Vendor, then the entry of Managed Backup. The console sends its identifier by itself. Without such an entry, choose Custom (Internal Integration) and give the identifier that it makes to whoever runs the console.',
    ),
  save: () => msg('Here'),
  savePath: () =>
    msg('Enter both as UserName and Password and press Save. It says what is still missing, if anything.'),
  ownUser: () => msg('Use the API user for nothing else: an old secret somewhere else would lock it for all.'),
  otherNames: () => msg('Older versions of Autotask say Company or Account instead of Organization.'),
  noAutotask: () => msg('No Autotask yet?'),
  signUp: () => msg('Sign up with Autotask'),
  newTab: () => msg('(opens in a new tab)'),
} as const;
