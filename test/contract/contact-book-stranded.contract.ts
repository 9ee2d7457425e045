import { describe, expect, it } from 'vitest';
import { accountId, type ContactId, contactId } from '../../core/domain/ids.ts';
import type { BookGeneration, StrandedQuery } from '../../core/ports/contact-book.ts';
import { aSourceAccount, aSourceContact, BOOK, refresh } from '../support/book-builders.ts';
import type { WithBook } from './contact-book.contract.ts';
import { beginChanges, inAccount, NOTHING_KNOWN, theContacts } from './contact-book-trial.ts';

const ACCOUNTS = [aSourceAccount(100), aSourceAccount(200), aSourceAccount(300, { isActive: false })];
const CONTACTS = [aSourceContact(1), aSourceContact(2), inAccount(3, 200), inAccount(4, 300)];

function stranded(generation: BookGeneration, given: Partial<StrandedQuery> = {}): Promise<readonly ContactId[]> {
  return generation.strandedContacts({ added: 'closing', after: null, limit: 9, ...given });
}

export function contactBookStranded(withBook: WithBook): void {
  describe('contacts that a merge of accounts may have moved', () => {
    it(
      'are those of accounts that become inactive',
      withBook(async ({ book }) => {
        await refresh(book, CONTACTS, ACCOUNTS);
        const generation = await beginChanges(book, {
          accounts: [aSourceAccount(100, { isActive: false }), aSourceAccount(200, { name: 'Renamed' }), ACCOUNTS[2]!],
        });
        expect(await stranded(generation)).toEqual(['1', '2']);
        await generation.addContacts([aSourceContact(1)]);
        expect(await stranded(generation)).toEqual(['2']);
      }),
    );

    it(
      'are those of all accounts that are told, where that is asked for',
      withBook(async ({ book }) => {
        await refresh(book, CONTACTS, ACCOUNTS);
        const generation = await beginChanges(book, { accounts: [ACCOUNTS[1]!, ACCOUNTS[2]!] });
        expect(await stranded(generation)).toEqual([]);
        expect(await stranded(generation, { added: 'all' })).toEqual(['3', '4']);
      }),
    );

    it(
      'are told in parts, in the order of their ids as numbers',
      withBook(async ({ book }) => {
        await refresh(book, theContacts(10, 2, 9, 1), ACCOUNTS);
        const generation = await beginChanges(book, { accounts: [aSourceAccount(100, { isActive: false })] });
        expect(await stranded(generation, { limit: 3 })).toEqual(['1', '2', '9']);
        expect(await stranded(generation, { limit: 3, after: contactId('9') })).toEqual(['10']);
        expect(await stranded(generation, { after: contactId('10') })).toEqual([]);
      }),
    );

    it(
      'are those of accounts that go, save contacts that go themselves',
      withBook(async ({ book }) => {
        await refresh(book, CONTACTS, ACCOUNTS);
        const generation = await beginChanges(book, { accountIds: ['200'], contactIds: ['2', '3', '4'] });
        expect(await stranded(generation)).toEqual(['2', '4']);
      }),
    );

    it(
      'are those that were read with an account that is in no list',
      withBook(async ({ book }) => {
        await refresh(book, CONTACTS, ACCOUNTS);
        const generation = await beginChanges(book, {
          contacts: [inAccount(1, 400), inAccount(5, 200), inAccount(6, 400)],
        });
        expect(await stranded(generation)).toEqual(['1', '6']);
        await generation.addAccounts([aSourceAccount(400)]);
        expect(await stranded(generation)).toEqual([]);
      }),
    );

    it(
      'are those that were read with an account that goes',
      withBook(async ({ book }) => {
        await refresh(book, CONTACTS, ACCOUNTS);
        const generation = await beginChanges(book, { contacts: [inAccount(3, 200)], accountIds: ['100', '300'] });
        expect(await stranded(generation)).toEqual(['3']);
      }),
    );

    it(
      'are those of a whole list that was read without their account, but not once it is known to be so',
      withBook(async ({ book }) => {
        const withoutAccount = aSourceContact(5, { accountId: accountId('') });
        const contacts = [...CONTACTS, withoutAccount];
        await refresh(book, CONTACTS, ACCOUNTS);
        for (const found of [['3'], []]) {
          const generation = await book.begin(BOOK, 'whole');
          await generation.addContacts(contacts);
          await generation.addAccounts([ACCOUNTS[0]!, ACCOUNTS[2]!]);
          expect(await stranded(generation)).toEqual(found);
          await generation.commit(NOTHING_KNOWN);
        }
      }),
    );

    it(
      'are none when no account of theirs is told',
      withBook(async ({ book }) => {
        await refresh(book, CONTACTS, ACCOUNTS);
        const generation = await beginChanges(book, { accounts: [aSourceAccount(400, { isActive: false })] });
        expect(await stranded(generation, { added: 'all' })).toEqual([]);
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
