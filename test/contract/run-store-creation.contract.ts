import { describe, expect, it } from 'vitest';
import { contactId, databaseId, destinationId, runId } from '../../core/domain/ids.ts';
import { EMPTY_TALLY } from '../../core/domain/run.ts';
import { aSourceAccount, aSourceContact, BOOK, EVERYTHING, refresh } from '../support/book-builders.ts';
import { anImport, aRequest, claimOne, MSP, OTHER_MSP } from '../support/run-builders.ts';
import type { WithStore } from './run-store.contract.ts';

const contacts = [aSourceContact(1), aSourceContact(2), aSourceContact(3, { isActive: false })];
const reused = { code: 'idempotency_key_reused' };

export function runStoreCreation(withStore: WithStore): void {
  describe('writing runs down', () => {
    it(
      'writes a refresh down as queued',
      withStore(async ({ store, other }) => {
        const run = await store.createRefresh(MSP, aRequest({ requestedBy: 'Ada Ångström 👩‍🚀' }));
        expect(run).toEqual({
          id: run.id,
          tenantId: MSP,
          kind: 'refresh',
          state: 'queued',
          requestedBy: 'Ada Ångström 👩‍🚀',
          accounts: 'all',
          total: 0,
          done: 0,
          tally: EMPTY_TALLY,
          problem: null,
          createdAt: '2026-11-24T09:00:00.000Z',
          finishedAt: null,
        });
        expect(await other.find(MSP, run.id)).toEqual(run);
      }),
    );

    it(
      'answers the unfinished refresh of the provider instead of a second one',
      withStore(async ({ store, other }) => {
        const run = await store.createRefresh(MSP, aRequest());
        expect((await other.createRefresh(MSP, aRequest())).id).toBe(run.id);
        const claimed = await claimOne(store);
        expect((await other.createRefresh(MSP, aRequest())).id).toBe(run.id);
        const elsewhere = await store.createRefresh(OTHER_MSP, aRequest());
        expect(elsewhere.id).not.toBe(run.id);
        await store.finish(claimed, { state: 'failed' });
        expect((await other.createRefresh(MSP, aRequest())).id).not.toBe(run.id);
        expect((await other.createRefresh(OTHER_MSP, aRequest())).id).toBe(elsewhere.id);
      }),
    );

    it(
      'makes one refresh of many requests at once',
      withStore(async ({ store, other }) => {
        const stores = [store, other, store, other, store, other];
        const runs = await Promise.all(
          stores.map((node, index) => node.createRefresh(MSP, aRequest({ idempotencyKey: `key-${index}` }))),
        );
        expect(new Set(runs.map(({ id }) => id)).size).toBe(1);
        expect(await store.recent(MSP, 10)).toHaveLength(1);
      }),
    );

    it(
      'answers a repeated key with its run for ever, also when that run was there before',
      withStore(async ({ store }) => {
        const run = await store.createRefresh(MSP, aRequest({ idempotencyKey: 'a' }));
        await store.createRefresh(MSP, aRequest({ idempotencyKey: 'b', fingerprint: 'other body' }));
        await store.finish(await claimOne(store), { state: 'done' });
        await store.createRefresh(MSP, aRequest());
        expect((await store.createRefresh(MSP, aRequest({ idempotencyKey: 'a' }))).id).toBe(run.id);
        const again = aRequest({ idempotencyKey: 'b', fingerprint: 'other body' });
        expect(await store.createRefresh(MSP, again)).toMatchObject({ id: run.id, state: 'done' });
      }),
    );

    it(
      'refuses a key that came before with another body, and knows keys per provider',
      withStore(async ({ store, book }) => {
        await refresh(book, contacts);
        const request = anImport({ idempotencyKey: 'ключ' });
        const run = await store.createImport(EVERYTHING, request);
        const otherBody = { ...request, fingerprint: 'other body', mode: null };
        await expect(store.createImport(EVERYTHING, otherBody)).rejects.toMatchObject(reused);
        await expect(store.createRefresh(MSP, otherBody)).rejects.toMatchObject(reused);
        await expect(store.findByKey(MSP, otherBody)).rejects.toMatchObject(reused);
        expect((await store.createRefresh(OTHER_MSP, otherBody)).id).not.toBe(run.id);
        expect(await store.recent(MSP, 10)).toHaveLength(1);
      }),
    );

    it(
      'finds the run of a key, and none without',
      withStore(async ({ store, other }) => {
        const request = aRequest({ idempotencyKey: 'a' });
        expect(await store.findByKey(MSP, request)).toBeNull();
        const run = await store.createRefresh(MSP, request);
        expect(await other.findByKey(MSP, request)).toEqual(run);
        expect(await store.findByKey(OTHER_MSP, request)).toBeNull();
        expect(await store.findByKey(MSP, aRequest())).toBeNull();
      }),
    );

    it(
      'makes one import of many requests with one key at once, and one of each without a key',
      withStore(async ({ store, other, book }) => {
        await refresh(book, contacts);
        const request = anImport({ idempotencyKey: 'a' });
        const nodes = [store, other, store, other];
        const runs = await Promise.all(nodes.map((node) => node.createImport(EVERYTHING, request)));
        expect(new Set(runs.map(({ id }) => id)).size).toBe(1);
        expect((await store.items(MSP, runs[0]!.id, { limit: 10 })).items).toHaveLength(3);
        await Promise.all(nodes.map((node) => node.createImport(EVERYTHING, anImport())));
        expect(await store.recent(MSP, 10)).toHaveLength(5);
      }),
    );

    it(
      'freezes the selection with the values and assignments as they are',
      withStore(async ({ store, book }) => {
        await refresh(book, contacts, [aSourceAccount(100, { name: 'Engines' })]);
        await book.assign(EVERYTHING, { ids: [contactId('1')] }, { destinationId: destinationId('d') });
        const run = await store.createImport(EVERYTHING, anImport());
        expect(run).toMatchObject({ kind: 'import', state: 'queued', total: 3, done: 0, tally: EMPTY_TALLY });
        await book.assign(EVERYTHING, { filter: {}, except: [] }, { destinationId: null });
        const renamed = contacts.map((contact) => ({ ...contact, lastName: 'Renamed', isActive: !contact.isActive }));
        await refresh(book, [...renamed, aSourceContact(4)], [aSourceAccount(100, { name: 'Renamed' })]);
        const items = await store.openItems(await claimOne(store), 10);
        expect(items.map(({ entry }) => entry.contact)).toEqual(
          contacts.map((contact) => ({ ...contact, account: 'Engines', isGone: false })),
        );
        expect(items.map(({ entry }) => entry.assignment.destinationId)).toEqual(['d', null, null]);
      }),
    );

    it(
      'takes the selection and the scope to the letter',
      withStore(async ({ store, book }) => {
        const accounts = [aSourceAccount(100, { name: 'Engines' }), aSourceAccount(200, { name: 'Gardens' })];
        const gardener = { ...aSourceContact(4), accountId: accounts[1]!.id };
        await refresh(book, [...contacts, gardener], accounts);
        await refresh(book, [aSourceContact(9)], [], { ...BOOK, databaseId: databaseId('4712') });
        const scope = { ...BOOK, accounts: ['Engines'] };
        const ids = ['2', '4', '77', 'x'].map(contactId);
        const totals = [
          await store.createImport(EVERYTHING, anImport()),
          await store.createImport(EVERYTHING, anImport({ selection: { ids } })),
          await store.createImport(EVERYTHING, anImport({ selection: { ids: [] } })),
          await store.createImport(EVERYTHING, anImport({ selection: { filter: { active: true }, except: ids } })),
          await store.createImport(scope, anImport()),
          await store.createImport(scope, anImport({ selection: { ids } })),
        ].map(({ total }) => total);
        expect(totals).toEqual([4, 2, 0, 1, 3, 1]);
      }),
    );

    it(
      'freezes how many active contacts of the selection have the same email, by email and id',
      withStore(async ({ store, book }) => {
        const shared = 'info@engines.example';
        await refresh(book, [
          aSourceContact(10, { email: shared }),
          aSourceContact(9, { email: ` ${shared.toUpperCase()} ` }),
          aSourceContact(3, { email: shared, isActive: false }),
          aSourceContact(4, { email: '' }),
          aSourceContact(5, { email: ' ', isActive: false }),
          aSourceContact(6, { email: 'a@engines.example' }),
        ]);
        await store.createImport(EVERYTHING, anImport());
        const items = await store.openItems(await claimOne(store), 10);
        expect(items.map(({ entry, rivals }) => [entry.contact.id, rivals])).toEqual([
          ['4', 1],
          ['5', 0],
          ['6', 1],
          ['3', 2],
          ['9', 2],
          ['10', 2],
        ]);
        const positions = items.map(({ position }) => position);
        expect(positions).toEqual(positions.toSorted((one, other) => one - other));
        expect(new Set(positions).size).toBe(6);
      }),
    );

    it(
      'finds no run of another provider, nor by what is no id',
      withStore(async ({ store }) => {
        const run = await store.createRefresh(MSP, aRequest());
        expect(await store.find(OTHER_MSP, run.id)).toBeNull();
        for (const id of ['', 'nobody', '\0', '👻'].map(runId)) expect(await store.find(MSP, id)).toBeNull();
      }),
    );

    it(
      'lists the latest runs of the provider, newest first',
      withStore(async ({ store, book, clock }) => {
        await refresh(book, contacts);
        expect(await store.recent(MSP, 10)).toEqual([]);
        const ids: string[] = [];
        for (let count = 0; count < 3; count += 1) {
          ids.unshift((await store.createImport(EVERYTHING, anImport())).id);
          ids.unshift((await store.createImport(EVERYTHING, anImport())).id);
          await clock.advance(1000);
        }
        await store.createRefresh(OTHER_MSP, aRequest());
        expect((await store.recent(MSP, 10)).map(({ id }) => id)).toEqual(ids);
        expect((await store.recent(MSP, 2)).map(({ id }) => id)).toEqual(ids.slice(0, 2));
      }),
    );
  });
}
