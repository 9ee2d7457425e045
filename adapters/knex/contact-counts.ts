import type { Knex } from 'knex';
import type { IntegrationStatus } from '../../core/domain/integration-status.ts';
import type { BookScope } from '../../core/domain/scope.ts';
import type { ContactFilter } from '../../core/domain/selection.ts';
import { countStates } from './contact-states.ts';
import { matchingContacts } from './matching-contacts.ts';
import { readRows } from './read-rows.ts';

export type StatusCounts = Readonly<Record<IntegrationStatus, number>>;

/** Counts by status of all that match the filter, whatever it says of the status itself. */
export async function countByStatus(knex: Knex, scope: BookScope, filter: ContactFilter): Promise<StatusCounts> {
  const counted = await countedContacts(knex, scope, { ...filter, status: undefined });
  const rows = await readRows<{ readonly status: IntegrationStatus; readonly rows: number | string }>(counted());
  const counts = { blank: 0, equal: 0, modified: 0, failed: 0 };
  for (const { status, rows: number } of rows) counts[status] += Number(number);
  return counts;
}

/** How many match every part of the filter. */
export async function countContacts(knex: Knex, scope: BookScope, filter: ContactFilter): Promise<number> {
  const counts = await countByStatus(knex, scope, filter);
  return filter.status === undefined
    ? Object.values(counts).reduce((sum, count) => sum + count)
    : counts[filter.status];
}

/** Rows of `status` and `rows`; what is asked of nothing but states is counted in their index. */
async function countedContacts(knex: Knex, scope: BookScope, filter: ContactFilter): Promise<() => Knex.QueryBuilder> {
  const { q, account, ...states } = filter;
  if (scope.accounts === 'all' && q === undefined && account === undefined) {
    return () => countStates(knex, scope, states);
  }
  const matching = await matchingContacts(knex, scope, filter);
  return () => matching('status').count({ rows: '*' }).groupBy('status');
}
