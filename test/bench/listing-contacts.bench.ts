import { KnexContactBook } from '../../adapters/knex/knex-contact-book.ts';
import { accountId } from '../../core/domain/ids.ts';
import { type ContactFilter, TEXT_FIELDS } from '../../core/domain/selection.ts';
import type { BookSort } from '../../core/ports/contact-book.ts';
import { bookOnDisk, bookOnPostgres, DESTINATIONS, type FilledBook, PACKAGES } from './filled-book.ts';
import { atMost, grouped, type Measured, millisecondsOf } from './measure.ts';
import { startPostgres } from './postgres.ts';

const FEW = 1000;
const MANY = 100_000;
const ROUNDS = 100;
const TARGET = 1.5;
// Nobody notices less.
const FLOOR_MS = 5;

const BY_LAST_NAME: BookSort = { field: 'lastName', direction: 'ascending' };

/** A question that the page asks of the list, for its first rows. */
interface Question {
  readonly name: string;
  readonly filter?: ContactFilter;
  readonly sort?: BookSort;
}

const DIRECTIONS = ['ascending', 'descending'] as const;
const SORTS: readonly BookSort[] = DIRECTIONS.flatMap((direction): BookSort[] => [
  ...TEXT_FIELDS.map((field) => ({ field, direction })),
  { field: 'destination', direction, order: DESTINATIONS },
  { field: 'package', direction, order: PACKAGES },
]);

const SORTINGS: readonly Question[] = SORTS.map((sort) => ({ name: `by ${sort.field}, ${sort.direction}`, sort }));

const FILTERS: readonly Question[] = [
  { name: 'active', filter: { active: true } },
  { name: 'inactive', filter: { active: false } },
  { name: 'one account', filter: { account: accountId('7') } },
  ...(['blank', 'equal', 'modified', 'failed'] as const).flatMap((status): Question[] => [
    { name: status, filter: { status } },
    { name: `${status}, active, with a problem`, filter: { status, active: true, problem: 'any' } },
    { name: `${status}, inactive`, filter: { status, active: false } },
  ]),
  { name: 'any problem', filter: { problem: 'any' } },
  { name: 'a rare problem', filter: { problem: 'package_gone' } },
  { name: 'a problem that nobody has', filter: { problem: 'email_invalid' } },
  { name: 'needs work', filter: { needsWork: true } },
  { name: 'needs no work', filter: { needsWork: false } },
];

const SEARCHES: readonly Question[] = [
  { name: 'a common word', filter: { q: 'jürgen' } },
  { name: 'a rare word', filter: { q: '9972' } },
  { name: 'no match', filter: { q: 'nobody' } },
  { name: 'two words', filter: { q: 'briain bäckerei' } },
  { name: 'two words, one of them rare', filter: { q: 'jürgen 9972' } },
  { name: 'two words that hardly meet', filter: { q: '41 977' } },
  { name: 'one letter', filter: { q: 'b' } },
  { name: 'a word of the account', filter: { q: 'account 7' } },
  { name: 'a part of the email', filter: { q: 'person.512@' } },
  { name: 'a word and a status', filter: { q: '51', status: 'failed', active: true } },
];

/** The first rows of every sort, filter and search among 100,000 contacts, beside those among 1,000; the worst of each. */
export async function listingContacts(): Promise<readonly Measured[]> {
  const onDisk = await listing('SQLite', bookOnDisk);
  const postgres = await startPostgres();
  try {
    return [...onDisk, ...(await listing('PostgreSQL', (contacts) => bookOnPostgres(postgres, contacts)))];
  } finally {
    await postgres.stop();
  }
}

async function listing(engine: string, open: (contacts: number) => Promise<FilledBook>): Promise<readonly Measured[]> {
  const few = await open(FEW);
  const many = await open(MANY);
  try {
    const measured: Measured[] = [];
    for (const [kind, questions] of Object.entries({ sorts: SORTINGS, filters: FILTERS, searches: SEARCHES })) {
      measured.push(await worstOf(`${kind} on ${engine}`, questions, few, many));
    }
    return measured;
  } finally {
    await few.close();
    await many.close();
  }
}

async function worstOf(
  kind: string,
  questions: readonly Question[],
  few: FilledBook,
  many: FilledBook,
): Promise<Measured> {
  const found: { readonly name: string; readonly times: readonly [number, number]; readonly ratio: number }[] = [];
  for (const question of questions) {
    const times = await slowest(few, many, question);
    const [fewMs, manyMs] = times.map((time) => Math.max(time, FLOOR_MS));
    found.push({ name: question.name, times, ratio: (manyMs ?? Number.NaN) / (fewMs ?? Number.NaN) });
  }
  const worst = found.reduce((one, other) => (other.times[1] > one.times[1] ? other : one));
  return atMost(TARGET, {
    name: `${grouped(MANY)} contacts / ${grouped(FEW)}: first rows, p95, the worst of ${questions.length} ${kind}`,
    ratio: Math.max(...found.map(({ ratio }) => ratio)),
    detail: `${worst.name}: ${worst.times[1].toFixed(1)} / ${worst.times[0].toFixed(1)} ms`,
  });
}

/** The times that 95 of 100 stay below, by turns, so that neither list has the quieter machine. */
async function slowest(few: FilledBook, many: FilledBook, question: Question): Promise<readonly [number, number]> {
  const times = { few: new Array<number>(), many: new Array<number>() };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.few.push(await timeOf(few, question));
    times.many.push(await timeOf(many, question));
  }
  return [percentile95(times.few), percentile95(times.many)];
}

function timeOf({ knex, scope }: FilledBook, { filter = {}, sort = BY_LAST_NAME }: Question): Promise<number> {
  const book = new KnexContactBook({ knex });
  return millisecondsOf(() => book.page(scope, { filter, sort, limit: 50 }));
}

function percentile95(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN;
}
