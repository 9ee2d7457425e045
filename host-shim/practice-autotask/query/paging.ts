import { looseObject, parseJson } from './loose-json.ts';
import { Refusal } from './refusal.ts';

/**
 * Where a page begins: behind the last id of the page before (autotask-api.md §3.4, seen in 2
 * clients).
 */
export interface PageCursor {
  readonly pageSize: number;
  /** The cursors of the pages before; it grows with each page. */
  readonly previousIds: readonly number[];
  readonly after: number;
}

/** Company 0 is a row, so the first page starts below it. */
const BEFORE_ALL = -1;

export function firstPage(pageSize: number): PageCursor {
  return { pageSize, previousIds: [], after: BEFORE_ALL };
}

export function readCursor(text: string | null): PageCursor {
  const paging = looseObject(parseJson(text ?? ''));
  const pageSize = paging?.get('pagesize');
  const previousIds = numbers(paging?.get('previousids'));
  const [after] = numbers(paging?.get('nextids'));
  if (typeof pageSize !== 'number' || pageSize < 1 || pageSize > 500 || after === undefined) {
    throw new Refusal('Invalid paging information.');
  }
  return { pageSize, previousIds, after };
}

export function cursorAfter(page: PageCursor, lastId: number): PageCursor {
  return { pageSize: page.pageSize, previousIds: [...page.previousIds, page.after], after: lastId };
}

export function cursorBefore(page: PageCursor): PageCursor | undefined {
  const after = page.previousIds.at(-1);
  if (after === undefined) return undefined;
  return { pageSize: page.pageSize, previousIds: page.previousIds.slice(0, -1), after };
}

/**
 * The address of a page, with the lower-case escapes that .NET writes; a GET's carries its search
 * along.
 */
export function pageUrl(base: string, cursor: PageCursor, search: string | null): string {
  const { pageSize, previousIds, after } = cursor;
  const paging = escaped(JSON.stringify({ pageSize, previousIds, nextIds: [after] }));
  return `${base}?paging=${paging}${search === null ? '' : `&search=${escaped(search)}`}`;
}

function escaped(text: string): string {
  return encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
}

function numbers(value: unknown): number[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'number') : [];
}
