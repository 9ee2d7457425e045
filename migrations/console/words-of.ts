import type { Knex } from 'knex';

// Each by its number, so that none ends a text of SQL or is taken for a place to bind a value to.
const SEPARATORS = [...numbers(33, 47), ...numbers(58, 64), ...numbers(91, 96), ...numbers(123, 126), 0xa0, 0x2019];

/** SQL of the table "word" of a user's words, in lower case as far as the engine knows it; some are empty. */
export function wordsOf(knex: Knex, user: string): string {
  const columns = ['email', 'first_name', 'last_name', 'company'].map((column) => `${user}.${column}`);
  const text = `lower(${columns.join(" || ' ' || ")})`;
  return isPostgres(knex) ? postgresWords(text) : sqliteWords(text);
}

export function isPostgres(knex: Knex): boolean {
  const { dialect } = knex.client as { readonly dialect: unknown };
  return dialect === 'postgresql';
}

function postgresWords(text: string): string {
  const separators = SEPARATORS.map((code) => `chr(${code})`).join(' || ');
  return `unnest(string_to_array(translate(${text}, ${separators}, repeat(' ', ${SEPARATORS.length})), ' ')) as word(value)`;
}

function sqliteWords(text: string): string {
  const spaced = SEPARATORS.reduce((sql, code) => `replace(${sql}, char(${code}), ' ')`, text);
  return `json_each('[' || replace(json_quote(${spaced}), ' ', '","') || ']') as word`;
}

function numbers(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
