import { describe, expect, it } from 'vitest';
import { accountId, contactId, databaseId, destinationId } from '../../core/domain/ids.ts';
import type { BookGeneration, ContactBook } from '../../core/ports/contact-book.ts';
import type { SourceAccount, SourceContact } from '../../core/ports/contact-source.ts';
import {
  aSourceAccount,
  aSourceContact,
  BOOK,
  derive,
  EVERYTHING,
  idsOf,
  refresh,
  rowOf,
} from '../support/book-builders.ts';
import type { WithBook } from './contact-book.contract.ts';

const NOTHING_KNOWN = { watermarks: null, comparedAt: null };

interface Changes {
  readonly contacts?: readonly SourceContact[];
  readonly accounts?: readonly SourceAccount[];
  readonly contactIds?: readonly string[];
  readonly accountIds?: readonly string[];
}

async function beginChanges(
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

async function commitChanges(book: ContactBook, changes: Changes) {
  return await (await beginChanges(book, changes)).commit(NOTHING_KNOWN);
}

const contactOf = async (book: ContactBook, id: number) => (await rowOf(book, id)).entry.contact;
const inAccount = (id: number, account: number) => aSourceContact(id, { accountId: accountId(String(account)) });

export function contactBookChanges(withBook: WithBook): void {
  describe('generations of changes', () => {
    it(
      'adds what is new, changes what has changed, and leaves the rest alone',
      withBook(async ({ book }) => {
        await refresh(book, [aSourceContact(1), aSourceContact(2), aSourceContact(3)]);
        await book.assign(EVERYTHING, { filter: {}, except: [] }, { destinationId: destinationId('d') });
        await derive(book, 2, { status: 'modified' });
        const [rest, before] = [await rowOf(book, 1), await rowOf(book, 2)];
        await commitChanges(book, { contacts: [aSourceContact(2, { firstName: 'Augusta' }), aSourceContact(4)] });
        expect(await rowOf(book, 1)).toEqual(rest);
        const after = await rowOf(book, 2);
        expect(after).toEqual({
          ...before,
          entry: { ...before.entry, contact: { ...before.entry.contact, firstName: 'Augusta' } },
          revision: after.revision,
        });
        expect(after.revision).toBeGreaterThan(before.revision);
        expect(await contactOf(book, 4)).toMatchObject({ account: 'Account 100', isGone: false });
      }),
    );

    it(
      'does not write what has not changed after all',
      withBook(async ({ book }) => {
        await refresh(book, [aSourceContact(1)]);
        const before = await rowOf(book, 1);
        const touched = await commitChanges(book, { contacts: [aSourceContact(1)], accounts: [aSourceAccount(100)] });
        expect(await rowOf(book, 1)).toEqual(before);
        expect(touched).toEqual({ contactIds: [], emailKeys: [] });
      }),
    );

    it(
      'shows nothing before it is committed, nor after it is discarded',
      withBook(async ({ book }) => {
        await refresh(book, [aSourceContact(1)]);
        const generation = await beginChanges(book, { contacts: [aSourceContact(2)], contactIds: [] });
        expect(await idsOf(book)).toEqual(['1']);
        await generation.discard();
        await expect(generation.commit(NOTHING_KNOWN)).rejects.toMatchObject({ code: 'run_lost' });
        expect(await idsOf(book, { active: true })).toEqual(['1']);
      }),
    );

    it(
      'brings a new name and activity of an account to its contacts, found by them at once',
      withBook(async ({ book }) => {
        await refresh(
          book,
          [aSourceContact(1), inAccount(2, 200), aSourceContact(3, { isActive: false })],
          [aSourceAccount(100, { name: 'Old Engines' }), aSourceAccount(200)],
        );
        const [before, other] = [await rowOf(book, 1), await rowOf(book, 2)];
        await commitChanges(book, { accounts: [aSourceAccount(100, { name: 'Müller & Söhne', isActive: false })] });
        const after = await rowOf(book, 1);
        expect(after.entry.contact).toEqual({ ...before.entry.contact, account: 'Müller & Söhne', isActive: false });
        expect(after.revision).toBeGreaterThan(before.revision);
        expect(await rowOf(book, 2)).toEqual(other);
        expect(await idsOf(book, { q: 'lovelace muller' })).toEqual(['1', '3']);
        expect(await idsOf(book, { q: 'old' })).toEqual([]);
        await commitChanges(book, { accounts: [aSourceAccount(100, { name: 'New' })] });
        expect(await idsOf(book, { active: true })).toEqual(['1', '2']);
        expect(await idsOf(book, { q: 'contact 3 new' })).toEqual(['3']);
      }),
    );

    it(
      'gives contacts an account that is shown only now',
      withBook(async ({ book }) => {
        await refresh(book, [inAccount(1, 300)], []);
        await commitChanges(book, { accounts: [aSourceAccount(300, { name: 'Late' })] });
        expect(await contactOf(book, 1)).toMatchObject({ account: 'Late' });
        expect(await idsOf(book, { q: 'ada late' })).toEqual(['1']);
      }),
    );

    it(
      'takes a contact as it is told when it has changed together with its account',
      withBook(async ({ book }) => {
        await refresh(book, [aSourceContact(1)], [aSourceAccount(100), aSourceAccount(200)]);
        await commitChanges(book, {
          contacts: [{ ...inAccount(1, 200), firstName: 'Augusta' }],
          accounts: [aSourceAccount(100, { name: 'Left' }), aSourceAccount(200, { name: 'Joined' })],
        });
        expect(await contactOf(book, 1)).toMatchObject({ firstName: 'Augusta', account: 'Joined' });
        expect(await idsOf(book, { q: 'augusta joined' })).toEqual(['1']);
      }),
    );

    it(
      'marks contacts as gone whose ids are not told, save those that are added',
      withBook(async ({ book }) => {
        await refresh(book, [1, 2, 3, 4].map(aSourceContactOf));
        const touched = await commitChanges(book, { contacts: [aSourceContact(3)], contactIds: ['1'] });
        expect(await Promise.all([1, 2, 3, 4].map(async (id) => (await contactOf(book, id)).isGone))).toEqual([
          false,
          true,
          false,
          true,
        ]);
        expect(touched).toEqual({
          contactIds: expect.toSatisfy(isEach('2', '4')) as string[],
          emailKeys: expect.toSatisfy(isEach('contact-2@engines.example', 'contact-4@engines.example')) as string[],
        });
      }),
    );

    it(
      'takes ids in parts, and none at all as nothing that exists',
      withBook(async ({ book }) => {
        await refresh(book, [1, 2, 3].map(aSourceContactOf), [aSourceAccount(100)]);
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
      'takes over nothing of an account for a contact that is gone',
      withBook(async ({ book }) => {
        await refresh(book, [aSourceContact(1)]);
        await refresh(book, []);
        await commitChanges(book, { accounts: [aSourceAccount(100, { name: 'Renamed' })] });
        expect(await contactOf(book, 1)).toMatchObject({ isGone: true, account: 'Account 100' });
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
        await refresh(book, [1, 2, 3].map(aSourceContactOf), [aSourceAccount(100), aSourceAccount(200)]);
        await refresh(book, [1, 2].map(aSourceContactOf), [aSourceAccount(100), aSourceAccount(200)]);
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
      'names the contacts that were written, and the emails that they have and had',
      withBook(async ({ book }) => {
        await refresh(book, [1, 2, 3].map(aSourceContactOf), [aSourceAccount(100), aSourceAccount(200)]);
        const touched = await commitChanges(book, {
          contacts: [
            aSourceContact(1, { email: ' New@Engines.Example ' }),
            aSourceContact(2, { email: '' }),
            aSourceContact(3),
            inAccount(4, 200),
          ],
        });
        expect(touched?.contactIds.toSorted()).toEqual(['1', '2', '4']);
        expect(touched?.emailKeys.toSorted()).toEqual([
          'contact-1@engines.example',
          'contact-2@engines.example',
          'contact-4@engines.example',
          'new@engines.example',
        ]);
        const renamed = await commitChanges(book, { accounts: [aSourceAccount(200, { name: 'Renamed' })] });
        expect(renamed).toEqual({ contactIds: ['4'], emailKeys: ['contact-4@engines.example'] });
      }),
    );

    it(
      'names nothing when that is too much, or everything may have changed',
      withBook(async ({ book }) => {
        const crowd = Array.from({ length: 2100 }, (_, index) => aSourceContact(index + 1));
        expect(await commitChanges(book, { contacts: crowd, accounts: [aSourceAccount(100)] })).toBeNull();
        expect(await commitChanges(book, { contacts: crowd })).toEqual({ contactIds: [], emailKeys: [] });
        expect(await commitChanges(book, { contactIds: ['1'] })).toBeNull();
        const whole = await book.begin(BOOK, 'whole');
        await whole.addContacts([aSourceContact(1)]);
        expect(await whole.commit(NOTHING_KNOWN)).toBeNull();
      }),
    );

    it(
      'takes no ids in a whole generation',
      withBook(async ({ book }) => {
        const generation = await book.begin(BOOK, 'whole');
        await expect(generation.addIds('contacts', ['1'])).rejects.toThrow('whole generation');
      }),
    );

    it(
      'touches no other book',
      withBook(async ({ book }) => {
        const elsewhere = { ...BOOK, databaseId: databaseId('4712') };
        for (const key of [BOOK, elsewhere]) await refresh(book, [aSourceContact(1)], undefined, key);
        await commitChanges(book, {
          contacts: [aSourceContact(2)],
          accounts: [aSourceAccount(100, { name: 'Renamed' })],
          contactIds: [],
        });
        const there = await book.find({ ...elsewhere, accounts: 'all' }, contactId('1'));
        expect(there?.entry.contact).toMatchObject({ account: 'Account 100', isGone: false });
        expect(await book.state(elsewhere)).toMatchObject({ contacts: 1, accounts: 1 });
      }),
    );

    it(
      'gives way to a later generation of the book',
      withBook(async ({ book, other }) => {
        await refresh(book, [aSourceContact(1)]);
        const late = await beginChanges(book, { contacts: [aSourceContact(2)] });
        const taken = await other.begin(BOOK, 'changes');
        await expect(late.commit(NOTHING_KNOWN)).rejects.toMatchObject({ code: 'run_lost' });
        await taken.commit(NOTHING_KNOWN);
        expect(await idsOf(book)).toEqual(['1']);
      }),
    );
  });
}

function aSourceContactOf(id: number): SourceContact {
  return aSourceContact(id);
}

function isEach(...expected: readonly string[]): (texts: readonly string[]) => boolean {
  return (texts) => JSON.stringify(texts.toSorted()) === JSON.stringify(expected.toSorted());
}
