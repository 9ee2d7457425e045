import { describe, expect, it } from 'vitest';
import { contactId, runId } from '../../core/domain/ids.ts';
import type { Outcome, Run } from '../../core/domain/run.ts';
import { aSourceAccount, aSourceContact, BOOK, EVERYTHING, refresh } from '../support/book-builders.ts';
import { anImport, anOutcome, claimedImport, claimOne, contactsUpTo, MSP, OTHER_MSP } from '../support/run-builders.ts';
import type { RunStoreHarness, WithStore } from './run-store.contract.ts';

async function readItems({ store }: RunStoreHarness, run: Run, limits: readonly number[], outcome?: Outcome) {
  const items: (readonly [string, string | null])[] = [];
  let after: string | null = null;
  for (let round = 0; ; round += 1) {
    const limit = limits[round % limits.length] ?? 1;
    const request = { limit, ...(outcome ? { outcome } : {}), ...(after === null ? {} : { after }) };
    const page = await store.items(MSP, run.id, request);
    items.push(...page.items.map((item) => [item.contactId, item.outcome] as const));
    if (page.next === null) return items;
    expect(page.items).toHaveLength(limit);
    after = page.next;
  }
}

export function runStoreItems(withStore: WithStore): void {
  describe('items and numbers', () => {
    it(
      'keeps outcomes with their reasons and counts them',
      withStore(async (harness) => {
        const { store } = harness;
        const claimed = await claimedImport(harness, 6);
        await store.recordOutcomes(
          claimed,
          [
            anOutcome(1, 'created'),
            anOutcome(2, 'failed', { code: 'console_refused', quote: 'Nein! „Nie“ 👎' }),
            anOutcome(3, 'failed', { code: 'email_shared' }),
          ],
          [],
        );
        await store.recordOutcomes(claimed, [anOutcome(4, 'updated'), anOutcome(5, 'unchanged')], []);
        expect(await store.find(MSP, claimed.run.id)).toMatchObject({
          state: 'running',
          total: 6,
          done: 5,
          tally: { created: 1, updated: 1, unchanged: 1, failed: 2, not_attempted: 0 },
        });
        const { items } = await store.items(MSP, claimed.run.id, { limit: 10 });
        expect(items[0]).toMatchObject({ contactId: '1', outcome: 'created', reason: null });
        expect(items[1]).toMatchObject({ outcome: 'failed', reason: { code: 'console_refused' } });
        expect(items[1]?.reason?.text).toContain('Nein! „Nie“ 👎');
        expect(items[2]).toMatchObject({
          reason: { code: 'email_shared', remedy: expect.stringMatching(/\S/) as string },
        });
        expect(items[5]).toMatchObject({ contactId: '6', outcome: null, reason: null });
      }),
    );

    it(
      'keeps whom an item is about as the contact was when the import was asked for',
      withStore(async ({ store, book }) => {
        const contact = {
          firstName: 'Zoë 👩‍🚀',
          lastName: 'עדה',
          email: ' Zoe@engines.example',
          account: 'Ålesund, Inc.',
        };
        const accounts = [aSourceAccount(100, { name: contact.account })];
        await refresh(book, [aSourceContact(1, contact), aSourceContact(2)], accounts);
        const { id } = await store.createImport(EVERYTHING, anImport({ selection: { ids: [contactId('1')] } }));
        await refresh(book, [aSourceContact(2)]);
        await book.dropGone(BOOK);
        const { items } = await store.items(MSP, id, { limit: 10 });
        expect(items).toEqual([{ contactId: '1', contact, outcome: null, reason: null }]);
      }),
    );

    it(
      'keeps the first outcome of an item, and none of what is no item',
      withStore(async (harness) => {
        const { store } = harness;
        const claimed = await claimedImport(harness, 2);
        await store.recordOutcomes(
          claimed,
          [
            anOutcome(1, 'created'),
            anOutcome(1, 'failed', { code: 'console_refused' }),
            anOutcome(77, 'created'),
            anOutcome('x', 'created'),
          ],
          [],
        );
        await store.recordOutcomes(claimed, [anOutcome(1, 'updated')], []);
        await store.recordOutcomes(claimed, [], []);
        expect(await store.find(MSP, claimed.run.id)).toMatchObject({
          done: 1,
          tally: { created: 1, updated: 0, failed: 0 },
        });
        expect(await readItems(harness, claimed.run, [10])).toEqual([
          ['1', 'created'],
          ['2', null],
        ]);
      }),
    );

    it(
      'counts an outcome once that is recorded twice at once',
      withStore(async (harness) => {
        const { store, other } = harness;
        const claimed = await claimedImport(harness, 20);
        const outcomes = contactsUpTo(20).map(({ id }) => anOutcome(id, 'created'));
        await Promise.all([store, other, store, other].map((node) => node.recordOutcomes(claimed, outcomes, [])));
        expect(await store.find(MSP, claimed.run.id)).toMatchObject({ done: 20, tally: { created: 20 } });
      }),
    );

    it(
      'touches no other run of the same contacts',
      withStore(async (harness) => {
        const { store } = harness;
        const claimed = await claimedImport(harness, 2);
        const later = await store.createImport(EVERYTHING, anImport());
        await store.recordOutcomes(claimed, [anOutcome(1, 'created')], []);
        await store.finish(claimed, { state: 'cancelled' });
        expect(await readItems(harness, later, [10])).toEqual([
          ['1', null],
          ['2', null],
        ]);
        expect(await store.find(MSP, later.id)).toEqual(later);
      }),
    );

    it.each(['done', 'failed', 'cancelled'] as const)(
      'ends a run as %s, with every item accounted for',
      async (state) =>
        await withStore(async (harness) => {
          const { store, clock } = harness;
          const claimed = await claimedImport(harness, 5);
          await store.recordOutcomes(
            claimed,
            [anOutcome(1, 'created'), anOutcome(2, 'failed', { code: 'email_shared' })],
            [],
          );
          await clock.advance(1234);
          const problem = { code: 'console_unavailable', text: 'Nicht erreichbar', remedy: 'Warten' };
          await store.finish(claimed, { state, ...(state === 'failed' ? { problem } : {}) });
          expect(await store.find(MSP, claimed.run.id)).toEqual({
            ...claimed.run,
            state,
            total: 5,
            done: 2,
            tally: { created: 1, updated: 0, unchanged: 0, failed: 1, not_attempted: 3 },
            problem: state === 'failed' ? problem : null,
            finishedAt: '2026-11-24T09:00:01.234Z',
          });
          expect((await readItems(harness, claimed.run, [2])).map(([, outcome]) => outcome)).toEqual([
            'created',
            'failed',
            'not_attempted',
            'not_attempted',
            'not_attempted',
          ]);
        })(),
    );

    it(
      'pages through the items, all or those of one outcome',
      withStore(async (harness) => {
        const { store } = harness;
        const claimed = await claimedImport(harness, 7);
        const created = [1, 3, 4, 7].map((id) => anOutcome(id, 'created'));
        await store.recordOutcomes(claimed, created, []);
        for (const limits of [[1], [2, 3], [7], [500]]) {
          expect(await readItems(harness, claimed.run, limits)).toHaveLength(7);
          expect((await readItems(harness, claimed.run, limits, 'created')).map(([id]) => id)).toEqual([
            '1',
            '3',
            '4',
            '7',
          ]);
          expect(await readItems(harness, claimed.run, limits, 'failed')).toEqual([]);
        }
      }),
    );

    it(
      'lists no items of another provider’s run, nor of none, nor behind what is no cursor',
      withStore(async (harness) => {
        const { store } = harness;
        const { run } = await claimedImport(harness, 2);
        const nothing = { items: [], next: null };
        expect(await store.items(OTHER_MSP, run.id, { limit: 10 })).toEqual(nothing);
        for (const id of ['', 'nobody', '\0'].map(runId))
          expect(await store.items(MSP, id, { limit: 10 })).toEqual(nothing);
        const garbage = [
          '',
          'x',
          '👻',
          Buffer.from('["items","x"]').toString('base64url'),
          Buffer.from('7').toString('base64url'),
        ];
        for (const after of garbage) {
          const reading = store.items(MSP, run.id, { limit: 10, after });
          await expect(reading).rejects.toMatchObject({ code: 'cursor_invalid' });
        }
      }),
    );

    it(
      'tells how far a refresh is',
      withStore(async ({ store }) => {
        await store.createRefresh(MSP, { requestedBy: 'Grace', idempotencyKey: null, fingerprint: '', mode: null });
        const claimed = await claimOne(store);
        await store.progress(claimed, { total: 100_000, done: 500 });
        expect(await store.find(MSP, claimed.run.id)).toEqual({ ...claimed.run, total: 100_000, done: 500 });
        await store.finish(claimed, { state: 'done' });
        expect(await store.find(MSP, claimed.run.id)).toMatchObject({ state: 'done', total: 100_000, done: 500 });
      }),
    );
  });
}
