import type { IdRange } from '../../../adapters/autotask/id-range.ts';
import type { Page } from '../../../adapters/autotask/page.ts';
import { parallelPages } from '../../../adapters/autotask/parallel-pages.ts';
import type { Expense } from '../../../adapters/autotask/range-shares.ts';
import type { WholeReading } from '../../../core/ports/contact-source.ts';

const PAGE = 500;

/** What a reading took, when every page takes one round. */
export interface Rounds {
  readonly ids: readonly number[];
  readonly rounds: number;
  readonly pages: number;
  readonly mostAtOnce: number;
  /** How many pages were asked for in each round. */
  readonly atOnce: readonly number[];
}

/** Reads ids through {@link parallelPages}, with pages that are answered all together, round by round. */
export async function readInRounds(
  ids: readonly number[],
  reading: WholeReading & Expense,
  onRound: (round: number) => void = () => undefined,
): Promise<Rounds> {
  const open: (() => void)[] = [];
  const tally = { rounds: 0, pages: 0, mostAtOnce: 0 };
  const atOnce: number[] = [];
  const nextRound = () => {
    const answer = new Promise<void>((resolve) => open.push(resolve));
    tally.mostAtOnce = Math.max(tally.mostAtOnce, open.length);
    return answer;
  };
  const pages = parallelPages<number>(async (range) => {
    tally.pages += 1;
    await nextRound();
    return pageWithin(ids, range);
  }, reading);
  const seen: number[] = [];
  const ended = new AbortController();
  const reader = (async () => {
    for await (const { rows } of pages) for (const id of rows) seen.push(id);
  })().finally(() => {
    ended.abort();
  });
  reader.catch(() => undefined);
  for (;;) {
    await new Promise((resolve) => setImmediate(resolve));
    if (ended.signal.aborted) break;
    if (open.length === 0) throw new Error('Nobody asks, and yet it has not ended');
    tally.rounds += 1;
    atOnce.push(open.length);
    onRound(tally.rounds);
    for (const answer of open.splice(0)) answer();
  }
  await reader;
  return { ids: seen, ...tally, atOnce };
}

function pageWithin(ids: readonly number[], range: IdRange): Page<number> {
  const from = placeAfter(ids, range.after);
  const end = range.upTo === null ? ids.length : placeAfter(ids, range.upTo);
  const rows = ids.slice(from, Math.min(from + PAGE, end));
  return { ids: rows, rows, newest: null, more: rows.length === PAGE ? 'perhaps' : 'none' };
}

/** How many ids are not beyond this one. */
function placeAfter(ids: readonly number[], id: number): number {
  let [from, to] = [0, ids.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if ((ids[middle] ?? 0) <= id) from = middle + 1;
    else to = middle;
  }
  return from;
}
