import type { Knex } from 'knex';
import { dialectOf } from './dialect.ts';

/** The rows of a query, which knows its columns no better than its author. */
export async function readRows<Row>(query: Knex.QueryBuilder): Promise<readonly Row[]> {
  const rows: unknown = await query;
  return rows as readonly Row[];
}

/**
 * Many rows of a query, whose named columns they consist of: in the form in which the driver hands them over fastest.
 */
export function readManyRows<Row>(
  query: Knex.QueryBuilder,
  knex: Knex,
  columns: readonly string[],
): Promise<readonly Row[]> {
  return dialectOf(knex).readMany(knex, query, columns) as Promise<readonly Row[]>;
}
