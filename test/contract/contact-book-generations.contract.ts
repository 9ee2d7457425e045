import { describe, expect, it } from 'vitest';
import { accountId, databaseId, destinationId, tenantId, userId } from '../../core/domain/ids.ts';
import {
  aDerivation,
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
import { NOTHING_KNOWN } from './contact-book-trial.ts';

export function contactBookGenerations(withBook: WithBook): void {
  describe('generations', () => {
    it(
      'keeps a contact as the source has it, joined with its account',
      withBook(async ({ book }) => {
        const contact = aSourceContact(7, {
          firstName: ' Zoë ',
          lastName: '',
          email: ' Zoe@Engines.Example',
          accountId: accountId('0'),
        });
        await refresh(book, [contact], [aSourceAccount(0, { name: 'Müller  & Söhne' })]);
        expect(await rowOf(book, 7)).toEqual({
          entry: {
            contact: { ...contact, account: 'Müller  & Söhne', isActive: true, isGone: false },
            assignment: { destinationId: null, packageId: null },
            link: null,
            attempt: null,
          },
          derived: aDerivation(),
          revision: 0,
        });
      }),
    );

    it(
      'keeps ids exactly that are too large for a number',
      withBook(async ({ book }) => {
        await refresh(book, [aSourceContact('9223372036854775807'), aSourceContact('9007199254740993')]);
        expect((await rowOf(book, '9007199254740993')).entry.contact.email).toBe(
          'contact-9007199254740993@engines.example',
        );
        expect((await rowOf(book, '9223372036854775807')).entry.contact.id).toBe('9223372036854775807');
      }),
    );

    it.each([
      ['long', 'x'.repeat(5000), `${'y'.repeat(5000)}@engines.example`],
      ['right to left', 'עדה', 'עדה@engines.example'],
      ['emoji', '👩‍💻🧑🏽‍🚀', '👩‍💻@engines.example'],
      ['markup and quotes', `<b onclick='x'>"Ada"</b>; drop table--`, `o'hara"\\@engines.example`],
      ['empty', '', ''],
    ])(
      'keeps %s texts as they are',
      async (_, text, email) =>
        await withBook(async ({ book }) => {
          await refresh(
            book,
            [aSourceContact(1, { firstName: text, lastName: text, email })],
            [aSourceAccount(100, { name: text })],
          );
          expect((await rowOf(book, 1)).entry.contact).toMatchObject({
            firstName: text,
            lastName: text,
            email,
            account: text,
          });
        })(),
    );

    it(
      'takes accounts that come after their contacts',
      withBook(async ({ book }) => {
        const generation = await book.begin(BOOK, 'whole');
        await generation.addAccounts([aSourceAccount(99)]);
        await generation.addContacts([aSourceContact(1)]);
        await generation.addAccounts([aSourceAccount(100, { name: 'Engines' })]);
        await generation.commit(NOTHING_KNOWN);
        expect((await rowOf(book, 1)).entry.contact.account).toBe('Engines');
      }),
    );

    it.each([
      [true, true, true],
      [true, false, false],
      [false, true, false],
      [false, false, false],
    ])(
      'says of a contact that is %s in an account that is %s that it is active: %s',
      async (contact, account, expected) =>
        await withBook(async ({ book }) => {
          await refresh(book, [aSourceContact(1, { isActive: contact })], [aSourceAccount(100, { isActive: account })]);
          expect((await rowOf(book, 1)).entry.contact.isActive).toBe(expected);
        })(),
    );

    it.each([true, false])(
      'leaves a contact without an account that is shown, as active as it is itself (%s)',
      async (isActive) =>
        await withBook(async ({ book }) => {
          await refresh(book, [aSourceContact(1, { isActive, accountId: accountId('55') })], []);
          expect((await rowOf(book, 1)).entry.contact).toMatchObject({ accountId: '55', account: '', isActive });
        })(),
    );

    it(
      'shows nothing of a generation before it is committed, and counts each of its rows once',
      withBook(async ({ book }) => {
        await refresh(book, [aSourceContact(1)]);
        const generation = await book.begin(BOOK, 'whole');
        await generation.addContacts([aSourceContact(2), aSourceContact(2), aSourceContact(3)]);
        await generation.addContacts([aSourceContact(3, { lastName: 'Later' })]);
        await generation.addContacts([]);
        await generation.addAccounts([aSourceAccount(100), aSourceAccount(100)]);
        expect(await generation.counts()).toEqual({ contacts: 2, accounts: 1 });
        expect(await idsOf(book)).toEqual(['1']);
        await generation.commit(NOTHING_KNOWN);
        expect((await rowOf(book, 3)).entry.contact.lastName).toBe('Later');
      }),
    );

    it(
      'marks contacts that are no longer there as gone, and welcomes them back',
      withBook(async ({ book }) => {
        await refresh(book, [aSourceContact(1), aSourceContact(2)]);
        await refresh(book, [aSourceContact(2)]);
        expect((await rowOf(book, 1)).entry.contact).toMatchObject({ isGone: true, account: 'Account 100' });
        expect((await rowOf(book, 2)).entry.contact.isGone).toBe(false);
        await refresh(book, [aSourceContact(1), aSourceContact(2)]);
        expect((await rowOf(book, 1)).entry.contact.isGone).toBe(false);
      }),
    );

    it(
      'takes an empty generation as what it says',
      withBook(async ({ book }) => {
        await refresh(book, [aSourceContact(1)]);
        await refresh(book, [], []);
        expect((await rowOf(book, 1)).entry.contact).toMatchObject({ isGone: true });
      }),
    );

    it(
      'leaves assignment, status and revision of an unchanged contact alone',
      withBook(async ({ book }) => {
        await refresh(book, [aSourceContact(1)]);
        await book.assign(EVERYTHING, { filter: {}, except: [] }, { destinationId: destinationId('d') });
        await derive(book, 1, { status: 'modified' });
        const before = await rowOf(book, 1);
        await refresh(book, [aSourceContact(1)]);
        expect(await rowOf(book, 1)).toEqual(before);
      }),
    );

    it(
      'keeps assignment and status of a changed contact, and counts the change',
      withBook(async ({ book }) => {
        await refresh(book, [aSourceContact(1)]);
        await book.assign(EVERYTHING, { filter: {}, except: [] }, { destinationId: destinationId('d') });
        await derive(book, 1, { status: 'modified' });
        const before = await rowOf(book, 1);
        await refresh(book, [aSourceContact(1, { firstName: 'Augusta' })]);
        const after = await rowOf(book, 1);
        expect(after.entry).toEqual({ ...before.entry, contact: { ...before.entry.contact, firstName: 'Augusta' } });
        expect(after.derived).toEqual(before.derived);
        expect(after.revision).toBeGreaterThan(before.revision);
      }),
    );

    it(
      "brings an account's new name and activity to its contacts",
      withBook(async ({ book }) => {
        await refresh(book, [aSourceContact(1)]);
        const before = await rowOf(book, 1);
        await refresh(book, [aSourceContact(1)], [aSourceAccount(100, { name: 'Renamed', isActive: false })]);
        const after = await rowOf(book, 1);
        expect(after.entry.contact).toMatchObject({ account: 'Renamed', isActive: false });
        expect(after.revision).toBeGreaterThan(before.revision);
        expect(await idsOf(book, { q: 'renamed' })).toEqual(['1']);
      }),
    );

    it(
      'forgets a discarded generation, however often',
      withBook(async ({ book }) => {
        await refresh(book, [aSourceContact(1)]);
        const generation = await book.begin(BOOK, 'whole');
        await generation.addContacts([aSourceContact(2)]);
        await generation.discard();
        await generation.discard();
        await expect(generation.commit(NOTHING_KNOWN)).rejects.toMatchObject({ code: 'run_lost' });
        expect(await idsOf(book)).toEqual(['1']);
      }),
    );

    it(
      'commits once',
      withBook(async ({ book }) => {
        const generation = await book.begin(BOOK, 'whole');
        await generation.addContacts([aSourceContact(1)]);
        await generation.commit(NOTHING_KNOWN);
        await expect(generation.commit(NOTHING_KNOWN)).rejects.toMatchObject({ code: 'run_lost' });
        await generation.discard();
        expect((await rowOf(book, 1)).entry.contact.isGone).toBe(false);
      }),
    );

    it(
      'refuses the late commit of a worker that has lost the run to another, of the same run',
      withBook(async ({ book, other }) => {
        await refresh(book, [aSourceContact(1)]);
        const late = await book.begin(BOOK, 'whole');
        await late.addContacts([aSourceContact(2)]);
        const taken = await other.begin(BOOK, 'whole');
        await late.addContacts([aSourceContact(3)]);
        await taken.addContacts([aSourceContact(1)]);
        expect(await taken.counts()).toEqual({ contacts: 1, accounts: 0 });
        await expect(late.commit(NOTHING_KNOWN)).rejects.toMatchObject({ code: 'run_lost' });
        await late.discard();
        await taken.commit(NOTHING_KNOWN);
        expect(await idsOf(book)).toEqual(['1']);
      }),
    );

    it(
      'keeps providers and databases apart',
      withBook(async ({ book }) => {
        const otherTenant = { ...BOOK, tenantId: tenantId('msp-2') };
        const otherDatabase = { ...BOOK, databaseId: databaseId('4712') };
        const generation = await book.begin(BOOK, 'whole');
        await generation.addContacts([aSourceContact(1)]);
        await refresh(book, [aSourceContact(1, { lastName: 'Tenant' })], [], otherTenant);
        await refresh(book, [aSourceContact(1, { lastName: 'Database' })], [], otherDatabase);
        await generation.commit(NOTHING_KNOWN);
        await refresh(book, [], [], otherTenant);
        expect((await rowOf(book, 1)).entry.contact).toMatchObject({ lastName: 'Lovelace', isGone: false });
        expect((await rowOf(book, 1, { ...otherTenant, accounts: 'all' })).entry.contact).toMatchObject({
          isGone: true,
        });
        expect((await rowOf(book, 1, { ...otherDatabase, accounts: 'all' })).entry.contact).toMatchObject({
          lastName: 'Database',
        });
      }),
    );

    it(
      'drops the gone contacts that have no user, of this book only',
      withBook(async ({ book }) => {
        const otherBook = { ...BOOK, databaseId: databaseId('4712') };
        for (const key of [BOOK, otherBook]) {
          await refresh(book, [aSourceContact(1), aSourceContact(2), aSourceContact(3)], [], key);
          await derive(book, 2, { status: 'equal', userId: userId('user-1') }, key);
          await refresh(book, [aSourceContact(3)], [], key);
        }
        expect(await book.dropGone(BOOK)).toBe(1);
        expect(await book.dropGone(BOOK)).toBe(0);
        expect(await idsOf(book)).toEqual(['2', '3']);
        expect(await idsOf(book, {}, { ...otherBook, accounts: 'all' })).toEqual(['1', '2', '3']);
      }),
    );
  });
}
