import { describe, expect, it } from 'vitest';
import { contactId, userId } from '../../core/domain/ids.ts';
import { EMPTY_TALLY } from '../../core/domain/run.ts';
import type { ImportRequest } from '../../core/ports/run-store.ts';
import { aSourceContact, BOOK, EVERYTHING, refresh, rowOf } from '../support/book-builders.ts';
import { aLink, anAttempt } from '../support/builders.ts';
import { anImport, anIntent, anOutcome, claimOne, LEASE, MSP } from '../support/run-builders.ts';
import type { RunStoreHarness, WithStore } from './run-store.contract.ts';

const PROBLEM = { code: 'many_updates', text: '300 of 400 users would change.', remedy: 'Look at the preview.' };

const seenOf = (id: number | string, image: string) => ({ contactId: contactId(String(id)), image });

async function importOf({ store, book }: RunStoreHarness, count: number, given: Partial<ImportRequest> = {}) {
  await refresh(
    book,
    Array.from({ length: count }, (_, index) => aSourceContact(index + 1)),
  );
  return await store.createImport(EVERYTHING, anImport(given));
}

async function claimedImport(harness: RunStoreHarness, count: number, given: Partial<ImportRequest> = {}) {
  await importOf(harness, count, given);
  return await claimOne(harness.store);
}

export function runStoreIntents(withStore: WithStore): void {
  describe('users as they were seen, and what is about to be done', () => {
    it(
      'gives each item the user that was seen, or none, and leaves out what was not selected',
      withStore(async (harness) => {
        const { store, other } = harness;
        const ids = ['1', '2', '3'].map(contactId);
        const seen = [seenOf(2, 'image-2'), seenOf(1, 'Bild 👎'), seenOf(4, 'x'), seenOf(77, 'x'), seenOf('y', 'x')];
        const claimed = await claimedImport(harness, 4, { selection: { ids }, seen });
        expect((await store.openItems(claimed, 10)).map((item) => item.seen)).toEqual(['Bild 👎', 'image-2', '']);
        await store.release(claimed);
        const later = await claimOne(other);
        expect((await other.openItems(later, 10)).map((item) => item.seen)).toEqual(['Bild 👎', 'image-2', '']);
      }),
    );

    it(
      'keeps the users that were seen for each import by itself',
      withStore(async (harness) => {
        const { store } = harness;
        const claimed = await claimedImport(harness, 1, { seen: [seenOf(1, 'first')] });
        await store.createImport(EVERYTHING, anImport({ seen: [seenOf(1, 'second')] }));
        expect((await store.openItems(claimed, 10)).map(({ seen }) => seen)).toEqual(['first']);
        await store.finish(claimed, { state: 'done' });
        expect((await store.openItems(await claimOne(store), 10)).map(({ seen }) => seen)).toEqual(['second']);
      }),
    );

    it(
      'takes users in any number',
      withStore(async (harness) => {
        const { store } = harness;
        const seen = Array.from({ length: 2500 }, (_, index) => seenOf(index + 1, `image-${index + 1}`));
        const claimed = await claimedImport(harness, 2500, { seen });
        const items = await store.openItems(claimed, 3000);
        expect(items.filter((item) => item.seen !== `image-${item.entry.contact.id}`)).toEqual([]);
        expect(items).toHaveLength(2500);
      }),
    );

    it(
      'tells whoever comes later what an earlier worker was about to do',
      withStore(async (harness) => {
        const { store, other, clock } = harness;
        const claimed = await claimedImport(harness, 3);
        expect((await store.openItems(claimed, 10)).map(({ intent }) => intent)).toEqual([null, null, null]);
        const before = await store.find(MSP, claimed.run.id);
        await store.recordIntents(claimed, [anIntent(1, 'create'), anIntent(2, 'update')]);
        expect(await store.find(MSP, claimed.run.id)).toEqual(before);
        await clock.advance(10_001);
        const later = await claimOne(other);
        expect((await other.openItems(later, 10)).map(({ intent }) => intent)).toEqual(['create', 'update', null]);
      }),
    );

    it(
      'keeps the latest intent, and none of what is no item or has an outcome',
      withStore(async (harness) => {
        const { store } = harness;
        const claimed = await claimedImport(harness, 3);
        await store.recordOutcomes(claimed, [anOutcome(3, 'created')], []);
        await store.recordIntents(claimed, [anIntent(1, 'create'), anIntent(2, 'update')]);
        await store.recordIntents(
          claimed,
          [1, 3, 77, 'x'].map((id) => anIntent(id, 'update')),
        );
        await store.recordIntents(claimed, [anIntent(2, 'create'), anIntent(2, 'update')]);
        await store.recordIntents(claimed, []);
        expect((await store.openItems(claimed, 10)).map(({ intent }) => intent)).toEqual(['update', 'update']);
        const { items } = await store.items(MSP, claimed.run.id, { limit: 10 });
        expect(items.map(({ outcome }) => outcome)).toEqual([null, null, 'created']);
      }),
    );

    it(
      'touches no other run of the same contacts',
      withStore(async (harness) => {
        const { store } = harness;
        const claimed = await claimedImport(harness, 2);
        await store.createImport(EVERYTHING, anImport());
        await store.recordIntents(claimed, [anIntent(1, 'create')]);
        await store.finish(claimed, { state: 'failed' });
        expect((await store.openItems(await claimOne(store), 10)).map(({ intent }) => intent)).toEqual([null, null]);
      }),
    );

    it(
      'leaves with the contacts what came of them along with the outcomes',
      withStore(async (harness) => {
        const { store, book } = harness;
        const claimed = await claimedImport(harness, 2);
        const link = aLink({ userId: userId('user-1') });
        const attempt = anAttempt();
        await store.recordOutcomes(
          claimed,
          [anOutcome(1, 'created'), anOutcome(2, 'failed', { code: 'console_refused' })],
          [
            { contactId: contactId('1'), link },
            { contactId: contactId('2'), attempt },
          ],
        );
        expect((await rowOf(book, 1)).entry).toMatchObject({ link, attempt: null });
        expect((await rowOf(book, 2)).entry).toMatchObject({ link: null, attempt });
        expect(await book.linked(BOOK)).toBe(1);
      }),
    );
  });

  describe('an import that waits for a person from the beginning', () => {
    it(
      'is held with its problem and its items, and no worker takes it up',
      withStore(async (harness) => {
        const { other, clock } = harness;
        const run = await importOf(harness, 2, { hold: PROBLEM });
        expect(run).toMatchObject({ state: 'held', problem: PROBLEM, total: 2, done: 0, tally: EMPTY_TALLY });
        expect(await other.find(MSP, run.id)).toEqual(run);
        await clock.advance(60_000);
        expect(await other.claim(LEASE)).toBeNull();
      }),
    );

    it(
      'goes on as released, with the users that were seen',
      withStore(async (harness) => {
        const { store, other } = harness;
        const run = await importOf(harness, 2, { hold: PROBLEM, seen: [seenOf(1, 'image')], sendInstructions: true });
        await other.releaseHeld(MSP, run.id);
        const claimed = await claimOne(store);
        expect(claimed).toMatchObject({ run: { id: run.id, problem: null }, isReleased: true, sendInstructions: true });
        expect((await store.openItems(claimed, 10)).map(({ seen }) => seen)).toEqual(['image', '']);
      }),
    );

    it(
      'is cancelled at once, with every item accounted for',
      withStore(async (harness) => {
        const { store } = harness;
        const run = await importOf(harness, 2, { hold: PROBLEM });
        await store.cancel(MSP, run.id);
        expect(await store.find(MSP, run.id)).toMatchObject({ state: 'cancelled', tally: { not_attempted: 2 } });
      }),
    );

    it(
      'is answered to a repeated key as it is',
      withStore(async (harness) => {
        const { store, other } = harness;
        const run = await importOf(harness, 1, { hold: PROBLEM, idempotencyKey: 'a' });
        expect(await other.createImport(EVERYTHING, anImport({ idempotencyKey: 'a' }))).toEqual(run);
        await store.releaseHeld(MSP, run.id);
        const again = anImport({ hold: PROBLEM, idempotencyKey: 'a' });
        expect(await other.createImport(EVERYTHING, again)).toMatchObject({ id: run.id, state: 'queued' });
      }),
    );
  });
}
