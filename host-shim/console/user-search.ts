import type { Knex } from 'knex';

const COLUMNS = ['email', 'first_name', 'last_name', 'company'] as const;
const WORD_STARTS = ['', '% ', '%-', '%.', '%@', '%_', "%'"].map((start) => start.replace('_', '!_'));
const MOST_WORDS = 8;

/** Keeps the users of whom each word of the search begins a word of the email, a name or the company. */
export function whereUserMatches(select: Knex.QueryBuilder, search: string): void {
  const words = search.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  for (const word of words.slice(0, MOST_WORDS)) {
    void select.where((either) => {
      for (const column of COLUMNS) {
        for (const pattern of patternsOf(word))
          void either.orWhereRaw(`lower(??) like ? escape '!'`, [column, pattern]);
      }
    });
  }
}

/**
 * SQLite lowers only A to Z, so that "É" stays: the word is tried as typed, in lower case and with a capital.
 */
function patternsOf(word: string): string[] {
  const lower = word.toLowerCase();
  const capital = lower.replace(/^./u, (letter) => (letter > '\u007f' ? letter.toUpperCase() : letter));
  return [...new Set([lower, capital])].flatMap((form) => WORD_STARTS.map((start) => `${start}${form}%`));
}
