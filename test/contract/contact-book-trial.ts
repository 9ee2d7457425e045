import { accountId } from '../../core/domain/ids.ts';
import type { BookGeneration, ContactBook, TouchedContacts } from '../../core/ports/contact-book.ts';
import type { SourceAccount, SourceContact } from '../../core/ports/contact-source.ts';
import { aSourceContact, BOOK, rowOf } from '../support/book-builders.ts';

export const NOTHING_KNOWN = { watermarks: null, comparedAt: null };

interface Changes {
  readonly contacts?: readonly SourceContact[];
  readonly accounts?: readonly SourceAccount[];
  readonly contactIds?: readonly string[];
  readonly accountIds?: readonly string[];
}

export async function beginChanges(
  book: ContactBook,
  { contacts = [], accounts = [], contactIds, accountIds }: Changes,
): Promise<BookGeneration> {
  const generation = await book.begin(BOOK, 'changes');
  await generation.addContacts(contacts);
  await generation.addAccounts(accounts);
  if (contactIds !== undefined) await generation.addIds('contacts', contactIds);
  if (accountIds !== undefined) await generation.addIds('accounts', accountIds);
  return generation;
}

export async function commitChanges(book: ContactBook, changes: Changes): Promise<TouchedContacts | null> {
  return await (await beginChanges(book, changes)).commit(NOTHING_KNOWN);
}

export async function contactOf(book: ContactBook, id: number) {
  return (await rowOf(book, id)).entry.contact;
}

export function inAccount(id: number, account: number): SourceContact {
  return aSourceContact(id, { accountId: accountId(String(account)) });
}

/** Contacts that differ by nothing but their ids and emails. */
export function theContacts(...ids: readonly number[]): readonly SourceContact[] {
  return ids.map((id) => aSourceContact(id));
}
