import { describe, expect, it } from 'vitest';
import { aSourceAccount, aSourceContact, BOOK, idsOf, refresh } from '../support/book-builders.ts';
import type { WithBook } from './contact-book.contract.ts';
import { beginChanges, commitChanges, contactOf, inAccount, NOTHING_KNOWN, theContacts } from './contact-book-trial.ts';

export function contactBookSweeps(withBook: WithBook): void {
  describe('changes that tell which ids exist', () => {
    it(
      'marks contacts as gone whose ids are not told, save those that are added',
      withBook(async ({ book }) => {
        await refresh(book, theContacts(1, 2, 3, 4));
        const touched = await commitChanges(book, { contacts: [aSourceContact(3)], contactIds: ['1'] });
        expect(await Promise.all([1, 2, 3, 4].map(async (id) => (await contactOf(book, id)).isGone))).toEqual([
          false,
          true,
          false,
          true,
        ]);
        expect(touched?.contactIds.toSorted()).toEqual(['2', '4']);
        expect(touched?.emailKeys.toSorted()).toEqual(['contact-2@engines.example', 'contact-4@engines.example']);
      }),
    );

    it(
      'takes ids in parts, and none at all as nothing that exists',
      withBook(async ({ book }) => {
        await refresh(book, theContacts(1, 2, 3), [aSourceAccount(100)]);
        const generation = await beginChanges(book, { contactIds: [] });
        await generation.addIds('contacts', ['1']);
        await generation.addIds('contacts', ['1', '3']);
        await generation.commit(NOTHING_KNOWN);
        expect(await idsOf(book, { active: true })).toEqual(['1', '3']);
        expect(await contactOf(book, 1)).toMatchObject({ account: 'Account 100' });
        await commitChanges(book, { contactIds: [] });
        expect(await idsOf(book, { active: true })).toEqual([]);
      }),
    );

    it(
      'leaves a contact gone whose id is told but not what it is, and welcomes back one that is added',
      withBook(async ({ book }) => {
        await refresh(book, [aSourceContact(1), aSourceContact(2)]);
        await refresh(book, []);
        await commitChanges(book, { contacts: [aSourceContact(2)], contactIds: ['1', '2'] });
        expect([(await contactOf(book, 1)).isGone, (await contactOf(book, 2)).isGone]).toEqual([true, false]);
      }),
    );

    it(
      'leaves contacts of an account that is gone without one',
      withBook(async ({ book }) => {
        const accounts = [aSourceAccount(100, { isActive: false }), aSourceAccount(200), aSourceAccount(300)];
        await refresh(book, [aSourceContact(1), inAccount(2, 200), inAccount(3, 300)], accounts);
        const touched = await commitChanges(book, {
          accounts: [aSourceAccount(300)],
          accountIds: ['200'],
          contactIds: ['1', '2', '3'],
        });
        expect(await contactOf(book, 1)).toMatchObject({ account: '', isActive: true, isGone: false });
        expect(await contactOf(book, 2)).toMatchObject({ account: 'Account 200' });
        expect(await contactOf(book, 3)).toMatchObject({ account: 'Account 300' });
        expect(await idsOf(book, { q: '100' })).toEqual([]);
        expect(touched).toEqual({ contactIds: ['1'], emailKeys: ['contact-1@engines.example'] });
        expect((await book.state(BOOK)).accounts).toBe(2);
      }),
    );

    it(
      'marks a contact as gone together with its account',
      withBook(async ({ book }) => {
        await refresh(book, [aSourceContact(1), inAccount(2, 200)], [aSourceAccount(100), aSourceAccount(200)]);
        await commitChanges(book, { contactIds: ['2'], accountIds: ['200'] });
        expect([(await contactOf(book, 1)).isGone, (await contactOf(book, 2)).isGone]).toEqual([true, false]);
      }),
    );

    it(
      'finds the ids that nobody knows, at most as many of each entity as are asked for',
      withBook(async ({ book }) => {
        await refresh(book, [aSourceContact(1), aSourceContact(2)]);
        await refresh(book, [aSourceContact(1)]);
        const generation = await beginChanges(book, { contacts: [aSourceContact(3)], accounts: [aSourceAccount(200)] });
        expect(await generation.unknownIds(10)).toEqual({ contacts: [], accounts: [] });
        await generation.addIds('contacts', ['1', '2', '3', '9223372036854775807', '10']);
        await generation.addIds('accounts', ['100', '200', '300', '400']);
        const unknown = await generation.unknownIds(10);
        expect(unknown.contacts.toSorted()).toEqual(['10', '2', '9223372036854775807']);
        expect(unknown.accounts.toSorted()).toEqual(['300', '400']);
        expect(await generation.unknownIds(1)).toEqual({
          contacts: [expect.toBeOneOf([...unknown.contacts])],
          accounts: [expect.toBeOneOf([...unknown.accounts])],
        });
        await generation.addContacts([aSourceContact(10)]);
        expect((await generation.unknownIds(10)).contacts).not.toContain('10');
      }),
    );

    it(
      'counts what the list will have',
      withBook(async ({ book }) => {
        await refresh(book, theContacts(1, 2, 3), [aSourceAccount(100), aSourceAccount(200)]);
        await refresh(book, theContacts(1, 2), [aSourceAccount(100), aSourceAccount(200)]);
        const generation = await beginChanges(book, {});
        const counts: unknown[] = [await generation.counts()];
        await generation.addContacts([aSourceContact(2), aSourceContact(3), aSourceContact(4)]);
        await generation.addAccounts([aSourceAccount(200), aSourceAccount(300)]);
        counts.push(await generation.counts());
        await generation.addIds('contacts', ['3', '5']);
        counts.push(await generation.counts());
        await generation.addIds('accounts', ['100', '300', '400']);
        await generation.addIds('contacts', ['1']);
        counts.push(await generation.counts());
        expect(counts).toEqual([
          { contacts: 2, accounts: 2 },
          { contacts: 4, accounts: 3 },
          { contacts: 3, accounts: 3 },
          { contacts: 4, accounts: 3 },
        ]);
        await generation.commit(NOTHING_KNOWN);
        expect(await book.state(BOOK)).toMatchObject({ contacts: 4, accounts: 3 });
        expect(await idsOf(book, { active: true })).toEqual(['1', '2', '3', '4']);
      }),
    );

    it(
      'takes no ids in a whole generation',
      withBook(async ({ book }) => {
        const generation = await book.begin(BOOK, 'whole');
        await expect(generation.addIds('contacts', ['1'])).rejects.toThrow('whole generation');
      }),
    );
  });
}
