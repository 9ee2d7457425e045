import { describe, expect, it } from 'vitest';
import { contactId, runId, tenantId } from '../../core/domain/ids.ts';
import type { ClaimedRun, RunStore } from '../../core/ports/run-store.ts';
import { aSourceContact, BOOK, EVERYTHING, refresh } from '../support/book-builders.ts';
import { aLink } from '../support/builders.ts';
import { anImport, anIntent, anOutcome, aRequest, claimOne, LEASE, MSP, OTHER_MSP } from '../support/run-builders.ts';
import type { RunStoreHarness, WithStore } from './run-store.contract.ts';

const lost = { code: 'run_lost' };
const LINKED = { contactId: contactId('1'), link: aLink() };

/** Every method that only the holder of a run may call. */
const WORKERS_METHODS: readonly (readonly [string, (store: RunStore, claimed: ClaimedRun) => Promise<unknown>])[] = [
  ['renew', (store, claimed) => store.renew(claimed, LEASE)],
  ['release', (store, claimed) => store.release(claimed)],
  ['openItems', (store, claimed) => store.openItems(claimed, 10)],
  ['recordIntents', (store, claimed) => store.recordIntents(claimed, [anIntent(1, 'create')])],
  ['recordOutcomes', (store, claimed) => store.recordOutcomes(claimed, [anOutcome(1, 'created')], [LINKED])],
  ['progress', (store, claimed) => store.progress(claimed, { total: 7, done: 7 })],
  ['hold', (store, claimed) => store.hold(claimed, { code: 'c', text: 't', remedy: 'r' })],
  ['finish', (store, claimed) => store.finish(claimed, { state: 'done' })],
];

async function importOfTwo({ store, book }: RunStoreHarness) {
  await refresh(book, [aSourceContact(1), aSourceContact(2)]);
  return await store.createImport(EVERYTHING, anImport());
}

export function runStoreLeases(withStore: WithStore): void {
  describe('holding runs', () => {
    it(
      'claims nothing when there is nothing to do',
      withStore(async ({ store, book }) => {
        expect(await store.claim(LEASE)).toBeNull();
        await store.createRefresh(MSP, aRequest());
        await store.finish(await claimOne(store), { state: 'done' });
        await refresh(book, []);
        const run = await store.createImport(EVERYTHING, anImport());
        await store.cancel(MSP, run.id);
        expect(await store.claim(LEASE)).toBeNull();
      }),
    );

    it(
      'claims a run with all that its worker needs',
      withStore(async ({ store, other, book }) => {
        await refresh(book, [aSourceContact(1)]);
        const scope = { ...BOOK, accounts: ['Müller & Söhne', 'Account 100'] };
        const run = await store.createImport(scope, anImport({ sendInstructions: true }));
        const claimed = await claimOne(store);
        expect(claimed).toEqual({
          run: { ...run, state: 'running', accounts: scope.accounts },
          databaseId: BOOK.databaseId,
          sendInstructions: true,
          mode: null,
          isReleased: false,
          lease: claimed.lease,
        });
        expect(await other.find(MSP, run.id)).toEqual(claimed.run);
        await store.createRefresh(MSP, aRequest());
        expect(await claimOne(store)).toMatchObject({
          run: { accounts: 'all' },
          databaseId: null,
          sendInstructions: false,
          mode: null,
          isReleased: false,
        });
      }),
    );

    it(
      'never holds two runs of one provider and kind at once',
      withStore(async (harness) => {
        const { store, other } = harness;
        const first = await importOfTwo(harness);
        const second = await store.createImport(EVERYTHING, anImport());
        const elsewhere = await store.createImport({ ...EVERYTHING, tenantId: OTHER_MSP }, anImport());
        const update = await store.createRefresh(MSP, aRequest());
        const claimed = await claimOne(store);
        expect([claimed.run.id, (await claimOne(other)).run.id, (await claimOne(store)).run.id]).toEqual([
          first.id,
          elsewhere.id,
          update.id,
        ]);
        expect(await other.claim(LEASE)).toBeNull();
        await store.finish(claimed, { state: 'done' });
        expect((await claimOne(other)).run.id).toBe(second.id);
      }),
    );

    it(
      'holds each run once when many workers ask at once',
      withStore(async (harness) => {
        const { store, other } = harness;
        await importOfTwo(harness);
        await store.createImport(EVERYTHING, anImport());
        for (const tenant of ['msp-1', 'msp-2', 'msp-3']) await store.createRefresh(tenantId(tenant), aRequest());
        const nodes = [store, other, store, other, store, other, store, other];
        const claimed = await Promise.all(nodes.map((node) => node.claim(LEASE)));
        const held = claimed.flatMap((one) => (one === null ? [] : [`${one.run.tenantId} ${one.run.kind}`]));
        expect(held.toSorted()).toEqual(['msp-1 import', 'msp-1 refresh', 'msp-2 refresh', 'msp-3 refresh']);
      }),
    );

    it(
      'lets another worker take a run over when its lease has run out, and not before',
      withStore(async (harness) => {
        const { store, other, clock } = harness;
        const run = await importOfTwo(harness);
        const claimed = await claimOne(store);
        await clock.advance(9_000);
        expect(await store.renew(claimed, LEASE)).toEqual({ isCancelRequested: false });
        await clock.advance(10_000);
        expect(await other.claim(LEASE)).toBeNull();
        await clock.advance(1);
        const taken = await claimOne(other);
        expect([taken.run.id, taken.lease === claimed.lease]).toEqual([run.id, false]);
      }),
    );

    it.each(WORKERS_METHODS)(
      'refuses %s to a worker that has lost its run to another, and changes nothing',
      async (_, call) =>
        await withStore(async (harness) => {
          const { store, other, clock } = harness;
          const run = await importOfTwo(harness);
          const claimed = await claimOne(store);
          await clock.advance(10_001);
          const taken = await claimOne(other);
          const image = async () => [await store.find(MSP, run.id), await other.openItems(taken, 10)];
          const before = await image();
          await expect(call(store, claimed)).rejects.toMatchObject(lost);
          expect(await image()).toEqual(before);
        })(),
    );

    it.each(WORKERS_METHODS)(
      'refuses %s to the worker of a run that has ended, and changes nothing',
      async (_, call) =>
        await withStore(async (harness) => {
          const { store } = harness;
          const run = await importOfTwo(harness);
          const claimed = await claimOne(store);
          await store.finish(claimed, { state: 'failed' });
          const before = await store.find(MSP, run.id);
          await expect(call(store, claimed)).rejects.toMatchObject(lost);
          expect(await store.find(MSP, run.id)).toEqual(before);
        })(),
    );

    it(
      'lets a worker go on whose lease has run out while nobody has taken the run over',
      withStore(async (harness) => {
        const { store, clock } = harness;
        await importOfTwo(harness);
        const claimed = await claimOne(store);
        await clock.advance(60_000);
        await store.recordOutcomes(claimed, [anOutcome(1, 'created')], []);
        await store.renew(claimed, LEASE);
        expect(await store.claim(LEASE)).toBeNull();
      }),
    );

    it(
      'gives a run back with what was done',
      withStore(async (harness) => {
        const { store, other } = harness;
        const run = await importOfTwo(harness);
        const claimed = await claimOne(store);
        await store.recordOutcomes(claimed, [anOutcome(1, 'created')], []);
        await store.release(claimed);
        expect(await store.find(MSP, run.id)).toMatchObject({ state: 'queued', done: 1 });
        const taken = await claimOne(other);
        expect(taken.run).toMatchObject({ id: run.id, state: 'running', done: 1 });
        expect((await other.openItems(taken, 10)).map(({ entry }) => entry.contact.id)).toEqual(['2']);
      }),
    );

    it(
      'cancels a run at once that nobody works on',
      withStore(async (harness) => {
        const { store, clock } = harness;
        const run = await importOfTwo(harness);
        await clock.advance(5);
        await store.cancel(MSP, run.id);
        expect(await store.find(MSP, run.id)).toMatchObject({
          state: 'cancelled',
          tally: { not_attempted: 2 },
          finishedAt: '2026-11-24T09:00:00.005Z',
        });
        const { items } = await store.items(MSP, run.id, { limit: 10 });
        expect(items.map(({ outcome, reason }) => [outcome, reason?.code])).toEqual([
          ['not_attempted', 'not_attempted'],
          ['not_attempted', 'not_attempted'],
        ]);
      }),
    );

    it(
      'tells the worker of a run that somebody asked to cancel it, and a later worker too',
      withStore(async (harness) => {
        const { store, other } = harness;
        const run = await importOfTwo(harness);
        const claimed = await claimOne(store);
        await other.cancel(MSP, run.id);
        await other.cancel(MSP, run.id);
        expect((await store.find(MSP, run.id))?.state).toBe('running');
        expect(await store.renew(claimed, LEASE)).toEqual({ isCancelRequested: true });
        await store.release(claimed);
        expect(await other.renew(await claimOne(other), LEASE)).toEqual({ isCancelRequested: true });
      }),
    );

    it(
      'cancels a run whose worker has died, and lets that worker find out',
      withStore(async (harness) => {
        const { store, other, clock } = harness;
        const run = await importOfTwo(harness);
        const claimed = await claimOne(store);
        await clock.advance(10_001);
        await other.cancel(MSP, run.id);
        expect((await store.find(MSP, run.id))?.state).toBe('cancelled');
        await expect(store.finish(claimed, { state: 'done' })).rejects.toMatchObject(lost);
      }),
    );

    it(
      'refuses to cancel what has ended, what there is not, and what is another provider’s',
      withStore(async (harness) => {
        const { store } = harness;
        const run = await importOfTwo(harness);
        await expect(store.cancel(OTHER_MSP, run.id)).rejects.toMatchObject({ code: 'run_not_found' });
        for (const id of ['', 'nobody', '\0'].map(runId)) {
          await expect(store.cancel(MSP, id)).rejects.toMatchObject({ code: 'run_not_found' });
        }
        await store.finish(await claimOne(store), { state: 'done' });
        await expect(store.cancel(MSP, run.id)).rejects.toMatchObject({ code: 'run_ended' });
        expect((await store.find(MSP, run.id))?.state).toBe('done');
      }),
    );
  });
}
