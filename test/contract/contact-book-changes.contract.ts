import { describe, expect, it } from 'vitest';
import { contactId, databaseId, destinationId } from '../../core/domain/ids.ts';
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
import { beginChanges, commitChanges, contactOf, inAccount, NOTHING_KNOWN, theContacts } from './contact-book-trial.ts';

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
      'takes over nothing of an account for a contact that is gone',
      withBook(async ({ book }) => {
        await refresh(book, [aSourceContact(1)]);
        await refresh(book, []);
        await commitChanges(book, { accounts: [aSourceAccount(100, { name: 'Renamed' })] });
        expect(await contactOf(book, 1)).toMatchObject({ isGone: true, account: 'Account 100' });
      }),
    );

    it(
      'names the contacts that were written, and the emails that they have and had',
      withBook(async ({ book }) => {
        await refresh(book, theContacts(1, 2, 3), [aSourceAccount(100), aSourceAccount(200)]);
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
