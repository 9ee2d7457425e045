import { describe, expect, it } from 'vitest';
import { databaseId, userId } from '../../core/domain/ids.ts';
import type { ContactBook, GenerationExtent } from '../../core/ports/contact-book.ts';
import { aSourceAccount, aSourceContact, BOOK, derive, refresh } from '../support/book-builders.ts';
import type { WithBook } from './contact-book.contract.ts';

const WATERMARKS = { contacts: '2026-11-24T09:00:00.123Z', accounts: '2026-11-24T08:00:00.000Z' };
const LATER = { contacts: '2026-11-25T09:00:00.000Z', accounts: '2026-11-25T08:00:00.000Z' };
const COMPARED_AT = '2026-11-24T10:00:00.000Z';

async function commit(
  book: ContactBook,
  extent: GenerationExtent,
  note: Parameters<Awaited<ReturnType<ContactBook['begin']>>['commit']>[0],
): Promise<void> {
  const generation = await book.begin(BOOK, extent);
  await generation.addContacts([aSourceContact(1)]);
  await generation.commit(note);
}

export function contactBookState(withBook: WithBook): void {
  describe('what a book knows', () => {
    it(
      'knows nothing of a book that never was, or is only begun',
      withBook(async ({ book }) => {
        const nothing = { contacts: 0, accounts: 0, watermarks: null, comparedAt: null };
        expect(await book.state(BOOK)).toEqual(nothing);
        const generation = await book.begin(BOOK, 'whole');
        await generation.addContacts([aSourceContact(1)]);
        expect(await book.state(BOOK)).toEqual(nothing);
        await refresh(book, [aSourceContact(1)], [], { ...BOOK, databaseId: databaseId('4712') });
        expect(await book.state(BOOK)).toEqual(nothing);
      }),
    );

    it.each(['whole', 'changes'] as const)('keeps what a commit of %s notes', async (extent) =>
      withBook(async ({ book, other }) => {
        await commit(book, extent, { watermarks: WATERMARKS, comparedAt: COMPARED_AT });
        expect(await other.state(BOOK)).toMatchObject({ watermarks: WATERMARKS, comparedAt: COMPARED_AT });
        await commit(book, extent, { watermarks: LATER, comparedAt: null });
        expect(await book.state(BOOK)).toMatchObject({ watermarks: LATER, comparedAt: COMPARED_AT });
        await commit(book, extent, { watermarks: null, comparedAt: null });
        expect(await book.state(BOOK)).toMatchObject({ watermarks: null, comparedAt: COMPARED_AT });
      })(),
    );

    it(
      'learns nothing from a generation that is begun, discarded or too late',
      withBook(async ({ book, other }) => {
        await commit(book, 'whole', { watermarks: WATERMARKS, comparedAt: COMPARED_AT });
        const before = await book.state(BOOK);
        const late = await book.begin(BOOK, 'changes');
        await late.addContacts([aSourceContact(2)]);
        const taken = await other.begin(BOOK, 'changes');
        await expect(late.commit({ watermarks: LATER, comparedAt: null })).rejects.toMatchObject({ code: 'run_lost' });
        await taken.discard();
        expect(await book.state(BOOK)).toEqual(before);
      }),
    );

    it(
      'counts accounts, and contacts that are not gone',
      withBook(async ({ book }) => {
        await refresh(book, [aSourceContact(1), aSourceContact(2)], [aSourceAccount(100), aSourceAccount(200)]);
        await derive(book, 2, { status: 'equal', userId: userId('user-1') });
        expect(await book.state(BOOK)).toMatchObject({ contacts: 2, accounts: 2 });
        await refresh(book, [aSourceContact(1)]);
        expect(await book.state(BOOK)).toMatchObject({ contacts: 1, accounts: 1 });
        await book.dropGone(BOOK);
        expect(await book.state(BOOK)).toMatchObject({ contacts: 1, accounts: 1 });
      }),
    );
  });

  describe('boundaries', () => {
    it(
      'part the contacts into shares of about the same size, by number and whatever the gaps',
      withBook(async ({ book }) => {
        const ids = ['9', '10', '99', '100', '2000000', '9007199254740993', '9007199254740995', '9223372036854775806'];
        await refresh(
          book,
          ids.map((id) => aSourceContact(id)),
        );
        for (const shares of [2, 3, 4, 8]) {
          const boundaries = await book.boundaries(BOOK, 'contacts', shares);
          expect(boundaries).toHaveLength(shares - 1);
          expect(boundaries).toEqual(ids.filter((id) => boundaries.includes(id)));
          const sizes = sharesOf(ids, boundaries);
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(2);
        }
        expect(await book.boundaries(BOOK, 'contacts', 1)).toEqual([]);
      }),
    );

    it(
      'part the accounts by number as well',
      withBook(async ({ book }) => {
        const ids = Array.from({ length: 120 }, (_, index) => String(index));
        await refresh(
          book,
          [],
          ids.toReversed().map((id) => aSourceAccount(id)),
        );
        const boundaries = await book.boundaries(BOOK, 'accounts', 3);
        expect(boundaries).toEqual(boundaries.toSorted((one, other) => Number(one) - Number(other)));
        for (const size of sharesOf(ids, boundaries)) expect(Math.abs(size - 40)).toBeLessThanOrEqual(1);
      }),
    );

    it(
      'are fewer when the list is short, and none when there is nothing to part',
      withBook(async ({ book }) => {
        expect(await book.boundaries(BOOK, 'contacts', 4)).toEqual([]);
        await refresh(book, [aSourceContact(7)], [aSourceAccount(100), aSourceAccount(200)]);
        await refresh(
          book,
          [1, 2, 3, 4].map(String).map((id) => aSourceContact(id)),
          [],
          {
            ...BOOK,
            databaseId: databaseId('4712'),
          },
        );
        expect(await book.boundaries(BOOK, 'contacts', 4)).toEqual([]);
        expect(await book.boundaries(BOOK, 'accounts', 4)).toHaveLength(1);
      }),
    );
  });
}

/** How many ids lie up to each boundary, and behind the last. */
function sharesOf(ids: readonly string[], boundaries: readonly string[]): readonly number[] {
  const ends = [...boundaries.map((id) => ids.indexOf(id) + 1), ids.length];
  return ends.map((end, share) => end - (ends[share - 1] ?? 0));
}
