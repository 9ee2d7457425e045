import type { Knex } from 'knex';

/** Drops columns by themselves: knex would copy the whole table on SQLite. */
export async function dropColumns(knex: Knex, table: string, columns: readonly string[]): Promise<void> {
  for (const column of columns) await knex.raw('alter table ?? drop column ??', [table, column]);
}
