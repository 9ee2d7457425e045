import { describe, expect, it } from 'vitest';
import { contactId, packageId, userId } from '../../core/domain/ids.ts';
import { aSourceContact, BOOK, EVERYTHING, refresh } from '../support/book-builders.ts';
import { aLink, anAttempt } from '../support/builders.ts';
import { anImport, anOutcome, claimedImport, claimOne, contactsUpTo } from '../support/run-builders.ts';
import type { WithStore } from './run-store.contract.ts';

/** What every store promises of the items that are still to be dealt with. */
export function runStoreOpenItems(withStore: WithStore): void {
  describe('items without an outcome', () => {
    it(
      'gives the next items without an outcome, in their order',
      withStore(async (harness) => {
        const { store } = harness;
        const claimed = await claimedImport(harness, 5);
        const open = async (limit: number, after?: number) =>
          (await store.openItems(claimed, limit, after)).map(({ entry }) => entry.contact.id);
        expect(await open(2)).toEqual(['1', '2']);
        await store.recordOutcomes(claimed, [anOutcome(1, 'created'), anOutcome(3, 'created')], []);
        expect(await open(2)).toEqual(['2', '4']);
        expect(await open(10)).toEqual(['2', '4', '5']);
        const [second, fourth, fifth] = await store.openItems(claimed, 10);
        expect(await open(1, second?.position)).toEqual(['4']);
        expect(await open(10, fourth?.position)).toEqual(['5']);
        expect(await open(10, fifth?.position)).toEqual([]);
      }),
    );

    it(
      'gives the revision of contacts that are as they were frozen and have their email for themselves',
      withStore(async (harness) => {
        const { store, book } = harness;
        const people = [
          ...contactsUpTo(3),
          ...[4, 5].map((id) => aSourceContact(id, { email: 'Info@x.example' })),
          ...[6, 7].map((id) => aSourceContact(id, { email: '' })),
        ];
        await refresh(book, people);
        await store.createImport(EVERYTHING, anImport());
        const claimed = await claimOne(store);
        const revisions = async () =>
          (await store.openItems(claimed, 10))
            .toSorted((one, other) => Number(one.entry.contact.id) - Number(other.entry.contact.id))
            .map((item) => item.revision);
        expect(await revisions()).toEqual([0, 0, 0, null, null, 0, 0]);
        await book.recordImports(BOOK, [{ contactId: contactId('1'), link: aLink() }]);
        await refresh(book, [
          ...people,
          aSourceContact(2, { lastName: 'Byron' }),
          aSourceContact(8, { email: 'contact-3@engines.example' }),
        ]);
        const packageIds = { packageId: packageId('package-9') };
        await book.assign(EVERYTHING, { ids: [contactId('6')] }, packageIds);
        expect(await revisions()).toEqual([1, null, null, null, null, null, 0]);
      }),
    );

    it(
      'gives items with the link and the attempt of today, and says when their contact is gone',
      withStore(async (harness) => {
        const { store, book } = harness;
        const claimed = await claimedImport(harness, 4);
        const link = aLink({ userId: userId('user-1') });
        const attempt = anAttempt();
        await book.recordImports(BOOK, [
          { contactId: contactId('1'), link },
          { contactId: contactId('2'), attempt },
          { contactId: contactId('4'), link: { ...link, userId: userId('user-4') } },
        ]);
        const before = await store.openItems(claimed, 10);
        expect(before.map(({ entry }) => [entry.link, entry.attempt, entry.contact.isGone])).toEqual([
          [link, null, false],
          [null, attempt, false],
          [null, null, false],
          [{ ...link, userId: 'user-4' }, null, false],
        ]);
        await refresh(book, contactsUpTo(2));
        await book.dropGone(BOOK);
        await refresh(book, contactsUpTo(1));
        const after = await store.openItems(claimed, 10);
        expect(after.map(({ entry }) => [entry.contact.id, entry.contact.isGone])).toEqual([
          ['1', false],
          ['2', true],
          ['3', true],
          ['4', true],
        ]);
        expect(after.map(({ entry }) => [entry.link, entry.attempt])).toEqual([
          [link, null],
          [null, attempt],
          [null, null],
          [null, null],
        ]);
      }),
    );
  });
}
