import type { Knex } from 'knex';
import type { BookScope } from '../../core/domain/scope.ts';
import type { SortDirection } from '../../core/domain/selection.ts';
import type { BookPageRequest } from '../../core/ports/contact-book.ts';
import { countContacts } from './contact-counts.ts';

export const ORDERS = { ascending: 'asc', descending: 'desc' } as const satisfies Record<SortDirection, string>;
const OPPOSITES = { ascending: 'descending', descending: 'ascending' } as const;

// Up to here counting takes longer than passing rows over.
const FAR = 1000;

/** Where the rows of a page are to be read, and the one behind it. */
export interface Stretch {
  readonly direction: SortDirection;
  readonly offset: number;
  readonly limit: number;
}

/** Where the rows are to be read: a row far from the beginning is counted from the end when that is nearer. */
export async function stretchOf(knex: Knex, scope: BookScope, request: BookPageRequest): Promise<Stretch> {
  const { filter, sort, limit, at = 0 } = request;
  const forward = { direction: sort.direction, offset: at, limit: limit + 1 };
  if (at < FAR) return forward;
  const left = (await countContacts(knex, scope, filter)) - at;
  if (left > at) return forward;
  const rows = Math.max(0, Math.min(left, limit + 1));
  return { direction: OPPOSITES[sort.direction], offset: Math.max(0, left - rows), limit: rows };
}
