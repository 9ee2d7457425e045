import type { SourcePage, WholeReading } from '../../core/ports/contact-source.ts';
import { ALL_IDS, type IdRange } from './id-range.ts';
import { merged } from './merged.ts';
import { OpenRange } from './open-range.ts';
import type { Page } from './page.ts';
import { type Expense, RangeShares } from './range-shares.ts';

/** The calls that a reading is made of. */
export interface PageCalls<Row> {
  readonly readPage: (range: IdRange, isPromised: boolean) => Promise<Page<Row>>;
  readonly countRows: (range: IdRange) => Promise<number>;
}

/** Yields all pages, several ranges of ids at once. */
export function parallelPages<Row>(
  { readPage, countRows }: PageCalls<Row>,
  reading: WholeReading & Expense,
): AsyncGenerator<SourcePage<Row>, void, undefined> {
  const shares = new RangeShares({ ...reading, countRows });
  const readers = Array.from({ length: reading.atOnce }, () => pagesOfShares(shares, readPage));
  return merged(readers);
}

/** Yields all pages one after another. */
export function sequentialPages<Row>(
  readPage: PageCalls<Row>['readPage'],
): AsyncGenerator<SourcePage<Row>, void, undefined> {
  return merged([pagesOf(new OpenRange(ALL_IDS, 0), readPage)]);
}

async function* pagesOfShares<Row>(
  shares: RangeShares,
  readPage: PageCalls<Row>['readPage'],
): AsyncGenerator<SourcePage<Row>, void, undefined> {
  for (let range = await shares.next(); range !== null; range = await shares.next()) {
    for await (const page of pagesOf(range, readPage)) {
      shares.pageRead();
      yield page;
    }
  }
}

async function* pagesOf<Row>(
  range: OpenRange,
  readPage: PageCalls<Row>['readPage'],
): AsyncGenerator<SourcePage<Row>, void, undefined> {
  while (!range.isRead) {
    const page = range.take(await readPage(range.rest, range.isPromised));
    if (page.rows.length > 0) yield page;
  }
}
