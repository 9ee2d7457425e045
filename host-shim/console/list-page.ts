import { type Static, Type } from 'typebox';
import { ConsoleProblem } from './console-problem.ts';

export const ListQuery = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: 'a whole number from 1 to 500' })),
    after: Type.Optional(Type.String({ maxLength: 2000, description: 'the "next" of the page before' })),
    q: Type.Optional(Type.String({ maxLength: 200, description: 'a text of at most 200 characters' })),
  },
  { additionalProperties: false },
);
export type ListQuery = Static<typeof ListQuery>;

/** Live Managed Backup, or a practice one that stands in for it. */
export type ServiceKind = 'live' | 'practice';

export interface ListPage<Item> {
  readonly items: Item[];
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
  /** When it was so, where that is not now. */
  readonly asOf?: string;
  /** Which Managed Backup's it is, where it is not the console's own. */
  readonly whose?: ServiceKind;
}

export function listPage<Item extends TSchemaLike>(item: Item) {
  return Type.Object({
    items: Type.Array(item),
    next: Type.Union([Type.String(), Type.Null()]),
    asOf: Type.Optional(Type.String()),
    whose: Type.Optional(Type.Enum(['live', 'practice'])),
  });
}
type TSchemaLike = Parameters<typeof Type.Array>[0];

/** As much of a knex select as paging needs, with rows of a known shape. */
interface Select<Row> extends PromiseLike<Row[]> {
  whereRaw(sql: string, bindings: readonly string[]): Select<Row>;
  orderBy(columns: string[]): Select<Row>;
  limit(rows: number): Select<Row>;
}

export const DEFAULT_LIMIT = 50;

/**
 * Reads one page in the order of a key column, then the id. One row more than the page shows is read, which tells
 * whether another page follows.
 */
export async function readPage<Row extends { readonly id: string }>(
  select: Select<Row>,
  options: { readonly query: ListQuery; readonly keyColumn: string & keyof Row },
): Promise<ListPage<Row>> {
  const { query, keyColumn } = options;
  const limit = query.limit ?? DEFAULT_LIMIT;
  if (query.after !== undefined) void select.whereRaw('(??, id) > (?, ?)', [keyColumn, ...decodeCursor(query.after)]);
  const rows: readonly Row[] = await select.orderBy([keyColumn, 'id']).limit(limit + 1);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const isMore = rows.length > limit && last !== undefined;
  return { items, next: isMore ? encodeCursor([String(last[keyColumn]), last.id]) : null };
}

export function encodeCursor(position: readonly [string, string]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

export function decodeCursor(after: string): readonly [string, string] {
  const position = parse(Buffer.from(after, 'base64url').toString('utf8'));
  if (Array.isArray(position) && position.length === 2) {
    const [key, id] = position as unknown[];
    if (isStorable(key) && isStorable(id)) return [key, id];
  }
  throw new ConsoleProblem('invalid_request', '"after" must be the "next" of the page before.', { field: 'after' });
}

/** PostgreSQL has no text with a NUL in it. */
function isStorable(part: unknown): part is string {
  return typeof part === 'string' && !part.includes('\u0000');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not one of our cursors; the caller says so.
    return null;
  }
}
