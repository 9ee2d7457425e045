import type { ContactFilterQuery, ContactItem, SortField, StatusCounts } from '../../../core/contract/index.ts';
import { hasState } from '../../../core/domain/contact-state.ts';
import { words } from '../../../core/domain/search.ts';

/** Whether the list would show the contact, decided by the server's own rules. */
export function matches(item: ContactItem, filter: ContactFilterQuery): boolean {
  const { q = '', account, status, active, problem, needsWork } = filter;
  const present = words([item.firstName, item.lastName, item.email, item.account].join(' '));
  const state = { status: item.status, isActive: item.active, problem: item.problem };
  const asked = Object.entries({ status, active, problem, needsWork }).filter(([, value]) => value !== undefined);
  return (
    hasState(Object.fromEntries(asked), state) &&
    (account === undefined || account === item.accountId) &&
    words(q).every((word) => present.some((other) => other.startsWith(word)))
  );
}

export function countsOf(items: readonly ContactItem[]): StatusCounts {
  const count = (status: ContactItem['status']) => items.filter((item) => item.status === status).length;
  return { blank: count('blank'), equal: count('equal'), modified: count('modified'), failed: count('failed') };
}

export function order(sort: SortField | `-${SortField}`): (one: ContactItem, other: ContactItem) => number {
  const sign = sort.startsWith('-') ? -1 : 1;
  const field = sort.replace('-', '') as SortField;
  return (one, other) => sign * textOf(one, field).localeCompare(textOf(other, field));
}

/** What is not assigned comes last. */
function textOf(item: ContactItem, field: SortField): string {
  if (field === 'destination') return item.destinationId ?? '\u{ffff}';
  if (field === 'package') return item.packageId ?? '\u{ffff}';
  return item[field];
}
