import { describe, expect, it } from 'vitest';
import { runId } from '../../core/domain/ids.ts';
import type { Run } from '../../core/domain/run.ts';
import { aRequest, claimOne, LEASE, MSP, OTHER_MSP } from '../support/run-builders.ts';
import type { WithStore } from './run-store.contract.ts';

const forever = new AbortController().signal;

async function collect(changes: AsyncIterable<Run>): Promise<Run[]> {
  const seen: Run[] = [];
  for await (const run of changes) seen.push(run);
  return seen;
}

/** Follows a run step by step. */
function following(changes: AsyncIterable<Run>) {
  const iterator = changes[Symbol.asyncIterator]();
  return {
    next: async () => (await iterator.next()).value as Run | undefined,
    end: () => iterator.return?.(),
  };
}

export function runStoreChanges(withStore: WithStore): void {
  describe('following a run', () => {
    it(
      'yields the run as it is, then each change, until it has ended',
      withStore(async ({ store }) => {
        const run = await store.createRefresh(MSP, aRequest());
        const follower = following(store.changes(MSP, run.id, forever));
        expect(await follower.next()).toEqual(run);
        const claimed = await claimOne(store);
        expect(await follower.next()).toMatchObject({ state: 'running' });
        await store.progress(claimed, { total: 10, done: 5 });
        expect(await follower.next()).toMatchObject({ total: 10, done: 5 });
        await store.release(claimed);
        expect(await follower.next()).toMatchObject({ state: 'queued' });
        await store.finish(await claimOne(store), { state: 'done' });
        expect(await follower.next()).toMatchObject({ state: 'done' });
        expect(await follower.next()).toBeUndefined();
      }),
    );

    it(
      'goes on while a run is held, until it has ended',
      withStore(async ({ store, other }) => {
        const run = await store.createRefresh(MSP, aRequest());
        const followers = [store, other].map((node) => following(node.changes(MSP, run.id, forever)));
        const seen = () => Promise.all(followers.map(async (follower) => (await follower.next())?.state));
        expect(await seen()).toEqual(['queued', 'queued']);
        await store.hold(await claimOne(store), { code: 'c', text: 't', remedy: 'r' });
        expect(await seen()).toEqual(['held', 'held']);
        await store.releaseHeld(MSP, run.id);
        expect(await seen()).toEqual(['queued', 'queued']);
        await store.hold(await claimOne(store), { code: 'c', text: 't', remedy: 'r' });
        expect(await seen()).toEqual(['held', 'held']);
        await store.createRefresh(MSP, aRequest());
        expect(await seen()).toEqual(['cancelled', 'cancelled']);
        expect(await seen()).toEqual([undefined, undefined]);
      }),
    );

    it(
      'waits for a change that comes later',
      withStore(async ({ store }) => {
        const run = await store.createRefresh(MSP, aRequest());
        const follower = following(store.changes(MSP, run.id, forever));
        await follower.next();
        const change = follower.next();
        await store.cancel(MSP, run.id);
        expect(await change).toMatchObject({ state: 'cancelled' });
      }),
    );

    it(
      'yields the newest state only, when several changes came meanwhile',
      withStore(async ({ store }) => {
        const run = await store.createRefresh(MSP, aRequest());
        const follower = following(store.changes(MSP, run.id, forever));
        await follower.next();
        const claimed = await claimOne(store);
        for (const done of [1, 2, 3]) await store.progress(claimed, { total: 3, done });
        expect(await follower.next()).toMatchObject({ state: 'running', done: 3 });
        await follower.end();
      }),
    );

    it(
      'says nothing when nothing has changed',
      withStore(async ({ store }) => {
        const run = await store.createRefresh(MSP, aRequest());
        const claimed = await claimOne(store);
        const follower = following(store.changes(MSP, run.id, forever));
        await follower.next();
        const change = follower.next();
        await store.recordOutcomes(claimed, [], []);
        await store.renew(claimed, LEASE);
        await store.progress(claimed, { total: 2, done: 1 });
        expect(await change).toMatchObject({ total: 2, done: 1 });
        await follower.end();
      }),
    );

    it(
      'shows what another node has written',
      withStore(async ({ store, other }) => {
        const run = await store.createRefresh(MSP, aRequest());
        const follower = following(other.changes(MSP, run.id, forever));
        await follower.next();
        const change = follower.next();
        const claimed = await claimOne(store);
        expect(await change).toMatchObject({ state: 'running' });
        await store.finish(claimed, { state: 'failed' });
        expect(await follower.next()).toMatchObject({ state: 'failed' });
      }),
    );

    it(
      'yields an ended run once, and nothing of an unknown or another provider’s one',
      withStore(async ({ store }) => {
        const run = await store.createRefresh(MSP, aRequest());
        await store.cancel(MSP, run.id);
        expect((await collect(store.changes(MSP, run.id, forever))).map(({ state }) => state)).toEqual(['cancelled']);
        expect(await collect(store.changes(OTHER_MSP, run.id, forever))).toEqual([]);
        expect(await collect(store.changes(MSP, runId('nobody'), forever))).toEqual([]);
        expect(await collect(store.changes(MSP, runId('\0'), forever))).toEqual([]);
      }),
    );

    it(
      'ends at the signal, before and while it waits',
      withStore(async ({ store }) => {
        const run = await store.createRefresh(MSP, aRequest());
        expect(await collect(store.changes(MSP, run.id, AbortSignal.abort()))).toEqual([]);
        const controller = new AbortController();
        const follower = following(store.changes(MSP, run.id, controller.signal));
        await follower.next();
        const change = follower.next();
        controller.abort();
        expect(await change).toBeUndefined();
      }),
    );

    it(
      'lets many follow one run',
      withStore(async ({ store }) => {
        const run = await store.createRefresh(MSP, aRequest());
        const all = Array.from({ length: 20 }, () => collect(store.changes(MSP, run.id, forever)));
        await store.finish(await claimOne(store), { state: 'done' });
        for (const seen of await Promise.all(all)) expect(seen.at(-1)?.state).toBe('done');
      }),
    );
  });
}
