import { describe, expect, it } from 'vitest';
import { contactId, databaseId, destinationId, tenantId, userId } from '../../core/domain/ids.ts';
import type { BookRow } from '../../core/ports/contact-book.ts';
import { aDerivation, aSourceContact, BOOK, derive, EVERYTHING, refresh, rowOf } from '../support/book-builders.ts';
import { aLink, anAttempt } from '../support/builders.ts';
import type { WithBook } from './contact-book.contract.ts';

const ONE = contactId('1');
const TWO = contactId('2');
const contacts = [aSourceContact(1), aSourceContact(2), aSourceContact(3)];
const link = aLink({ userId: userId('user-1') });
const attempt = anAttempt({ quote: 'No, “never” 👎' });

const idsIn = (rows: readonly BookRow[]) => rows.map(({ entry }) => entry.contact.id).toSorted();

export function contactBookImports(withBook: WithBook): void {
  describe('imports and derivations', () => {
    it(
      'finds contacts by email key, every one, whatever its case and padding',
      withBook(async ({ book }) => {
        const long = `${'x'.repeat(5000)}@engines.example`;
        const emails = ['info@x.example', ' INFO@x.example', 'other@x.example', '', long, `${long}.au`];
        await refresh(
          book,
          emails.map((email, index) => aSourceContact(index + 1, { email })),
        );
        await refresh(book, [aSourceContact(9, { email: 'info@x.example' })], [], {
          ...BOOK,
          tenantId: tenantId('msp-2'),
        });
        expect(idsIn(await book.withEmails(BOOK, ['info@x.example', '', 'nobody@x.example', 'a\0b']))).toEqual([
          '1',
          '2',
        ]);
        expect(idsIn(await book.withEmails(BOOK, ['other@x.example', 'info@x.example', 'info@x.example']))).toEqual([
          '1',
          '2',
          '3',
        ]);
        expect(idsIn(await book.withEmails(BOOK, [long]))).toEqual(['5']);
        expect(await book.withEmails(BOOK, [''])).toEqual([]);
        expect(await book.withEmails(BOOK, [])).toEqual([]);
      }),
    );

    it(
      'finds contacts by id, absent ones left out',
      withBook(async ({ book }) => {
        await refresh(book, contacts);
        expect(idsIn(await book.withIds(BOOK, [TWO, ONE, contactId('9'), contactId('x'), ONE]))).toEqual(['1', '2']);
        expect(await book.withIds(BOOK, [])).toEqual([]);
        expect(await book.withIds({ ...BOOK, databaseId: databaseId('4712') }, [ONE])).toEqual([]);
      }),
    );

    it(
      'finds the contacts of a user by derivation and by link, each once',
      withBook(async ({ book }) => {
        await refresh(book, contacts);
        await derive(book, 1, { status: 'equal', userId: link.userId });
        await book.recordImports(BOOK, [
          { contactId: ONE, link },
          { contactId: TWO, link: { ...link, userId: userId('user-2') } },
        ]);
        expect(idsIn(await book.ofUsers(BOOK, [link.userId]))).toEqual(['1']);
        expect(idsIn(await book.ofUsers(BOOK, [link.userId, userId('user-2'), userId('nobody')]))).toEqual(['1', '2']);
        await book.recordImports(BOOK, [
          { contactId: contactId('3'), attempt: anAttempt({ userId: userId('user-3') }) },
        ]);
        expect(idsIn(await book.ofUsers(BOOK, [userId('user-3')]))).toEqual(['3']);
        expect(await book.ofUsers(BOOK, [])).toEqual([]);
        expect(await book.ofUsers({ ...BOOK, tenantId: tenantId('msp-2') }, [link.userId])).toEqual([]);
      }),
    );

    it(
      'keeps a link and an attempt as they are, through refreshes too',
      withBook(async ({ book }) => {
        await refresh(book, contacts);
        await book.recordImports(BOOK, [{ contactId: ONE, link }]);
        await book.recordImports(BOOK, [
          { contactId: ONE, attempt },
          { contactId: TWO, attempt: { ...attempt, quote: null, userId: link.userId } },
        ]);
        await refresh(
          book,
          contacts.map((contact) => ({ ...contact, lastName: 'Renamed' })),
        );
        expect((await rowOf(book, 1)).entry).toMatchObject({ link, attempt });
        expect((await rowOf(book, 2)).entry).toMatchObject({
          link: null,
          attempt: { ...attempt, quote: null, userId: 'user-1' },
        });
      }),
    );

    it(
      'ends an attempt by a link',
      withBook(async ({ book }) => {
        await refresh(book, contacts);
        await book.recordImports(BOOK, [{ contactId: ONE, attempt }]);
        await book.recordImports(BOOK, [{ contactId: ONE, link }]);
        expect((await rowOf(book, 1)).entry).toMatchObject({ link, attempt: null });
      }),
    );

    it(
      'takes a user away from whoever was linked to it, within one call too',
      withBook(async ({ book }) => {
        await refresh(book, contacts);
        await book.recordImports(BOOK, [{ contactId: ONE, link }]);
        await book.recordImports(BOOK, [{ contactId: TWO, link }]);
        expect((await rowOf(book, 1)).entry.link).toBeNull();
        expect((await rowOf(book, 2)).entry.link).toEqual(link);
        const late = { ...link, importedAt: '2027-01-01T00:00:00.000Z' };
        await book.recordImports(BOOK, [
          { contactId: ONE, link },
          { contactId: contactId('3'), link: late },
          { contactId: ONE, attempt },
          { contactId: contactId('99'), link: { ...link, userId: userId('user-9') } },
          { contactId: contactId('x'), attempt },
        ]);
        expect((await rowOf(book, 1)).entry).toMatchObject({ link: null, attempt });
        expect((await rowOf(book, 2)).entry.link).toBeNull();
        expect((await rowOf(book, 3)).entry.link).toEqual(late);
      }),
    );

    it(
      'keeps what follows from a record for a row that is as it was, and tells for whom it does not',
      withBook(async ({ book }) => {
        await refresh(book, contacts);
        const { revision } = await rowOf(book, 1);
        const derived = aDerivation({ status: 'equal', userId: link.userId });
        const follows = { revision, derived };
        expect(await book.recordImports(BOOK, [{ contactId: ONE, link, follows }])).toEqual([]);
        expect(await rowOf(book, 1)).toMatchObject({ derived, revision: revision + 1, entry: { link } });
        expect(await book.recordImports(BOOK, [{ contactId: ONE, attempt, follows }])).toEqual([ONE]);
        expect(await rowOf(book, 1)).toMatchObject({ derived, revision: revision + 2, entry: { attempt } });
        const [again, elsewhere] = [{ revision: revision + 2, derived }, await rowOf(book, 2)];
        const twice = await book.recordImports(BOOK, [
          { contactId: ONE, link, follows: again },
          { contactId: TWO, link, follows: { revision: elsewhere.revision, derived } },
        ]);
        expect(twice).toEqual([ONE]);
        expect((await rowOf(book, 2)).derived).toEqual(derived);
        const failed = aDerivation({ status: 'failed', problem: attempt.code });
        const three = { contactId: contactId('3'), attempt, follows: { revision: 0, derived: failed } };
        expect(await book.recordImports(BOOK, [three])).toEqual([]);
        expect((await rowOf(book, 3)).derived).toEqual(failed);
      }),
    );

    it(
      'lets the same contact be linked again, and to another user',
      withBook(async ({ book }) => {
        await refresh(book, contacts);
        await book.recordImports(BOOK, [{ contactId: ONE, link }]);
        await book.recordImports(BOOK, [{ contactId: ONE, link: { ...link, firstName: 'Later' } }]);
        expect((await rowOf(book, 1)).entry.link?.firstName).toBe('Later');
        await book.recordImports(BOOK, [
          { contactId: ONE, link: { ...link, userId: userId('user-2') } },
          { contactId: TWO, link },
        ]);
        expect((await rowOf(book, 1)).entry.link?.userId).toBe('user-2');
        expect((await rowOf(book, 2)).entry.link?.userId).toBe('user-1');
      }),
    );

    it(
      'counts the contacts that are linked to a user',
      withBook(async ({ book, other }) => {
        await refresh(book, contacts);
        await derive(book, 3, { status: 'equal', userId: userId('user-3') });
        expect(await book.linked(BOOK)).toBe(0);
        await book.recordImports(BOOK, [
          { contactId: ONE, link },
          { contactId: TWO, link: { ...link, userId: userId('user-2') } },
          { contactId: TWO, attempt },
        ]);
        expect(await other.linked(BOOK)).toBe(2);
        await book.recordImports(BOOK, [{ contactId: TWO, link }]);
        expect(await book.linked(BOOK)).toBe(1);
        expect(await book.linked({ ...BOOK, databaseId: databaseId('4712') })).toBe(0);
        expect(await book.linked({ ...BOOK, tenantId: tenantId('msp-2') })).toBe(0);
      }),
    );

    it(
      'links one user in two books, and touches no other book',
      withBook(async ({ book }) => {
        const otherBook = { ...BOOK, databaseId: databaseId('4712') };
        for (const key of [BOOK, otherBook]) {
          await refresh(book, contacts, [], key);
          await book.recordImports(key, [{ contactId: ONE, link }]);
        }
        await book.recordImports(otherBook, [
          { contactId: TWO, link },
          { contactId: ONE, attempt },
        ]);
        await derive(book, 1, { status: 'failed' }, otherBook);
        expect(await rowOf(book, 1)).toMatchObject({ entry: { link, attempt: null }, derived: { status: 'blank' } });
      }),
    );

    it(
      'keeps what was derived, the settled attempt included',
      withBook(async ({ book }) => {
        await refresh(book, contacts);
        await book.recordImports(BOOK, [{ contactId: ONE, attempt }]);
        const { revision } = await rowOf(book, 1);
        const derived = aDerivation({ status: 'failed', problem: 'console_refused', userId: userId('user-1') });
        const settled = { ...attempt, userId: userId('user-1') };
        await book.saveDerivations(BOOK, [
          { contactId: ONE, revision, derived, attempt: settled },
          { contactId: contactId('99'), revision: 0, derived, attempt: null },
        ]);
        expect(await rowOf(book, 1)).toMatchObject({ derived, entry: { attempt: settled } });
        await book.saveDerivations(BOOK, []);
      }),
    );

    it.each(['an import', 'an attempt', 'an assignment', 'a refresh', 'another settling'] as const)(
      'drops a derivation that %s has overtaken',
      async (change) =>
        await withBook(async ({ book, other }) => {
          await refresh(book, contacts);
          await book.recordImports(BOOK, [{ contactId: ONE, attempt }]);
          const { revision, entry } = await rowOf(book, 1);
          const derived = aDerivation({ status: 'equal', userId: userId('user-1') });
          if (change === 'an import') await other.recordImports(BOOK, [{ contactId: ONE, link }]);
          if (change === 'an attempt') await other.recordImports(BOOK, [{ contactId: ONE, attempt }]);
          if (change === 'an assignment')
            await other.assign(EVERYTHING, { ids: [ONE] }, { destinationId: destinationId('d') });
          if (change === 'a refresh') await refresh(other, [aSourceContact(1, { email: 'new@engines.example' })]);
          if (change === 'another settling') {
            const settled = { ...attempt, userId: userId('user-2') };
            await other.saveDerivations(BOOK, [
              { contactId: ONE, revision, derived: { ...derived, status: 'failed' }, attempt: settled },
            ]);
          }
          const before = await rowOf(book, 1);
          await book.saveDerivations(BOOK, [{ contactId: entry.contact.id, revision, derived, attempt: null }]);
          expect(await rowOf(book, 1)).toEqual(before);
        })(),
    );

    it(
      'shows at once what another instance has written',
      withBook(async ({ book, other }) => {
        await refresh(book, contacts);
        await Promise.all([
          book.recordImports(BOOK, [{ contactId: ONE, link }]),
          other.recordImports(BOOK, [{ contactId: TWO, link: { ...link, userId: userId('user-2') } }]),
          other.assign(EVERYTHING, { filter: {}, except: [] }, { destinationId: destinationId('d') }),
        ]);
        expect((await rowOf(other, 1)).entry).toMatchObject({
          link: { userId: 'user-1' },
          assignment: { destinationId: 'd' },
        });
        expect((await rowOf(book, 2)).entry).toMatchObject({
          link: { userId: 'user-2' },
          assignment: { destinationId: 'd' },
        });
      }),
    );
  });
}
