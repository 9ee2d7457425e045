import type { BookEntry } from '../../core/domain/email-group.ts';
import { type BookScope, isInScope } from '../../core/domain/scope.ts';
import { searchTextOf, words } from '../../core/domain/search.ts';
import type { ContactFilter, Selection } from '../../core/domain/selection.ts';
import type { BookRow } from '../../core/ports/contact-book.ts';

export type RowTest = (row: BookRow) => boolean;

/** Whether a row matches every part of the filter and its account is in scope. */
export function filterTest(scope: BookScope, filter: ContactFilter): RowTest {
  const matches = anyStatusTest(scope, filter);
  return (row) => (filter.status === undefined || row.derived.status === filter.status) && matches(row);
}

/** Whether a row matches every part of the filter but the status, and its account is in scope. */
export function anyStatusTest(scope: BookScope, filter: ContactFilter): RowTest {
  const { account, active, problem } = filter;
  const wanted = words(filter.q ?? '');
  return ({ entry, derived }) =>
    isInScope(scope.accounts, entry.contact.account) &&
    (account === undefined || entry.contact.accountId === account) &&
    (active === undefined || active === isActive(entry)) &&
    (problem === undefined || (problem === 'any' ? derived.problem !== null : derived.problem === problem)) &&
    wanted.every((word) => searchText(entry).includes(` ${word}`));
}

/** Whether a row is selected and its account is in scope. */
export function selectionTest(scope: BookScope, selection: Selection): RowTest {
  if ('ids' in selection) {
    const ids = new Set(selection.ids);
    return ({ entry: { contact } }) => ids.has(contact.id) && isInScope(scope.accounts, contact.account);
  }
  const matches = filterTest(scope, selection.filter);
  const except = new Set(selection.except);
  return (row) => !except.has(row.entry.contact.id) && matches(row);
}

export function isActive({ contact }: BookEntry): boolean {
  return contact.isActive && !contact.isGone;
}

function searchText({ contact }: BookEntry): string {
  return searchTextOf(contact.firstName, contact.lastName, contact.email, contact.account);
}
