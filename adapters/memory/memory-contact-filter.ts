import { type ContactState, hasState } from '../../core/domain/contact-state.ts';
import type { BookEntry } from '../../core/domain/email-group.ts';
import { type AccountScope, type BookScope, isInScope } from '../../core/domain/scope.ts';
import { searchTextOf, words } from '../../core/domain/search.ts';
import type { ContactFilter, Selection } from '../../core/domain/selection.ts';
import { isUserHidden, problemOfHidden } from '../../core/domain/shown-row.ts';
import type { BookRow } from '../../core/ports/contact-book.ts';

export type RowTest = (row: BookRow) => boolean;

/** Whether a row matches every part of the filter and its account is in scope. */
export function filterTest(scope: BookScope, filter: ContactFilter): RowTest {
  const { account } = filter;
  const wanted = words(filter.q ?? '');
  return (row) =>
    isInScope(scope.accounts, row.entry.contact.account) &&
    (account === undefined || row.entry.contact.accountId === account) &&
    hasState(filter, stateOf(row, scope.accounts)) &&
    wanted.every((word) => searchText(row.entry).includes(` ${word}`));
}

/** Whether a row matches every part of the filter but the status, and its account is in scope. */
export function anyStatusTest(scope: BookScope, filter: ContactFilter): RowTest {
  return filterTest(scope, { ...filter, status: undefined });
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

function stateOf({ entry, derived }: BookRow, accounts: AccountScope): ContactState {
  const { status, problem } = derived;
  const isHidden = entry.attempt === null && isUserHidden(derived, accounts);
  return { status, isActive: isActive(entry), problem: isHidden ? problemOfHidden(problem) : problem };
}

function searchText({ contact }: BookEntry): string {
  return searchTextOf(contact.firstName, contact.lastName, contact.email, contact.account);
}
