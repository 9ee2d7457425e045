import { describe, expect, it } from 'vitest';
import { runId } from '../../core/domain/ids.ts';
import { aSourceContact, EVERYTHING, refresh } from '../support/book-builders.ts';
import { anImport, anOutcome, aRequest, claimOne, LEASE, MSP, OTHER_MSP } from '../support/run-builders.ts';
import type { RunStoreHarness, WithStore } from './run-store.contract.ts';

const PROBLEM = { code: 'list_too_short', text: 'Autotask shows 3 of 400 contacts.', remedy: 'Look into Autotask.' };

/** A refresh that the brake has stopped on its way. */
async function heldRefresh({ store }: Pick<RunStoreHarness, 'store'>) {
  const run = await store.createRefresh(MSP, aRequest({ mode: 'full' }));
  const claimed = await claimOne(store);
  await store.progress(claimed, { total: 400, done: 3 });
  await store.hold(claimed, PROBLEM);
  return { run, claimed };
}

export function runStoreHolding(withStore: WithStore): void {
  describe('holding a run for a person', () => {
    it(
      'shows it as held, with the problem and how far it is',
      withStore(async ({ store, other }) => {
        const { run } = await heldRefresh({ store });
        const held = { ...run, state: 'held', problem: PROBLEM, total: 400, done: 3, finishedAt: null };
        expect(await other.find(MSP, run.id)).toEqual(held);
        expect(await other.recent(MSP, 10)).toEqual([held]);
      }),
    );

    it(
      'lets its worker go, and no other worker take it up',
      withStore(async ({ store, other, clock }) => {
        const { claimed } = await heldRefresh({ store });
        await expect(store.renew(claimed, LEASE)).rejects.toMatchObject({ code: 'run_lost' });
        await clock.advance(60_000);
        expect(await other.claim(LEASE)).toBeNull();
      }),
    );

    it(
      'stands in the way of nothing else of the provider',
      withStore(async ({ store, book }) => {
        await refresh(book, [aSourceContact(1), aSourceContact(2)]);
        const held = await store.createImport(EVERYTHING, anImport());
        await store.hold(await claimOne(store), PROBLEM);
        const next = await store.createImport(EVERYTHING, anImport());
        expect((await claimOne(store)).run.id).toBe(next.id);
        expect(await store.find(MSP, held.id)).toMatchObject({ state: 'held', tally: { not_attempted: 0 } });
      }),
    );

    it(
      'lets a released run go on, as released, without its problem and with what it was asked for',
      withStore(async ({ store, other }) => {
        const { run } = await heldRefresh({ store });
        await other.releaseHeld(MSP, run.id);
        expect(await store.find(MSP, run.id)).toMatchObject({ state: 'queued', problem: null, finishedAt: null });
        expect(await claimOne(other)).toMatchObject({ run: { id: run.id, done: 3 }, mode: 'full', isReleased: true });
      }),
    );

    it(
      'stays released when a worker gives it back or dies',
      withStore(async ({ store, other, clock }) => {
        const { run } = await heldRefresh({ store });
        await store.releaseHeld(MSP, run.id);
        await store.release(await claimOne(store));
        expect((await claimOne(store)).isReleased).toBe(true);
        await clock.advance(10_001);
        expect(await claimOne(other)).toMatchObject({ run: { id: run.id }, isReleased: true });
      }),
    );

    it(
      'forgets an earlier wish to cancel when a person lets the run go on',
      withStore(async ({ store }) => {
        const run = await store.createRefresh(MSP, aRequest());
        const claimed = await claimOne(store);
        await store.cancel(MSP, run.id);
        await store.hold(claimed, PROBLEM);
        await store.releaseHeld(MSP, run.id);
        expect(await store.renew(await claimOne(store), LEASE)).toEqual({ isCancelRequested: false });
      }),
    );

    it(
      'releases nothing but what is held, of this provider',
      withStore(async ({ store }) => {
        const { run } = await heldRefresh({ store });
        for (const [tenant, id] of [
          [OTHER_MSP, run.id],
          ...['', 'nobody', '\0'].map((unknown) => [MSP, runId(unknown)] as const),
        ] as const) {
          await expect(store.releaseHeld(tenant, id)).rejects.toMatchObject({ code: 'run_not_found' });
        }
        await store.releaseHeld(MSP, run.id);
        const notHeld = { code: 'run_not_held' };
        await expect(store.releaseHeld(MSP, run.id)).rejects.toMatchObject(notHeld);
        const claimed = await claimOne(store);
        await expect(store.releaseHeld(MSP, run.id)).rejects.toMatchObject(notHeld);
        await store.finish(claimed, { state: 'done' });
        await expect(store.releaseHeld(MSP, run.id)).rejects.toMatchObject(notHeld);
        expect((await store.find(MSP, run.id))?.state).toBe('done');
      }),
    );

    it(
      'ends a held run at once when a person cancels it',
      withStore(async (harness) => {
        const { store, book } = harness;
        await refresh(book, [aSourceContact(1), aSourceContact(2)]);
        const run = await store.createImport(EVERYTHING, anImport());
        const claimed = await claimOne(store);
        await store.recordOutcomes(claimed, [anOutcome(1, 'created')], []);
        await store.hold(claimed, PROBLEM);
        await store.cancel(MSP, run.id);
        expect(await store.find(MSP, run.id)).toMatchObject({
          state: 'cancelled',
          problem: PROBLEM,
          tally: { created: 1, not_attempted: 1 },
          finishedAt: '2026-11-24T09:00:00.000Z',
        });
        await expect(store.releaseHeld(MSP, run.id)).rejects.toMatchObject({ code: 'run_not_held' });
        await expect(store.cancel(MSP, run.id)).rejects.toMatchObject({ code: 'run_ended' });
      }),
    );

    it(
      'cancels a held refresh when a new one is asked for, and no other held run',
      withStore(async (harness) => {
        const { store, other, book } = harness;
        await refresh(book, [aSourceContact(1)]);
        const imported = await store.createImport(EVERYTHING, anImport());
        await store.hold(await claimOne(store), PROBLEM);
        const elsewhere = await store.createRefresh(OTHER_MSP, aRequest());
        await store.hold(await claimOne(store), PROBLEM);
        const { run } = await heldRefresh(harness);
        const next = await other.createRefresh(MSP, aRequest({ mode: 'incremental' }));
        expect(next).toMatchObject({ state: 'queued', problem: null });
        expect(next.id).not.toBe(run.id);
        expect(await store.find(MSP, run.id)).toMatchObject({
          state: 'cancelled',
          finishedAt: '2026-11-24T09:00:00.000Z',
        });
        expect((await store.find(MSP, imported.id))?.state).toBe('held');
        expect((await store.find(OTHER_MSP, elsewhere.id))?.state).toBe('held');
        expect(await claimOne(store)).toMatchObject({ run: { id: next.id }, mode: 'incremental', isReleased: false });
      }),
    );

    it(
      'answers the released refresh instead of a second one, and a repeated key with the held one',
      withStore(async ({ store, other }) => {
        const request = aRequest({ idempotencyKey: 'a' });
        const run = await store.createRefresh(MSP, request);
        await store.hold(await claimOne(store), PROBLEM);
        expect(await other.createRefresh(MSP, request)).toMatchObject({ id: run.id, state: 'held' });
        await store.releaseHeld(MSP, run.id);
        expect((await other.createRefresh(MSP, aRequest())).id).toBe(run.id);
      }),
    );

    it(
      'keeps one unfinished refresh when one is released and others are asked for at once',
      withStore(async ({ store, other }) => {
        const { run } = await heldRefresh({ store });
        const [released, ...asked] = await Promise.all([
          store.releaseHeld(MSP, run.id).then(
            () => null,
            (error: unknown) => error,
          ),
          other.createRefresh(MSP, aRequest()),
          store.createRefresh(MSP, aRequest()),
        ]);
        if (released !== null) expect(released).toMatchObject({ code: 'run_not_held' });
        expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
        expect(asked[0].id === run.id).toBe(released === null);
        const states = (await store.recent(MSP, 10)).map(({ state }) => state);
        expect(states.filter((state) => state === 'queued')).toHaveLength(1);
      }),
    );
  });
}
