import type { Knex } from 'knex';
import { type StateFilter, statesOf } from '../../core/domain/contact-state.ts';
import type { BookKey } from '../../core/domain/scope.ts';
import { type Columns, dialectOf } from './dialect.ts';

/** Word for word the expressions of the index, else it is not used. */
const IS_IN_STATE = `tenant_id = ? and database_id = ? and status = state_status
  and (is_active and not is_gone) = state_active and coalesce(problem, '') = state_problem`;

const STATE = { state_status: 'text', state_active: 'boolean', state_problem: 'text' } as const satisfies Columns;

/** The contacts in one of the states that the filter lets through, by the index of all states. */
export function contactsInStates(
  knex: Knex,
  { tenantId, databaseId }: BookKey,
  filter: StateFilter,
): Knex.QueryBuilder {
  return knex
    .select('id')
    .from(knex.raw(`${statesSql(knex)} cross join autotask_contact`, [statesParameter(filter)]))
    .whereRaw(IS_IN_STATE, [tenantId, databaseId]);
}

/** How many contacts are in each of these states, as rows of `status` and `rows`. */
export function countStates(knex: Knex, { tenantId, databaseId }: BookKey, filter: StateFilter): Knex.QueryBuilder {
  // State by state, because SQLite would sort all contacts to put them into groups.
  const count = knex.raw(`(select count(*) from autotask_contact where ${IS_IN_STATE}) as rows`, [
    tenantId,
    databaseId,
  ]);
  return knex.select({ status: 'state_status' }, count).from(knex.raw(statesSql(knex), [statesParameter(filter)]));
}

function statesSql(knex: Knex): string {
  return dialectOf(knex).rowsFrom(STATE, 'state');
}

function statesParameter(filter: StateFilter): string {
  const rows = statesOf(filter).map(({ status, isActive, problem }) => ({
    state_status: status,
    state_active: isActive,
    state_problem: problem ?? '',
  }));
  return JSON.stringify(rows);
}

/** Whether there is a state to look up; a walk along the index of a sort passes inactive contacts over by itself. */
export function asksForState({ status, active, problem, needsWork }: StateFilter): boolean {
  return active === false || [status, problem, needsWork].some((part) => part !== undefined);
}
