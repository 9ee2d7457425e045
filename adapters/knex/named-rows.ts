import type { Knex } from 'knex';
import type { Dialect } from './dialect.ts';
import { isStorable } from './storable-text.ts';

/** A table, as an alias, and the column by which its rows are named. */
export interface NamedTable {
  readonly table: string;
  readonly alias: string;
  readonly column: string;
}

/** Begins a query for the rows that are named by any of the texts; one parameter, however many there are. */
export function namedRows(
  knex: Knex,
  dialect: Dialect,
  { table, alias, column }: NamedTable,
  names: Iterable<string>,
): Knex.QueryBuilder {
  const wanted = [...new Set(names)].filter(isStorable);
  return knex
    .from(knex.raw(dialect.listFrom('text', 'wanted'), [JSON.stringify(wanted)]))
    .crossJoin(knex.ref(table).as(alias))
    .where(`${alias}.${column}`, knex.ref('wanted.value'));
}
