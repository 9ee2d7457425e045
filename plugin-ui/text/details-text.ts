import { msg, str } from '@lit/localize';
import type { ContactExplanation, Difference, IntegrationStatus } from '../../core/contract/index.ts';
import { formatNumber } from '../shared/format.ts';
import { isolated } from '../shared/isolated.ts';
import { plural } from '../shared/plural.ts';

/** Words of a row's details: what differs, why, and how it came about. */
export const detailsText = {
  column: () => msg('Details'),
  of: (name: string) => msg(str`Details of ${name}`),
  loading: () => msg('Reading how this contact stands…'),
  notLoaded: () => msg('The details could not be read.'),
  assigned: () => msg('Assigned'),
  whatDiffers: () => msg('What differs'),
  field: () => msg('Field'),
  inAutotask: () => msg('In Autotask'),
  here: () => msg('Here'),
  changedSince: () => msg('Changed since the last import'),
  empty: () => msg('(empty)'),
  why: () => msg('Why'),
  mend: () => msg('What mends it'),
  trace: () => msg('How it came about'),
  read: (id: string, account: string) =>
    msg(str`Read from Autotask as contact ${id} of account “${isolated(account)}”.`),
  readWithoutAccount: (id: string) => msg(str`Read from Autotask as contact ${id}, without an account.`),
  gone: (id: string) =>
    msg(str`Autotask no longer shows contact ${id}; it stays in the list because its user lives on.`),
  active: () => msg('The contact and its account are active.'),
  inactive: () => msg('The contact or its account is inactive, so it is not imported.'),
  noEmail: () => msg('It has no email address, so no user can be looked for.'),
  lookedFor: (email: string) => msg(str`Looked for a user with the email ${isolated(email)}.`),
  ownUser: (userId: string) => msg(str`That user (${userId}) belongs to this contact.`),
  notShared: () => msg('No other contact has this email address.'),
  sharedWith: (count: number, ids: string, locale: string) =>
    plural(count, locale, {
      one: () => msg(str`${formatNumber(count, locale)} other contact has the same email address: ${ids}.`),
      other: () => msg(str`${formatNumber(count, locale)} other contacts have the same email address: ${ids}.`),
    }),
  blockedNow: (reason: string) => msg(str`An import now would be refused: ${reason}`),
  lastFailed: (reason: string) => msg(str`The last import failed: ${reason}`),
} as const;

/** Whose the user with the contact's email is. */
export const ownershipText: Readonly<Record<Exclude<ContactExplanation['ownership'], 'own'>, () => string>> = {
  others: () => msg('That user belongs to another contact.'),
  ambiguous: () => msg('That user could belong to several contacts; importing one of them decides it.'),
  free: () => msg('No user has this email yet.'),
};

/** What an import of the contact alone would do. */
export const effectText: Readonly<Record<Exclude<ContactExplanation['effect'], 'blocked'>, () => string>> = {
  create: () => msg('An import now would create a user.'),
  update: () => msg('An import now would bring the user in step with Autotask.'),
  unchanged: () => msg('An import now would change nothing.'),
};

/** What the last look at both sides said. */
export const answerText: Readonly<Record<Exclude<IntegrationStatus, 'failed'>, () => string>> = {
  blank: () => msg('So there is no user of this contact in Managed Backup.'),
  equal: () => msg('Both sides have the same first name, last name and account.'),
  modified: () => msg('First name, last name or account differs between the two sides.'),
};

/** Which side has changed since the last import. */
export const changedInText: Readonly<Record<Difference['changedIn'], () => string>> = {
  autotask: () => msg('Autotask'),
  mbs: () => msg('Here'),
  both: () => msg('Both sides'),
  unknown: () => msg('Not known'),
};
