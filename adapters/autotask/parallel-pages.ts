import type { SourcePage, WholeReading } from '../../core/ports/contact-source.ts';
import { ALL_IDS, type IdRange } from './id-range.ts';
import { merged } from './merged.ts';
import { OpenRange } from './open-range.ts';
import type { Page } from './page.ts';
import { type Expense, RangeShares } from './range-shares.ts';

/** Reads the first page of a range. */
export type ReadPage<Row> = (range: IdRange, isPromised: boolean) => Promise<Page<Row>>;

/** Yields all pages, several ranges of ids at once. */
export function parallelPages<Row>(
  readPage: ReadPage<Row>,
  reading: WholeReading & Expense,
): AsyncGenerator<SourcePage<Row>, void, undefined> {
  const shares = new RangeShares(reading);
  const readers = Array.from({ length: reading.atOnce }, () => pagesOfShares(shares, readPage));
  return merged(readers);
}

/** Yields all pages one after another. */
export function sequentialPages<Row>(readPage: ReadPage<Row>): AsyncGenerator<SourcePage<Row>, void, undefined> {
  return merged([pagesOf(new OpenRange(ALL_IDS), readPage)]);
}

async function* pagesOfShares<Row>(
  shares: RangeShares,
  readPage: ReadPage<Row>,
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
  readPage: ReadPage<Row>,
): AsyncGenerator<SourcePage<Row>, void, undefined> {
  while (!range.isRead) {
    const page = range.take(await readPage(range.rest, range.isPromised));
    if (page.rows.length > 0) yield page;
  }
}
