import { describe, expect, it } from 'vitest';
import { contactId, databaseId } from '../../core/domain/ids.ts';
import type { SelectedEntry } from '../../core/ports/contact-book.ts';
import { aDerivation, aSourceAccount, aSourceContact, BOOK, EVERYTHING, refresh } from '../support/book-builders.ts';
import type { WithBook } from './contact-book.contract.ts';

async function collect<Item>(batches: AsyncIterable<readonly Item[]>): Promise<Item[][]> {
  const collected: Item[][] = [];
  for await (const batch of batches) collected.push([...batch]);
  return collected;
}

/** 260 contacts: 40 without an email, 140 with one and the same, the others in pairs. */
function crowd() {
  return Array.from({ length: 260 }, (_, index) => {
    const pair = `pair-${Math.floor(index / 2)}@engines.example`;
    const own = index % 2 === 0 ? pair : ` ${pair.toUpperCase()}`;
    return aSourceContact(index + 1, { email: index < 40 ? '  ' : index < 180 ? 'info@engines.example' : own });
  });
}

function rivalsById(batches: readonly (readonly SelectedEntry[])[]): Record<string, number> {
  return Object.fromEntries(batches.flat().map(({ entry, rivals }) => [entry.contact.id, rivals]));
}

export function contactBookBatches(withBook: WithBook): void {
  describe('batches by email', () => {
    it(
      'yields every contact once and never parts those with one email',
      withBook(async ({ book }) => {
        await refresh(book, crowd());
        await refresh(book, [aSourceContact(1)], [], { ...BOOK, databaseId: databaseId('4712') });
        const batches = await collect(book.emailBatches(BOOK));
        const ids = batches.flat().map(({ entry }) => entry.contact.id);
        expect([ids.length, new Set(ids).size]).toEqual([260, 260]);
        expect(batches.length).toBeGreaterThan(1);
        const places = new Map<string, number>();
        for (const [place, batch] of batches.entries()) {
          for (const { entry } of batch) {
            const key = entry.contact.email.trim().toLowerCase();
            if (key === '') continue;
            expect(places.get(key) ?? place).toBe(place);
            places.set(key, place);
          }
        }
      }),
    );

    it(
      'parts contacts without an email',
      withBook(async ({ book }) => {
        await refresh(
          book,
          Array.from({ length: 251 }, (_, index) => aSourceContact(index + 1, { email: '' })),
        );
        const sizes = (await collect(book.emailBatches(BOOK))).map((batch) => batch.length);
        expect(sizes.length).toBeGreaterThan(2);
        expect(sizes.reduce((sum, size) => sum + size)).toBe(251);
      }),
    );

    it(
      'yields no batch of an empty book',
      withBook(async ({ book }) => {
        expect(await collect(book.emailBatches(BOOK))).toEqual([]);
        expect(await collect(book.selectedBatches(EVERYTHING, { filter: {}, except: [] }))).toEqual([]);
      }),
    );

    it(
      'lets rows be changed while they are read',
      withBook(async ({ book }) => {
        await refresh(book, crowd());
        let count = 0;
        for await (const batch of book.emailBatches(BOOK)) {
          count += batch.length;
          const records = batch.map(({ entry, revision }) => ({
            contactId: entry.contact.id,
            revision,
            derived: aDerivation({ status: 'equal' }),
            attempt: null,
          }));
          await book.saveDerivations(BOOK, records);
        }
        expect([count, (await book.counts(EVERYTHING, {})).equal]).toEqual([260, 260]);
      }),
    );

    it(
      'counts as rivals the active contacts of the selection with the same email',
      withBook(async ({ book }) => {
        const shared = 'info@engines.example';
        const contacts = [
          aSourceContact(1, { email: shared }),
          aSourceContact(2, { email: ` ${shared.toUpperCase()} ` }),
          aSourceContact(3, { email: shared, isActive: false }),
          aSourceContact(5, { email: '' }),
          aSourceContact(6, { email: ' ' }),
          aSourceContact(7, { email: '', isActive: false }),
          aSourceContact(8),
        ];
        await refresh(book, [...contacts, aSourceContact(4, { email: shared })], [aSourceAccount(100)]);
        await refresh(book, contacts, [aSourceAccount(100)]);
        const all = await collect(book.selectedBatches(EVERYTHING, { filter: {}, except: [] }));
        expect(rivalsById(all)).toEqual({ 1: 2, 2: 2, 3: 2, 4: 2, 5: 1, 6: 1, 7: 0, 8: 1 });
        const some = await collect(book.selectedBatches(EVERYTHING, { ids: ['2', '3', '8'].map(contactId) }));
        expect(rivalsById(some)).toEqual({ 2: 1, 3: 1, 8: 1 });
        const inactive = await collect(book.selectedBatches(EVERYTHING, { filter: { active: false }, except: [] }));
        expect(rivalsById(inactive)).toEqual({ 3: 0, 4: 0, 7: 0 });
      }),
    );
  });
}
