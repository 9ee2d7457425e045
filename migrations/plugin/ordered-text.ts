import type { Knex } from 'knex';

/**
 * The column type of a text that is put in order or searched by its beginning: character by character, as SQLite
 * does by itself, and not by the language that a PostgreSQL database happens to have.
 */
export function orderedText(knex: Knex): string {
  const { dialect } = knex.client as { readonly dialect: unknown };
  return dialect === 'postgresql' ? 'text collate "C"' : 'text';
}
