import type { Knex } from 'knex';

const WORD_STARTS = ['', '% ', '%-', '%.', '%@', '%!_', '%\\', '%/', '%('];
const MOST_WORDS = 8;

export const NAME_MATCHES = `lower(name) like ? escape '!'`;

/** Keeps the rows in which each word of the search fits one of the conditions, which have a place for its pattern. */
export function whereNamesMatch(select: Knex.QueryBuilder, search: string, conditions: readonly string[]): void {
  const words = search.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  for (const word of words.slice(0, MOST_WORDS)) {
    void select.where((either) => {
      for (const pattern of patternsOf(word)) {
        for (const condition of conditions) void either.orWhereRaw(condition, [pattern]);
      }
    });
  }
}

/** SQLite lowers only A to Z, so that "É" stays: the word is tried in lower case and with a capital. */
function patternsOf(word: string): readonly string[] {
  const lower = word.toLowerCase();
  const capital = lower.replace(/^./u, (letter) => (letter > '\u007f' ? letter.toUpperCase() : letter));
  return [...new Set([lower, capital])].flatMap((form) => WORD_STARTS.map((start) => `${start}${form}%`));
}
