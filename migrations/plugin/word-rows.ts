import type { Knex } from 'knex';

/** How much of a word is kept to find it by: enough to tell words apart, and short for an index of PostgreSQL. */
export const WORD_LENGTH = 100;

/** SQL of the words of contacts as their table has them, in its order within a book; some more than once. */
export function wordRows(knex: Knex, contacts: string): string {
  return `
    select contact.tenant_id, contact.database_id, substr(word.value, 1, ${WORD_LENGTH}) as word, contact.id
    from (${contacts}) as contact cross join ${wordsOf(knex, 'contact.search_text')}
    where word.value <> '' order by 3, 4`;
}

// A text to search in has a blank before each word, and words hold letters and digits only: nothing ends a JSON string.
function wordsOf(knex: Knex, text: string): string {
  const { dialect } = knex.client as { readonly dialect: unknown };
  return dialect === 'postgresql'
    ? `unnest(string_to_array(substr(${text}, 2), ' ')) as word(value)`
    : `json_each('["' || replace(substr(${text}, 2), ' ', '","') || '"]') as word`;
}
