import type { Cursor, Page } from './page.ts';

/**
 * Yields page after page, one call ahead: while the consumer stores a page, the next one is under way.
 *
 * @param read - reads the page at a cursor, or the first one
 */
export async function* pages<Row>(
  read: (cursor: Cursor | null) => Promise<Page<Row>>,
): AsyncGenerator<readonly Row[], void, undefined> {
  let coming: Promise<Page<Row>> | null = read(null);
  while (coming !== null) {
    const { rows, next }: Page<Row> = await coming;
    coming = next === null ? null : read(next);
    // Its failure is thrown when its turn comes; a consumer that stops before does not want to know.
    coming?.catch(() => undefined);
    if (rows.length > 0) yield rows;
  }
}
