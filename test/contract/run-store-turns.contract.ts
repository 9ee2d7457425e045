import { describe, expect, it } from 'vitest';
import { tenantId } from '../../core/domain/ids.ts';
import { aSourceContact, EVERYTHING, refresh } from '../support/book-builders.ts';
import { anImport, aRequest, claimOne, LEASE, MSP, OTHER_MSP } from '../support/run-builders.ts';
import type { RunStoreHarness, WithStore } from './run-store.contract.ts';

const PROBLEM = { code: 'c', text: 't', remedy: 'r' };
const ELSEWHERE = { ...EVERYTHING, tenantId: OTHER_MSP };

/** Imports of two providers, the first one's written down a millisecond before the second one's. */
async function importsOfTwo({ store, clock }: RunStoreHarness) {
  const first = await store.createImport(EVERYTHING, anImport());
  await clock.advance(1);
  const second = await store.createImport(ELSEWHERE, anImport());
  await clock.advance(1);
  return { first, second };
}

export function runStoreTurns(withStore: WithStore): void {
  describe('whose turn it is', () => {
    it(
      'claims the oldest first, each once, whoever asks for it',
      withStore(async ({ store, other, clock }) => {
        const tenants = ['msp-3', 'msp-1', 'msp-2'].map(tenantId);
        for (const tenant of tenants) {
          await store.createRefresh(tenant, aRequest());
          await clock.advance(1);
        }
        const claimed = [await claimOne(store), await claimOne(other), await claimOne(store)];
        expect(claimed.map(({ run }) => run.tenantId)).toEqual(tenants);
        expect(new Set(claimed.map(({ lease }) => lease)).size).toBe(3);
        expect(await other.claim(LEASE)).toBeNull();
      }),
    );

    it(
      'lets a run that is given back wait behind those that wait already, again and again',
      withStore(async (harness) => {
        const { store, other, clock } = harness;
        const { first, second } = await importsOfTwo(harness);
        const turns: string[] = [];
        for (let turn = 0; turn < 4; turn += 1) {
          const claimed = await claimOne(turn % 2 === 0 ? store : other);
          turns.push(claimed.run.id);
          await store.release(claimed);
          await clock.advance(1);
        }
        expect(turns).toEqual([first.id, second.id, first.id, second.id]);
      }),
    );

    it(
      'keeps the place of a run whose worker died',
      withStore(async (harness) => {
        const { store, other, clock } = harness;
        const { first, second } = await importsOfTwo(harness);
        await claimOne(store);
        await clock.advance(10_001);
        expect((await claimOne(other)).run.id).toBe(first.id);
        expect((await claimOne(other)).run.id).toBe(second.id);
      }),
    );

    it(
      'lets a held run wait since it was released',
      withStore(async (harness) => {
        const { store, clock } = harness;
        const { first, second } = await importsOfTwo(harness);
        await store.hold(await claimOne(store), PROBLEM);
        await store.releaseHeld(MSP, first.id);
        await clock.advance(1);
        const refreshing = await store.createRefresh(MSP, aRequest());
        const claimed = [await claimOne(store), await claimOne(store), await claimOne(store)];
        expect(claimed.map(({ run }) => run.id)).toEqual([second.id, first.id, refreshing.id]);
      }),
    );

    it(
      'works on the imports of a provider one after another, however often one makes way',
      withStore(async ({ store, other, book, clock }) => {
        await refresh(book, [aSourceContact(1), aSourceContact(2)]);
        const imports = [];
        for (let count = 0; count < 3; count += 1) {
          imports.push((await store.createImport(EVERYTHING, anImport())).id);
          await clock.advance(1);
        }
        const turns: string[] = [];
        for (const end of ['later', 'later', 'done', 'later', 'done', 'done']) {
          const claimed = await claimOne(other);
          turns.push(claimed.run.id);
          if (end === 'done') await other.finish(claimed, { state: 'done' });
          else await other.release(claimed);
          await clock.advance(1);
        }
        const [one, two, three] = imports;
        expect(turns).toEqual([one, one, one, two, two, three]);
      }),
    );

    it(
      'lets no held import stand in the way of a later one',
      withStore(async ({ store, clock }) => {
        await store.createImport(EVERYTHING, anImport({ hold: PROBLEM }));
        await clock.advance(1);
        const later = await store.createImport(EVERYTHING, anImport());
        expect((await claimOne(store)).run.id).toBe(later.id);
      }),
    );

    it(
      'takes an abandoned run up before a younger one of its kind',
      withStore(async ({ store, other, clock }) => {
        const first = await store.createImport(EVERYTHING, anImport());
        await clock.advance(1);
        await store.createImport(EVERYTHING, anImport());
        await claimOne(store);
        await clock.advance(10_001);
        expect((await claimOne(other)).run.id).toBe(first.id);
        expect(await other.claim(LEASE)).toBeNull();
      }),
    );
  });
}
