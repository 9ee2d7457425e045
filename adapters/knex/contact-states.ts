import type { Knex } from 'knex';
import { type StateFilter, statesOf } from '../../core/domain/contact-state.ts';
import type { IntegrationStatus } from '../../core/domain/integration-status.ts';
import type { BookKey } from '../../core/domain/scope.ts';
import { contactsOf } from './contact-filter-sql.ts';

/** States that differ by their status alone, as the index of all states has them: "" for no problem. */
interface StateGroup {
  readonly isActive: boolean;
  readonly problems: readonly string[];
  readonly statuses: readonly IntegrationStatus[];
}

/** The ids of contacts in one of the states that the filter lets through, by the index of all states. */
export function contactsInStates(knex: Knex, key: BookKey, filter: StateFilter): Knex.QueryBuilder {
  const ids = groupsOf(filter).map((group) => contactsInGroup(knex, key, group).select('id'));
  return knex.select('id').from(together(knex, ids).as('in_states'));
}

/** How many contacts are in these states, as rows of `status` and `rows`, several for a status. */
export function countStates(knex: Knex, key: BookKey, filter: StateFilter): Knex.QueryBuilder {
  const counts = groupsOf(filter).map((group) =>
    contactsInGroup(knex, key, group).select('status').count({ rows: '*' }).groupBy('status'),
  );
  return knex.select('status', 'rows').from(together(knex, counts).as('counts'));
}

function contactsInGroup(knex: Knex, key: BookKey, { isActive, problems, statuses }: StateGroup): Knex.QueryBuilder {
  // Word for word the expressions of the index, else it is not used; twice the same, because PostgreSQL rewrites one = false.
  return contactsOf(knex, key)
    .whereIn('status', statuses)
    .whereRaw('(is_active and not is_gone) in (?, ?)', [isActive, isActive])
    .whereRaw(`coalesce(problem, '') in (${problems.map(() => '?').join(', ')})`, problems);
}

function together(knex: Knex, queries: readonly Knex.QueryBuilder[]): Knex.QueryBuilder {
  if (queries.length > 0) return knex.unionAll([...queries]);
  return knex('autotask_contact').select('id', 'status', { rows: 'id' }).whereRaw('false');
}

function groupsOf(filter: StateFilter): readonly StateGroup[] {
  const problemsOf = new Map<string, { isActive: boolean; status: IntegrationStatus; problems: string[] }>();
  for (const { isActive, status, problem } of statesOf(filter)) {
    const name = `${isActive} ${status}`;
    const known = problemsOf.get(name) ?? { isActive, status, problems: [] };
    problemsOf.set(name, { ...known, problems: [...known.problems, problem ?? ''] });
  }
  const groups = new Map<string, StateGroup>();
  for (const { isActive, status, problems } of problemsOf.values()) {
    const name = JSON.stringify([isActive, problems]);
    groups.set(name, { isActive, problems, statuses: [...(groups.get(name)?.statuses ?? []), status] });
  }
  return [...groups.values()];
}

/** Whether there is a state to look up; a walk along the index of a sort passes inactive contacts over by itself. */
export function asksForState({ status, active, problem, needsWork }: StateFilter): boolean {
  return active === false || [status, problem, needsWork].some((part) => part !== undefined);
}
