import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunItemView, RunView } from '../../core/contract/index.ts';
import { aSourceContact } from '../support/book-builders.ts';
import { Gate } from '../support/gate.ts';
import { gatedUsers } from '../support/gated-users.ts';
import { like, SENTENCE } from '../support/like.ts';
import { openPlugin, type PluginHarness } from '../support/plugin-harness.ts';
import { clerkOf, STRANGER, VIEWER } from '../support/principals.ts';
import { expectProblem } from './expect-problem.ts';

interface Items {
  readonly items: readonly RunItemView[];
  readonly next: string | null;
}

let gate: Gate;
let plugin: PluginHarness;
beforeEach(async () => {
  gate = new Gate();
  plugin = await openPlugin({ replace: ({ users }) => ({ users: gatedUsers(users, gate) }) });
  await plugin.load([aSourceContact(1), aSourceContact(2), aSourceContact(3, { email: '' })]);
  await plugin.assign({ filter: {} });
});
afterEach(async () => {
  gate.open();
  await plugin.close();
});

/** Starts an import that waits before its first write. */
async function startHeldImport(selection: unknown = { filter: {} }): Promise<string> {
  gate.close();
  const { runId } = (await plugin.ask('POST', '/imports', { selection })).json<{ runId: string }>();
  await gate.reached();
  return runId;
}

describe('GET /runs/:id', () => {
  it('shows a run on its way and at its end, to those who may only look too', async () => {
    const id = await startHeldImport();
    expect(await plugin.get(`/runs/${id}`, VIEWER)).toStrictEqual({
      id,
      kind: 'import',
      state: 'running',
      requestedBy: 'Mary Manager',
      total: 3,
      done: 1,
      created: 0,
      updated: 0,
      unchanged: 0,
      failed: 1,
      notAttempted: 0,
      problem: null,
      createdAt: like(/^2026-11-24T.*Z$/),
      finishedAt: null,
    });
    gate.open();
    expect(await plugin.ended(id)).toMatchObject({ state: 'done', done: 3, created: 2, failed: 1 });
  });

  it.each(['', '/events', '/items'])('knows no run that is not the provider’s: GET /runs/:id%s', async (rest) => {
    const { id } = await plugin.import({ ids: ['1'] });
    const refused = { status: 404, code: 'run_not_found', detail: /run/ };
    expectProblem(await plugin.ask('GET', `/runs/${id}${rest}`, undefined, { as: STRANGER }), refused);
    for (const unknown of ['none', '%20', "1'--", 'x'.repeat(100)]) {
      expectProblem(await plugin.ask('GET', `/runs/${unknown}${rest}`), refused);
    }
  });

  it.each(['%00', '%0A'])('refuses the id %s', async (id) => {
    const response = await plugin.ask('GET', `/runs/${id}`);
    expectProblem(response, { status: 400, code: 'invalid_request', detail: /^"id" must be the id of a run/ });
  });
});

describe('GET /runs', () => {
  it('lists the latest runs of the provider, newest first', async () => {
    await plugin.import({ ids: ['1'] });
    const { items } = await plugin.get<{ items: RunView[] }>('/runs', VIEWER);
    expect(items.map(({ kind }) => kind)).toEqual(['import', 'refresh']);
    expect(items[0]).toStrictEqual(await plugin.get(`/runs/${items[0]!.id}`));
    expect(await plugin.get('/runs?limit=1')).toEqual({ items: [items[0]] });
    expect(await plugin.get('/runs?limit=1&kind=refresh')).toEqual({ items: [items[1]] });
    expect(await plugin.get('/runs', STRANGER)).toEqual({ items: [] });
  });
});

describe('GET /runs/:id/items', () => {
  const whom = (email: string) => ({ firstName: 'Ada', lastName: 'Lovelace', email, account: 'Account 100' });

  it('says of each contact what became of it, to the letter', async () => {
    const { id } = await plugin.import({ filter: {} });
    const { items, next } = await plugin.get<Items>(`/runs/${id}/items`, VIEWER);
    expect(next).toBeNull();
    expect(items.toSorted((one, other) => Number(one.contactId) - Number(other.contactId))).toStrictEqual([
      { contactId: '1', contact: whom('contact-1@engines.example'), outcome: 'created', reason: null },
      { contactId: '2', contact: whom('contact-2@engines.example'), outcome: 'created', reason: null },
      {
        contactId: '3',
        contact: whom(''),
        outcome: 'failed',
        reason: { code: 'email_missing', text: SENTENCE, remedy: SENTENCE },
      },
    ]);
  });

  it('has no outcome yet while the run goes on', async () => {
    const id = await startHeldImport({ ids: ['1'] });
    expect(await plugin.items(id)).toMatchObject([{ contactId: '1', outcome: null, reason: null }]);
  });

  it('filters by outcome, and pages like the list', async () => {
    const { id } = await plugin.import({ filter: {} });
    const all = await plugin.items(id);
    for (const outcome of ['created', 'updated', 'unchanged', 'failed', 'not_attempted']) {
      expect(await plugin.items(id, `?outcome=${outcome}`)).toEqual(all.filter((item) => item.outcome === outcome));
    }
    const first = await plugin.get<Items>(`/runs/${id}/items?limit=1`);
    const rest = await plugin.get<Items>(`/runs/${id}/items?limit=2&after=${first.next}`);
    expect([...first.items, ...rest.items]).toEqual(all);
    expect(rest.next).toBeNull();
  });

  it('has none of a refresh', async () => {
    const { id } = await plugin.refresh();
    expect(await plugin.get(`/runs/${id}/items`)).toEqual({ items: [], next: null });
  });

  it.each(['nonsense', 'e30', '%00'])('refuses the made-up cursor %s', async (after) => {
    const { id } = await plugin.import({ ids: ['1'] });
    const response = await plugin.ask('GET', `/runs/${id}/items?after=${after}`);
    expectProblem(response, { status: 400, code: 'cursor_invalid', detail: /after/ });
  });
});

describe('POST /runs/:id/cancel', () => {
  it('cancels a run that waits for its turn; nothing of it is attempted', async () => {
    const running = await startHeldImport({ ids: ['1'] });
    const { runId: waiting } = (await plugin.ask('POST', '/imports', { selection: { ids: ['2', '3'] } })).json<{
      runId: string;
    }>();
    const response = await plugin.ask('POST', `/runs/${waiting}/cancel`);
    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({ id: waiting, state: 'cancelled', total: 2, notAttempted: 2 });
    expect(await plugin.items(waiting)).toMatchObject([
      { outcome: 'not_attempted', reason: { code: 'not_attempted' } },
      { outcome: 'not_attempted', reason: { code: 'not_attempted' } },
    ]);
    gate.open();
    expect(await plugin.ended(running)).toMatchObject({ state: 'done', created: 1 });
    expect((await plugin.contact(2)).status).toBe('blank');
  });

  it('tells the worker of a run that goes on; what it has done stays done', async () => {
    const id = await startHeldImport();
    expect((await plugin.ask('POST', `/runs/${id}/cancel`)).json()).toMatchObject({ id, state: 'running' });
    await plugin.time.advance(10_000);
    gate.open();
    const run = await plugin.ended(id);
    expect(run.state).toBe('cancelled');
    expect(run.created + run.failed + run.notAttempted).toBe(run.total);
    expect((await plugin.contact(1)).status).toBe('equal');
  });

  it('is refused when the run has ended', async () => {
    const { id } = await plugin.import({ ids: ['1'] });
    expectProblem(await plugin.ask('POST', `/runs/${id}/cancel`), { status: 409, code: 'run_ended', detail: /ended/ });
  });

  it('does nothing to a run of another provider, nor to one that is unknown', async () => {
    const id = await startHeldImport({ ids: ['1'] });
    const refused = { status: 404, code: 'run_not_found' };
    expectProblem(await plugin.ask('POST', `/runs/${id}/cancel`, undefined, { as: STRANGER }), refused);
    expectProblem(await plugin.ask('POST', '/runs/none/cancel'), refused);
    gate.open();
    expect((await plugin.ended(id)).state).toBe('done');
  });
});

describe('who sees which imports', () => {
  const clerk = clerkOf('Account 100');
  const refused = { status: 404, code: 'run_not_found' };

  it('are those who may see all of its accounts', async () => {
    const { id } = await plugin.import({ ids: ['1'] });
    for (const rest of ['', '/items', '/events']) {
      expectProblem(await plugin.ask('GET', `/runs/${id}${rest}`, undefined, { as: clerk }), refused);
    }
    const own = await plugin.import({ ids: ['1'] }, clerk);
    expect(own).toMatchObject({ state: 'done', total: 1 });
    expect(await plugin.get(`/runs/${own.id}/items`, clerk)).toMatchObject({ items: [{ contactId: '1' }] });
    expect(await plugin.get(`/runs/${own.id}`)).toEqual(own);
    const other = clerkOf('Account 200');
    expectProblem(await plugin.ask('GET', `/runs/${own.id}`, undefined, { as: other }), refused);
    expect((await plugin.get<RunView>(`/runs/${own.id}`, clerkOf('Account 200', 'Account 100'))).id).toBe(own.id);
  });

  it('lists only theirs, and every refresh', async () => {
    await plugin.import({ ids: ['1'] });
    const { id } = await plugin.import({ ids: ['1'] }, clerk);
    await plugin.import({ ids: ['1'] });
    const kinds = async (query: string) =>
      (await plugin.get<{ items: RunView[] }>(`/runs${query}`, clerk)).items.map((run) => [run.kind, run.id === id]);
    expect(await kinds('')).toEqual([
      ['import', true],
      ['refresh', false],
    ]);
    expect(await kinds('?limit=1')).toEqual([['import', true]]);
  });

  it('are the only ones to cancel it', async () => {
    const id = await startHeldImport({ ids: ['1'] });
    expectProblem(await plugin.ask('POST', `/runs/${id}/cancel`, undefined, { as: clerk }), refused);
    await plugin.time.advance(10_000);
    gate.open();
    expect((await plugin.ended(id)).state).toBe('done');
  });
});
