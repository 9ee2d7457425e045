import type { AccountId, ContactId } from '../../core/domain/ids.ts';
import type { AccountScope } from '../../core/domain/scope.ts';
import { sortKeyOf } from '../../core/domain/search.ts';
import type { SortDirection } from '../../core/domain/selection.ts';
import { shownAssignment } from '../../core/domain/shown-row.ts';
import type { BookRow, BookSort, CatalogSort } from '../../core/ports/contact-book.ts';

/** A row's place in a sorted list of contacts or accounts. */
export interface Place {
  readonly key: string;
  readonly id: ContactId | AccountId;
}

export function placeOf(row: BookRow, sort: BookSort, accounts: AccountScope): Place {
  const { id } = row.entry.contact;
  if ('order' in sort) return { key: catalogKey(row, sort, accounts), id };
  const { field } = sort;
  return { key: field === 'status' ? row.derived.status : sortKeyOf(row.entry.contact[field]), id };
}

function catalogKey({ entry, derived }: BookRow, { field, order }: CatalogSort, accounts: AccountScope): string {
  const { destinationId, packageId } = shownAssignment(entry.assignment, derived, accounts);
  const shown = field === 'destination' ? destinationId : packageId;
  if (shown === null) return '3';
  const rank = order.indexOf(shown);
  return rank === -1 ? `2 ${shown}` : `1 ${String(rank).padStart(9, '0')}`;
}

/** Sorts before (negative) or behind; the ids decide between equal keys, in the same direction. */
export function comparePlaces(one: Place, other: Place, { direction }: { readonly direction: SortDirection }): number {
  const ascending = compareTexts(one.key, other.key) || compareIds(one.id, other.id);
  return direction === 'ascending' ? ascending : -ascending;
}

/** Ids are whole numbers, maybe too large to be exact as such. */
export function compareIds(one: ContactId | AccountId, other: ContactId | AccountId): number {
  return one.length - other.length || compareTexts(one, other);
}

/** The last id of each share but the last; fewer when there are too few ids. */
export function boundariesOf(ids: readonly string[], shares: number): readonly string[] {
  const ends = Array.from({ length: shares - 1 }, (_, share) => Math.floor((ids.length * (share + 1)) / shares));
  return [...new Set(ends)].flatMap((end) => (end > 0 ? ids.slice(end - 1, end) : []));
}

/** Compares by code point; the operators compare halves of surrogate pairs instead. */
export function compareTexts(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
