import type { Knex } from 'knex';
import { isPostgres } from './is-postgres.ts';

/**
 * The column type of a text that is put in order or searched by its beginning: character by character, as SQLite
 * does by itself, and not by the language that a PostgreSQL database happens to have.
 */
export function orderedText(knex: Knex): string {
  return isPostgres(knex) ? 'text collate "C"' : 'text';
}
