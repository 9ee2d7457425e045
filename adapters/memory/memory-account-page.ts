import { type AccountId, accountId } from '../../core/domain/ids.ts';
import { searchTextOf, sortKeyOf, words } from '../../core/domain/search.ts';
import type { BookAccount, BookAccountPage, BookAccountRequest, BookRow } from '../../core/ports/contact-book.ts';
import type { SourceAccount } from '../../core/ports/contact-source.ts';
import { comparePlaces, type Place } from './memory-contact-order.ts';
import { readMemoryCursor, writeMemoryCursor } from './memory-cursor.ts';

const CURSOR_MARK = 'accounts';

/** A page of the accounts that the rows have, by name. */
export function accountPageOf(
  rows: readonly BookRow[],
  known: ReadonlyMap<AccountId, SourceAccount>,
  { q, limit, after }: BookAccountRequest,
): BookAccountPage {
  const wanted = words(q ?? '');
  const found = accountsOf(rows, known)
    .filter(({ name }) => wanted.every((word) => searchTextOf(name).includes(` ${word}`)))
    .filter(after === undefined ? () => true : behind(after))
    .sort((one, other) => compare(placeOf(one), placeOf(other)));
  const accounts = found.slice(0, limit);
  const last = found.length > limit ? accounts.at(-1) : undefined;
  return { accounts, next: last ? cursorOf(last) : null };
}

function accountsOf(rows: readonly BookRow[], known: ReadonlyMap<AccountId, SourceAccount>): readonly BookAccount[] {
  const ids = rows.map(({ entry }) => entry.contact.accountId);
  return [...known.values()].flatMap(({ id, name }) => {
    const contacts = ids.filter((other) => other === id).length;
    return contacts === 0 ? [] : [{ id, name, contacts }];
  });
}

function placeOf({ id, name }: BookAccount): Place {
  return { key: sortKeyOf(name), id };
}

function compare(one: Place, other: Place): number {
  return comparePlaces(one, other, { direction: 'ascending' });
}

function behind(after: string): (account: BookAccount) => boolean {
  const [, key = '', id = ''] = readMemoryCursor(after, CURSOR_MARK, 3);
  return (account) => compare(placeOf(account), { key, id: accountId(id) }) > 0;
}

function cursorOf(account: BookAccount): string {
  const { key, id } = placeOf(account);
  return writeMemoryCursor([CURSOR_MARK, key, id]);
}
