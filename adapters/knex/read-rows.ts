import type { Knex } from 'knex';

/** The rows of a query, which knows its columns no better than its author. */
export async function readRows<Row>(query: Knex.QueryBuilder): Promise<readonly Row[]> {
  const rows: unknown = await query;
  return rows as readonly Row[];
}
