import type { Knex } from 'knex';
import { comparable } from '../../core/domain/comparison.ts';
import { REASON_CODES } from '../../core/domain/reason.ts';
import type { AccountScope } from '../../core/domain/scope.ts';
import { textsOf } from './value-lists.ts';

// What `firstReason` of the domain puts before it.
const COMES_FIRST = REASON_CODES.slice(0, REASON_CODES.indexOf('account_out_of_scope'));

/** SQL of whether a contact's user is in a company out of the scope. */
export function isUserHidden(knex: Knex, accounts: readonly string[]): Knex.Raw {
  return knex.raw('(user_company_key is not null and user_company_key not in ?)', [
    textsOf(knex, accounts.map(comparable)),
  ]);
}

/** SQL of a contact's problem as the principal reads it: whose user is hidden has that problem, see `problemOfHidden`. */
export function problemIn(knex: Knex, accounts: AccountScope): Knex.Raw {
  if (accounts === 'all') return knex.raw('problem');
  return knex.raw(
    `case when ? and attempt_code is null and coalesce(problem, '') not in (${COMES_FIRST.map(() => '?').join(', ')})
      then 'account_out_of_scope' else problem end`,
    [isUserHidden(knex, accounts), ...COMES_FIRST],
  );
}
