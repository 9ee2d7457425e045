import { accountId, contactId, databaseId, tenantId } from '../../core/domain/ids.ts';
import type { BookKey, BookScope } from '../../core/domain/scope.ts';
import type { ContactFilter } from '../../core/domain/selection.ts';
import type { BookRow, ContactBook, StoredDerivation, TextSort } from '../../core/ports/contact-book.ts';
import type { SourceAccount, SourceContact } from '../../core/ports/contact-source.ts';

export const BOOK: BookKey = { tenantId: tenantId('msp-1'), databaseId: databaseId('4711') };
export const EVERYTHING: BookScope = { ...BOOK, accounts: 'all' };
export const BY_LAST_NAME: TextSort = { field: 'lastName', direction: 'ascending' };

/** A contact as Autotask has it; by default Ada Lovelace of account 100. */
export function aSourceContact(id: number | string, given: Partial<Omit<SourceContact, 'id'>> = {}): SourceContact {
  return {
    id: contactId(String(id)),
    firstName: 'Ada',
    lastName: 'Lovelace',
    email: `contact-${id}@engines.example`,
    accountId: accountId('100'),
    isActive: true,
    ...given,
  };
}

export function aSourceAccount(id: number | string, given: Partial<Omit<SourceAccount, 'id'>> = {}): SourceAccount {
  return { id: accountId(String(id)), name: `Account ${id}`, isActive: true, ...given };
}

/** What was derived of a contact; by default that it has no user and no problem. */
export function aDerivation(given: Partial<StoredDerivation> = {}): StoredDerivation {
  const shown = { destinationId: null, packageId: null };
  return { status: 'blank', problem: null, userId: null, userCompany: null, shown, ...given };
}

/** Commits a whole generation. */
export async function refresh(
  book: ContactBook,
  contacts: readonly SourceContact[],
  accounts: readonly SourceAccount[] = [aSourceAccount(100)],
  key: BookKey = BOOK,
): Promise<void> {
  const generation = await book.begin(key, 'whole');
  await generation.addContacts(contacts);
  await generation.addAccounts(accounts);
  await generation.commit({ watermarks: null, comparedAt: null });
}

/** All rows that match, in one page by last name. */
async function rowsOf(
  book: ContactBook,
  filter: ContactFilter = {},
  scope: BookScope = EVERYTHING,
): Promise<readonly BookRow[]> {
  return (await book.page(scope, { filter, sort: BY_LAST_NAME, limit: 500 })).rows;
}

/** The ids of all rows that match, sorted as numbers. */
export async function idsOf(
  book: ContactBook,
  filter: ContactFilter = {},
  scope: BookScope = EVERYTHING,
): Promise<readonly string[]> {
  const ids = (await rowsOf(book, filter, scope)).map(({ entry }) => entry.contact.id);
  return ids.toSorted((one, other) => Number(one) - Number(other));
}

export async function rowOf(book: ContactBook, id: number | string, scope: BookScope = EVERYTHING): Promise<BookRow> {
  const row = await book.find(scope, contactId(String(id)));
  if (row === null) throw new Error(`There is no contact ${id}`);
  return row;
}

/** Sets what was derived of a contact. */
export async function derive(book: ContactBook, id: number | string, derived: Partial<BookRow['derived']>, key = BOOK) {
  const row = await rowOf(book, id, { ...key, accounts: 'all' });
  const attempt = row.entry.attempt;
  await book.saveDerivations(key, [
    { contactId: row.entry.contact.id, revision: row.revision, derived: { ...row.derived, ...derived }, attempt },
  ]);
}
