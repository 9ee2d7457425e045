import { describe, expect, it } from 'vitest';
import { contactId } from '../../core/domain/ids.ts';
import { aSourceAccount, aSourceContact, BOOK, refresh } from '../support/book-builders.ts';
import type { WithBook } from './contact-book.contract.ts';
import { beginChanges, inAccount, theContacts } from './contact-book-trial.ts';

const ACCOUNTS = [aSourceAccount(100), aSourceAccount(200), aSourceAccount(300, { isActive: false })];
const CONTACTS = [aSourceContact(1), aSourceContact(2), inAccount(3, 200), inAccount(4, 300)];

export function contactBookStranded(withBook: WithBook): void {
  describe('contacts that a merge of accounts may have moved', () => {
    it(
      'are those of accounts that become inactive, but not of those that were',
      withBook(async ({ book }) => {
        await refresh(book, CONTACTS, ACCOUNTS);
        const generation = await beginChanges(book, {
          accounts: [aSourceAccount(100, { isActive: false }), aSourceAccount(200, { name: 'Renamed' }), ACCOUNTS[2]!],
        });
        expect([...(await generation.strandedContacts(9))].sort()).toEqual(['1', '2']);
        expect(await generation.strandedContacts(1)).toHaveLength(1);
        await generation.addContacts([aSourceContact(1)]);
        expect(await generation.strandedContacts(9)).toEqual(['2']);
      }),
    );

    it(
      'are those of accounts that go, save contacts that go themselves',
      withBook(async ({ book }) => {
        await refresh(book, CONTACTS, ACCOUNTS);
        const generation = await beginChanges(book, { accountIds: ['200'], contactIds: ['2', '3', '4'] });
        expect([...(await generation.strandedContacts(9))].sort()).toEqual(['2', '4']);
      }),
    );

    it(
      'are none when no account closes',
      withBook(async ({ book }) => {
        await refresh(book, CONTACTS, ACCOUNTS);
        const generation = await beginChanges(book, { accounts: [aSourceAccount(400, { isActive: false })] });
        expect(await generation.strandedContacts(9)).toEqual([]);
      }),
    );
  });

  describe('the highest id', () => {
    it(
      'is that of the list by number, and null when there is none',
      withBook(async ({ book }) => {
        expect([await book.lastId(BOOK, 'contacts'), await book.lastId(BOOK, 'accounts')]).toEqual([null, null]);
        await refresh(book, theContacts(9, 10, 9007199254740991), [aSourceAccount(99), aSourceAccount(100)]);
        expect([await book.lastId(BOOK, 'contacts'), await book.lastId(BOOK, 'accounts')]).toEqual([
          contactId('9007199254740991'),
          '100',
        ]);
      }),
    );

    it(
      'is not that of a contact that is gone',
      withBook(async ({ book }) => {
        await refresh(book, theContacts(1, 2));
        await refresh(book, theContacts(1));
        expect(await book.lastId(BOOK, 'contacts')).toBe('1');
      }),
    );
  });
}
