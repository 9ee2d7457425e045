import type { Knex } from 'knex';
import { type Columns, dialectOf } from './dialect.ts';
import { storableJson } from './storable-text.ts';

/** How many rows of a table are updated by as many that are given. */
export interface RowsUpdate {
  readonly table: string;
  /** What is the same in all rows. */
  readonly key: Readonly<Record<string, string>>;
  /** The columns of the rows that are given. */
  readonly given: Columns;
  /** Assignments and a condition in SQL, in which the rows that are given have the name `given`. */
  readonly set: readonly string[];
  readonly where: string;
}

/** The statement of an update; one, however many rows are given. */
export function updateRows(knex: Knex, { given, ...update }: RowsUpdate, rows: readonly object[]): Knex.Raw {
  return updateFrom(knex, update, dialectOf(knex).rowsFrom(given, 'sent'), storableJson(rows));
}

/** The statement of an update that says the same of all rows; `given.value` is one of the ids. */
export function updateListed(knex: Knex, update: Omit<RowsUpdate, 'given'>, ids: readonly string[]): Knex.Raw {
  return updateFrom(knex, update, dialectOf(knex).listFrom('bigint', 'sent'), JSON.stringify(ids));
}

function updateFrom(
  knex: Knex,
  { table, key, set, where }: Omit<RowsUpdate, 'given'>,
  sent: string,
  json: string,
): Knex.Raw {
  const names = Object.keys(key);
  // The key comes with each row, and not as a condition of its own: SQLite would go through all rows that have it and
  // look for each of them in those that are given, and PostgreSQL would while it takes them for few.
  return knex.raw(
    `with given as materialized (
      select ${names.map((name) => `cast(? as text) as ${name}`).join(', ')}, sent.*
      from ${sent})
    update ${table} set ${set.join(', ')} from given
    where ${names.map((name) => `${table}.${name} = given.${name}`).join(' and ')} and ${where}`,
    [...Object.values(key), json],
  );
}

/** Assignments that take the columns over from the rows that are given. */
export function takeOver(columns: Columns): readonly string[] {
  return Object.keys(columns).map((column) => `${column} = given.${column}`);
}
