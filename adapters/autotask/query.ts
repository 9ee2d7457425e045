import type { JsonObject } from './answer.ts';
import { ALL_IDS, type IdRange } from './id-range.ts';

/**
 * What a query asks for.
 *
 * The operators are a closed list: Autotask drops one that it does not know without a word, and the query gets wider
 * (autotask-api.md §3.2, seen in 1 client live). An id is a number: a text would match nothing (same place).
 */
export type Condition =
  | { readonly op: 'gt' | 'gte' | 'lte'; readonly field: 'id'; readonly value: number }
  | { readonly op: 'in'; readonly field: 'id'; readonly value: readonly number[] }
  | { readonly op: 'gte'; readonly field: Stamp; readonly value: string }
  | { readonly op: 'or'; readonly items: readonly Condition[] };

/** A field that tells when a row was made or changed; companies have no `lastModifiedDate` (§8, seen in 1 client). */
export type Stamp = 'createDate' | 'lastModifiedDate' | 'lastTrackedModifiedDateTime';

// Pages hold at most 500 rows (autotask-api.md §3.1, documented).
export const PAGE_SIZE = 500;

// Each value of `in` counts as one of at most 500 OR conditions (§3.2, documented, seen in 3 clients).
export const MOST_IDS = 500;

/** The body that counts rows, all of them or those that fulfil the conditions. */
export function countQuery(only: readonly Condition[]): JsonObject {
  return { filter: [...within(ALL_IDS), ...only] };
}

interface PageQuery {
  readonly fields: readonly string[];
  readonly range: IdRange;
  /** Narrows the range further. */
  readonly only: readonly Condition[];
}

/**
 * The body that gets the first page of a range.
 *
 * An own cursor over the ascending ids costs what following `nextPageUrl` costs, and can be taken up anywhere (§3.4).
 */
export function pageQuery({ fields, range, only }: PageQuery): JsonObject {
  return { maxRecords: PAGE_SIZE, includeFields: fields, filter: [...within(range), ...only] };
}

/** Rows that were made or changed since then, and one more. */
export function changedSince(stamps: readonly Stamp[], since: string, oneMore: number | null): Condition {
  const changed = stamps.map((field): Condition => ({ op: 'gte', field, value: since }));
  const more: readonly Condition[] = oneMore === null ? [] : [{ op: 'in', field: 'id', value: [oneMore] }];
  return { op: 'or', items: [...changed, ...more] };
}

/** Never empty: a filter must not be (§3.1, seen in 6 clients). */
function within({ after, upTo }: IdRange): readonly Condition[] {
  const from: Condition = after < 0 ? { op: 'gte', field: 'id', value: 0 } : { op: 'gt', field: 'id', value: after };
  return upTo === null ? [from] : [from, { op: 'lte', field: 'id', value: upTo }];
}
