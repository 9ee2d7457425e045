import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_BRAKES } from '../../../core/domain/brake.ts';
import type { Run } from '../../../core/domain/run.ts';
import { CarryOutRun } from '../../../core/use-cases/carry-out-run.ts';
import { RefreshContacts } from '../../../core/use-cases/refresh-contacts.ts';
import { aSourceContact, EVERYTHING } from '../../support/book-builders.ts';
import { like } from '../../support/like.ts';
import { aRequest, claimOne, MSP } from '../../support/run-builders.ts';
import { never, useCasesInMemory } from '../../support/use-cases-in-memory.ts';

type App = ReturnType<typeof useCasesInMemory>;

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

function removeAllBut(app: App, kept: number): void {
  for (const id of numbers(10).slice(kept)) app.ports.source.removeContact(String(id));
}

/** Refreshes under a brake that is set otherwise. */
async function refreshUnder(app: App, refreshShare: number): Promise<Run> {
  const refreshContacts = new RefreshContacts({ ...app.ports, ...app, brakes: { ...DEFAULT_BRAKES, refreshShare } });
  await app.startRefresh.run(MSP, aRequest());
  const claimed = await claimOne(app.ports.runs);
  await new CarryOutRun({ ...app.ports, ...app, refreshContacts }).run(claimed, never());
  return app.findRun.run(EVERYTHING, claimed.run.id);
}

describe.each(['full', 'incremental'] as const)('the brake of a refresh that is %s', (mode) => {
  let app: App;
  let before: unknown;

  const listAndState = async () => [await app.list(), await app.ports.contactBook.state(EVERYTHING)];

  beforeEach(async () => {
    app = useCasesInMemory();
    await app.open(...numbers(10).map((id) => aSourceContact(id)));
    before = await listAndState();
  });

  it.each([
    { kept: 0, sent: /^Autotask showed no contacts, but the list has 10\./ },
    { kept: 1, sent: /only 1 contact, but the list has 10\./ },
    { kept: 8, sent: /only 8 contacts, but the list has 10\./ },
  ])('holds it when $kept of 10 contacts are left, and leaves list and state as they were', async ({ kept, sent }) => {
    removeAllBut(app, kept);
    const run = await app.refresh({ mode });
    expect(run).toMatchObject({ state: 'held', finishedAt: null });
    expect(run.problem).toEqual({ code: 'refresh_held', text: like(sent), remedy: like(/rights.*Release.*drop/) });
    expect(await listAndState()).toEqual(before);
  });

  it('lets nine of ten go by', async () => {
    removeAllBut(app, 9);
    expect(await app.refresh({ mode })).toMatchObject({ state: 'done', problem: null });
    expect(await app.list()).toHaveLength(9);
  });

  it('lets go by what has more contacts than before', async () => {
    app.ports.source.putContact(aSourceContact(11));
    expect(await app.refresh({ mode })).toMatchObject({ state: 'done', total: 11 });
  });

  it('judges the list that would be, not what was read', async () => {
    removeAllBut(app, 5);
    for (const id of numbers(14).slice(10)) app.ports.source.putContact(aSourceContact(id));
    expect(await app.refresh({ mode })).toMatchObject({ state: 'done', total: 9 });
  });

  it('names the right that is missing by now', async () => {
    app.ports.source.grant({ contacts: 'restricted', accounts: 'all' });
    removeAllBut(app, 3);
    const { problem } = await app.refresh({ mode });
    expect(problem?.remedy).toMatch(/sees only some of the contacts.*Object Permissions > Contacts > View to All/);
    expect(await app.viewConnection.run(MSP)).toMatchObject({ access: { contacts: 'restricted' } });
  });

  it('takes over what Autotask shows once it is released', async () => {
    removeAllBut(app, 3);
    const held = await app.refresh({ mode });
    await app.releaseRun.run(EVERYTHING, held.id, 'Grace');
    expect(await app.work()).toMatchObject({ id: held.id, state: 'done', total: 3, problem: null });
    expect(await app.list()).toHaveLength(3);
  });

  it('is asked no more of the released refresh, even when it finds nothing', async () => {
    removeAllBut(app, 3);
    const held = await app.refresh({ mode });
    removeAllBut(app, 0);
    await app.releaseRun.run(EVERYTHING, held.id, 'Grace');
    expect(await app.work()).toMatchObject({ state: 'done', total: 0, problem: { code: 'source_empty' } });
    expect(await app.list()).toEqual([]);
  });

  it('keeps the list when the refresh is dropped', async () => {
    removeAllBut(app, 3);
    const held = await app.refresh({ mode });
    expect(await app.cancelRun.run(EVERYTHING, held.id, 'Grace')).toMatchObject({ state: 'cancelled' });
    expect(await listAndState()).toEqual(before);
  });

  it('is asked again by the next refresh, which drops the held one', async () => {
    removeAllBut(app, 3);
    const held = await app.refresh({ mode });
    expect(await app.refresh({ mode })).toMatchObject({ state: 'held' });
    expect((await app.findRun.run(EVERYTHING, held.id)).state).toBe('cancelled');
    expect(await listAndState()).toEqual(before);
  });

  it('lets the next refresh go by when the contacts are back', async () => {
    removeAllBut(app, 3);
    await app.refresh({ mode });
    for (const id of numbers(10)) app.ports.source.putContact(aSourceContact(id));
    expect(await app.refresh({ mode })).toMatchObject({ state: 'done', total: 10 });
  });
});

describe('the brake', () => {
  it.each([
    { share: 0.5, state: 'done' },
    { share: 0.51, state: 'held' },
    { share: 1, state: 'held' },
    { share: 0, state: 'done' },
  ])('can be set to a share of $share, with which half of the contacts is $state', async ({ share, state }) => {
    const app = useCasesInMemory();
    await app.open(...numbers(10).map((id) => aSourceContact(id)));
    removeAllBut(app, 5);
    expect((await refreshUnder(app, share)).state).toBe(state);
  });

  it('holds a refresh that finds nothing, however it is set', async () => {
    const app = useCasesInMemory();
    await app.open(aSourceContact(1));
    app.ports.source.removeContact('1');
    expect((await refreshUnder(app, 0)).state).toBe('held');
  });
});

describe('a first refresh that finds nothing', () => {
  it('is done, and says where to look', async () => {
    const app = useCasesInMemory();
    await app.connect();
    expect(await app.refresh()).toMatchObject({
      state: 'done',
      total: 0,
      problem: { code: 'source_empty', text: like(/shows the API user no contacts/), remedy: like(/security level/) },
    });
  });

  it('is done, and names the right that is missing', async () => {
    const app = useCasesInMemory();
    await app.connect();
    app.ports.source.grant({ contacts: 'restricted', accounts: 'all' });
    const { state, problem } = await app.refresh();
    expect(state).toBe('done');
    expect(problem).toMatchObject({ text: like(/only some of the contacts/), remedy: like(/Contacts > View to All/) });
  });
});
