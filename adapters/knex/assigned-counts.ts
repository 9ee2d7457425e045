import type { Knex } from 'knex';
import type { BookScope } from '../../core/domain/scope.ts';
import { scopedContacts } from './contact-filter-sql.ts';
import { readRows } from './read-rows.ts';

/** How many contacts each id of the column is assigned to. */
export async function assignedCounts<Id extends string>(
  knex: Knex,
  scope: BookScope,
  column: 'destination_id' | 'package_id',
  idOf: (text: string) => Id,
): Promise<ReadonlyMap<Id, number>> {
  const query = scopedContacts(knex, scope)
    .whereNotNull(column)
    .select({ assigned: column })
    .count({ contacts: '*' })
    .groupBy(column);
  const rows = await readRows<{ readonly assigned: string; readonly contacts: number | string }>(query);
  return new Map(rows.map(({ assigned, contacts }) => [idOf(assigned), Number(contacts)]));
}
