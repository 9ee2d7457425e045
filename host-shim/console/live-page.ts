import {
  DEFAULT_LIMIT,
  decodeCursor,
  encodeCursor,
  type ListPage,
  type ListQuery,
  type ServiceKind,
} from './list-page.ts';

/** What Managed Backup has listed. */
export interface LiveList<Row> {
  readonly askedAt: Date;
  readonly whose: ServiceKind;
  readonly items: readonly Row[];
}

interface LiveQuery extends ListQuery {
  readonly q?: string;
}

interface LivePage<Row> extends ListPage<Row> {
  readonly total: number;
}

/** Where a row stands in its list, and what it can be found by. */
interface Order<Row> {
  readonly keyOf: (row: Row) => string;
  readonly textsOf: (row: Row) => readonly string[];
}

/** One page of what Managed Backup has listed whole, in the order of a key, then the id, as are the console's own. */
export function livePage<Row extends { readonly id: string }>(
  { askedAt, whose, items }: LiveList<Row>,
  query: LiveQuery,
  { keyOf, textsOf }: Order<Row>,
): LivePage<Row> {
  const limit = query.limit ?? DEFAULT_LIMIT;
  const matching = items
    .filter((row) => isMatch(textsOf(row), query.q ?? ''))
    .sort((one, other) => {
      return compare(keyOf(one), keyOf(other)) || compare(one.id, other.id);
    });
  const start = query.after === undefined ? 0 : startAfter(matching, decodeCursor(query.after), keyOf);
  const shown = matching.slice(start, start + limit);
  const last = shown.at(-1);
  const isMore = start + limit < matching.length && last !== undefined;
  return {
    items: shown,
    next: isMore ? encodeCursor([keyOf(last), last.id]) : null,
    total: matching.length,
    asOf: askedAt.toISOString(),
    whose,
  };
}

function startAfter<Row extends { readonly id: string }>(
  rows: readonly Row[],
  [key, id]: readonly [string, string],
  keyOf: (row: Row) => string,
): number {
  const start = rows.findIndex((row) => (compare(keyOf(row), key) || compare(row.id, id)) > 0);
  return start === -1 ? rows.length : start;
}

/** Each word of the search begins a word of the row. */
function isMatch(texts: readonly string[], search: string): boolean {
  const wanted = wordsIn(search);
  if (wanted.length === 0) return true;
  const words = texts.flatMap(wordsIn);
  return wanted.every((word) => words.some((one) => one.startsWith(word)));
}

function wordsIn(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
