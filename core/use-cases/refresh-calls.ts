import type { SourceCounts } from '../ports/contact-source.ts';

// Rows of a page at most (autotask-api.md §3.4, documented).
const PAGE_SIZE = 500;

// Two counts and what two entities have changed.
const CALLS_WHEN_INCREMENTAL = 4;

// What the API user may see of two entities, two counts, and for long lists the parting of the work among three calls.
const CALLS_BESIDE_PAGES = 4;
const CALLS_TO_PART = 2;
const PAGES_WORTH_PARTING = 4;

/** How many calls it takes to read every row, or every id, at least. */
export function pagesOf({ contacts, accounts }: SourceCounts): number {
  return pages(contacts) + pages(accounts);
}

/** About how many calls a refresh takes that reads everything. */
export function callsInFull(counts: SourceCounts): number {
  const parted = [counts.contacts, counts.accounts].filter((rows) => pages(rows) > PAGES_WORTH_PARTING).length;
  return CALLS_BESIDE_PAGES + pagesOf(counts) + parted * CALLS_TO_PART;
}

/** About how many calls a refresh takes that finds little changed. */
export function callsWhenIncremental(): number {
  return CALLS_WHEN_INCREMENTAL;
}

function pages(rows: number): number {
  return Math.max(1, Math.ceil(rows / PAGE_SIZE));
}
