import { msg, str } from '@lit/localize';
import type { ContactFilterQuery, IntegrationStatus } from '../../core/contract/index.ts';
import { formatNumber } from '../shared/format.ts';
import { isolated } from '../shared/isolated.ts';
import { plural } from '../shared/plural.ts';

/** Words of the search and the filters above the list. */
export const filterText = {
  heading: () => msg('Search and filter'),
  search: () => msg('Search'),
  searchHint: () => msg('Name, email or account'),
  statuses: () => msg('MBS Integration Status'),
  all: () => msg('All'),
  needsWork: () => msg('Needs work'),
  needsWorkHint: () => msg('Active contacts that are not Equal, or that have a problem'),
  account: () => msg('Account'),
  anyAccount: () => msg('All accounts'),
  unnamedAccount: (id: string) => msg(str`Account ${id}`),
  problem: () => msg('Problem'),
  anyOrNoProblem: () => msg('With or without'),
  clear: () => msg('Clear filters'),
  cleared: (count: number, locale: string) =>
    plural(count, locale, {
      one: () => msg(str`Filters cleared. ${formatNumber(count, locale)} contact is listed.`),
      other: () => msg(str`Filters cleared. ${formatNumber(count, locale)} contacts are listed.`),
    }),
  noSuchAccount: () => msg('No account matches what is typed.'),
  accountsMissing: () => msg('The accounts could not be loaded.'),
  searchedFor: (words: string) => msg(str`Search: “${isolated(words)}”`),
  withStatus: (status: string) => msg(str`Status: ${status}`),
  ofAccount: (account: string) => msg(str`Account: ${isolated(account)}`),
  withProblem: (problem: string) => msg(str`Problem: ${problem}`),
  workDone: () => msg('Needs no work'),
  onlyActive: () => msg('Active contacts only'),
  askedFor: () => msg('What is asked for'),
} as const;

/** The statuses, in the order of their chips. */
export const statusText: Readonly<Record<IntegrationStatus, () => string>> = {
  blank: () => msg('Not in MBS'),
  equal: () => msg('Equal'),
  modified: () => msg('Modified'),
  failed: () => msg('Failed'),
};

/** What can be asked for of problems. */
export const problemFilterText: Readonly<Record<NonNullable<ContactFilterQuery['problem']>, () => string>> = {
  any: () => msg('Any problem'),
  email_missing: () => msg('No email address'),
  email_invalid: () => msg('Invalid email address'),
  email_shared: () => msg('Email shared by several contacts'),
  email_ambiguous: () => msg('Several contacts match one user'),
  email_taken_elsewhere: () => msg('Login in use by another provider'),
  destination_required: () => msg('No destination chosen'),
  destination_gone: () => msg('Destination no longer exists'),
  package_required: () => msg('No package chosen'),
  package_gone: () => msg('Package no longer exists'),
  package_disabled: () => msg('Package disabled'),
  account_missing: () => msg('No account in Autotask'),
  account_out_of_scope: () => msg('Account not yours to manage'),
  contact_gone: () => msg('Gone from Autotask'),
  contact_inactive: () => msg('Inactive in Autotask'),
  user_changed_meanwhile: () => msg('User changed meanwhile'),
  console_refused: () => msg('Refused by Managed Backup'),
  console_unavailable: () => msg('Managed Backup not reached'),
  outcome_unknown: () => msg('Outcome unknown'),
  not_allowed: () => msg('Not allowed'),
  not_attempted: () => msg('Not attempted'),
};
