import type { JsonObject } from './answer.ts';

/**
 * A condition on the id, the only field that is asked about.
 *
 * The operators are a closed list: Autotask drops one that it does not know without a word, and the query gets wider
 * (autotask-api.md §3.2, seen in 1 client live). The value is a number: a text would match nothing (same place).
 */
interface Condition {
  readonly op: 'gt' | 'gte';
  readonly field: 'id';
  readonly value: number;
}

// Pages hold at most 500 rows (autotask-api.md §3.1, documented).
export const PAGE_SIZE = 500;

/** Everything: a filter must not be empty, and company 0 is real (§3.1 and §3.4, seen in 6 and 3 clients). */
const EVERYTHING: readonly Condition[] = [{ op: 'gte', field: 'id', value: 0 }];

/** The body that counts all rows. */
export function countQuery(): JsonObject {
  return { filter: EVERYTHING };
}

/**
 * The body that gets the page after an id, or the first one.
 *
 * An own cursor over the ascending ids costs what following `nextPageUrl` costs, and can be taken up anywhere (§3.4).
 */
export function pageQuery(fields: readonly string[], after: number | null): JsonObject {
  const filter: readonly Condition[] = after === null ? EVERYTHING : [{ op: 'gt', field: 'id', value: after }];
  return { maxRecords: PAGE_SIZE, includeFields: fields, filter };
}
