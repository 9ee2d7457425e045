import type { Table } from '../table/table.ts';
import { cursorAfter, cursorBefore, type PageCursor, pageUrl } from './paging.ts';
import { projection, type WireRow, type WireStyle } from './projection.ts';
import type { QueryModel } from './query-model.ts';
import { RowSelection } from './row-selection.ts';
import type { RowTest } from './row-test.ts';

export interface QueryPage {
  readonly items: readonly WireRow[];
  readonly pageDetails: {
    readonly count: number;
    readonly requestCount: number;
    readonly prevPageUrl: string | null;
    readonly nextPageUrl: string | null;
  };
}

export interface QueryStyle extends WireStyle {
  /**
   * Whether a next page is promised when a full page ends the rows (autotask-api.md §14.8:
   * unpublished).
   */
  readonly nextPageAtExactEnd: 'none' | 'promised';
}

export interface QueryPlace {
  readonly cursor: PageCursor;
  /** The address of `query/next`, and the search text that belongs into it; null for a POST. */
  readonly nextBase: string;
  readonly search: string | null;
  readonly visible: RowTest | undefined;
}

/** One page: at most the page size, ascending by id, whatever else was asked for. */
export function runQuery(table: Table, model: QueryModel, place: QueryPlace, style: QueryStyle): QueryPage {
  const { cursor, nextBase, search } = place;
  const answer = projection(table, model.includeFields, style);
  const rows = new RowSelection(table, model.filter, place.visible).rowsAfter(cursor.after, cursor.pageSize + 1);
  const page = rows.slice(0, cursor.pageSize);
  const last = page.at(-1);
  const hasNext = style.nextPageAtExactEnd === 'promised' ? page.length === cursor.pageSize : rows.length > page.length;
  const before = cursorBefore(cursor);
  return {
    items: page.map(answer),
    pageDetails: {
      count: page.length,
      requestCount: cursor.pageSize,
      prevPageUrl: before === undefined ? null : pageUrl(nextBase, before, search),
      nextPageUrl:
        hasNext && last !== undefined ? pageUrl(nextBase, cursorAfter(cursor, table.id(last)), search) : null,
    },
  };
}
