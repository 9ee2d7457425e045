import type { Knex } from 'knex';
import { WORD_LENGTH } from '../../migrations/console/0002-user-words.ts';
import { type ListPage, type ListQuery, readPage } from './list-page.ts';

const MOST_WORDS = 8;

// A word that more users have is met soon on a walk along the list; as many as this are sorted in some milliseconds.
const COUNTED = 10_000;

// Behind every letter and digit, in the order of their characters.
const LAST_CHARACTER = '\u{10ffff}';

/** Where a user stands in the list. */
interface UserPlace {
  readonly id: string;
  readonly last_name: string;
}

interface FoundUsers extends ListPage<UserPlace> {
  /** Null when there are more than are worth counting. */
  readonly total: number | null;
}

/** A page of the users of whom each word of the search begins a word of the email, a name or the company. */
export async function findUsers(knex: Knex, tenantId: string, query: ListQuery): Promise<FoundUsers> {
  const everyone = knex('console_user').where({ tenant_id: tenantId });
  const words = wordsIn(query.q ?? '');
  const rarest = await rarestOf(knex, tenantId, words);
  if (words.length > 0 && rarest === null) {
    return { ...(await readPlaces(havingAll(everyone, words, 'console_user.id'), query)), total: null };
  }
  const found = rarest === null ? everyone : usersWith(knex, tenantId, { rarest, words });
  return { ...(await readPlaces(found, query)), total: await countOf(found) };
}

function wordsIn(search: string): readonly string[] {
  const words = search
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return [...new Set(words)].slice(0, MOST_WORDS).map((word) => Array.from(word).slice(0, WORD_LENGTH).join(''));
}

/** The word that the fewest users have, or null when each has more than are counted. */
async function rarestOf(knex: Knex, tenantId: string, words: readonly string[]): Promise<string | null> {
  if (words.length === 0) return null;
  const looks = words.map((word, index) => {
    const look = keptWords(knex, word).where({ tenant_id: tenantId }).select('user_id');
    return knex
      .count('*')
      .from(look.limit(COUNTED + 1).as('look'))
      .as(`word_${String(index)}`);
  });
  const [sizes = {}]: readonly Readonly<Record<string, number | string>>[] = await knex.select(looks);
  const [rarest] = words
    .map((word, index) => ({ word, size: Number(sizes[`word_${String(index)}`]) }))
    .filter(({ size }) => size <= COUNTED)
    .sort((one, other) => one.size - other.size);
  return rarest?.word ?? null;
}

/** Users by their rarest word, in the shape of their own table. */
function usersWith(
  knex: Knex,
  tenantId: string,
  { rarest, words }: { readonly rarest: string; readonly words: readonly string[] },
): Knex.QueryBuilder {
  const others = words.filter((word) => word !== rarest);
  const found = havingAll(keptWords(knex, rarest).where({ tenant_id: tenantId }), others, 'console_user_word.user_id');
  return knex.from(found.distinct({ id: 'user_id', last_name: 'last_name' }).as('found'));
}

function havingAll(users: Knex.QueryBuilder, words: readonly string[], userId: string): Knex.QueryBuilder {
  for (const word of words) {
    void users.whereExists((exists) => {
      void whereWord(exists.select('user_id').from({ other: 'console_user_word' }), word).whereRaw('?? = ??', [
        'other.user_id',
        userId,
      ]);
    });
  }
  return users;
}

function keptWords(knex: Knex, word: string): Knex.QueryBuilder {
  return whereWord(knex('console_user_word'), word);
}

function whereWord(kept: Knex.QueryBuilder, word: string): Knex.QueryBuilder {
  return kept.where((either) => {
    for (const form of formsOf(word)) {
      void either.orWhere((range) => {
        void range.where('word', '>=', form).where('word', '<', form + LAST_CHARACTER);
      });
    }
  });
}

/** SQLite lowers only A to Z, so that "É" stays: the word is looked for in lower case and with a capital. */
function formsOf(word: string): readonly string[] {
  const capital = word.replace(/^./u, (letter) => (letter > '\u007f' ? letter.toUpperCase() : letter));
  return [...new Set([word, capital])];
}

function readPlaces(users: Knex.QueryBuilder, query: ListQuery): Promise<ListPage<UserPlace>> {
  return readPage<UserPlace>(users.clone().select('id', 'last_name'), { query, keyColumn: 'last_name' });
}

async function countOf(users: Knex.QueryBuilder): Promise<number> {
  const counts: readonly { total: number | string }[] = await users.clone().count({ total: '*' });
  return Number(counts[0]?.total);
}
