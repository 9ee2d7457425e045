import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SourceIncomplete, SourceThrottled, SourceUnavailable } from '../../core/ports/errors.ts';
import { aSourceAccount, aSourceContact } from '../support/book-builders.ts';
import { Gate } from '../support/gate.ts';
import { gatedSource } from '../support/gated-source.ts';
import { ANY_TEXT, like, SENTENCE } from '../support/like.ts';
import { CREDENTIALS } from '../support/memory-ports.ts';
import { openPlugin, type PluginHarness } from '../support/plugin-harness.ts';
import { MANAGER, STRANGER } from '../support/principals.ts';
import { expectProblem } from './expect-problem.ts';

let gate: Gate;
let plugin: PluginHarness;
beforeEach(async () => {
  gate = new Gate();
  plugin = await openPlugin({ replace: ({ source }) => ({ source: gatedSource(source, gate) }) });
  plugin.fill([aSourceContact(1), aSourceContact(2)]);
});
afterEach(() => plugin.close());

async function start(body?: unknown, key?: string, as = MANAGER): Promise<string> {
  const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
  const response = await plugin.ask('POST', '/refreshes', body, { as, headers });
  expect(response.statusCode).toBe(202);
  expect(Object.keys(response.json<object>())).toEqual(['runId']);
  return response.json<{ runId: string }>().runId;
}

describe('POST /refreshes', () => {
  it('gets the contacts and says how many there were', async () => {
    await plugin.connect();
    const id = await start();
    expect(await plugin.ended(id)).toStrictEqual({
      id,
      kind: 'refresh',
      requestedBy: 'Mary Manager',
      state: 'done',
      total: 2,
      done: 2,
      created: 0,
      updated: 0,
      unchanged: 0,
      failed: 0,
      notAttempted: 0,
      problem: null,
      createdAt: like(/^2026-11-24T/),
      finishedAt: like(/^2026-11-24T/),
    });
    expect((await plugin.contacts()).total).toBe(2);
  });

  it.each([undefined, {}, { mode: 'full' }, { mode: 'incremental' }])('takes the body %o', async (body) => {
    await plugin.connect();
    expect((await plugin.ended(await start(body))).state).toBe('done');
  });

  it.each([
    [null, /^The body must be a JSON object with mode\.$/],
    [[], /^The body must be a JSON object with mode\.$/],
    ['"full"', /^The body must be a JSON object with mode\.$/],
    [{ mode: 'partial' }, /^"mode" must be .*full, incremental\.$/],
    [{ mode: null }, /^"mode" must be /],
    [{ depth: 1 }, /^"depth" is not known here; accepted: mode\.$/],
  ])('refuses the body %o and starts nothing', async (body, detail) => {
    await plugin.connect();
    const response = await plugin.ask('POST', '/refreshes', body);
    expectProblem(response, { status: 400, code: 'invalid_request', detail });
    expect(await plugin.get('/runs')).toEqual({ items: [] });
  });

  it('needs credentials', async () => {
    const response = await plugin.ask('POST', '/refreshes');
    expectProblem(response, { status: 409, code: 'not_connected', detail: /UserName and Password/ });
    expect(await plugin.get('/runs')).toEqual({ items: [] });
  });

  it('answers the running refresh to a second one, and another provider with its own', async () => {
    await plugin.connect();
    await plugin.connect(STRANGER);
    gate.close();
    const first = await start();
    expect(await start()).toBe(first);
    expect(await start({ mode: 'full' }, 'another-key')).toBe(first);
    expect(await start(undefined, undefined, STRANGER)).not.toBe(first);
    gate.open();
    await plugin.ended(first);
    expect(await start()).not.toBe(first);
  });

  it('answers a repeated request with its run, whatever the order of its fields', async () => {
    await plugin.connect();
    const first = await start({ mode: 'full' }, 'key-1');
    await plugin.ended(first);
    expect(await start({ mode: 'full' }, 'key-1')).toBe(first);
    expect(await start({ mode: 'full' }, 'key-2')).not.toBe(first);
  });

  it('refuses a key that came with another body, here or for an import', async () => {
    await plugin.connect();
    await plugin.ended(await start({ mode: 'full' }, 'key-1'));
    const headers = { 'idempotency-key': 'key-1' };
    const refused = { status: 422, code: 'idempotency_key_reused', detail: /key/i };
    expectProblem(await plugin.ask('POST', '/refreshes', {}, { headers }), refused);
    expectProblem(await plugin.ask('POST', '/imports', { selection: { ids: [] } }, { headers }), refused);
    expect(await plugin.get<{ items: object[] }>('/runs')).toMatchObject({ items: [{ kind: 'refresh' }] });
  });

  it('keeps the keys of providers apart', async () => {
    await plugin.connect();
    await plugin.connect(STRANGER);
    const first = await start({}, 'key-1');
    expect(await start({ mode: 'full' }, 'key-1', STRANGER)).not.toBe(first);
  });

  it('answers a repeated request even when the credentials are gone by now', async () => {
    await plugin.connect();
    const first = await start({}, 'key-1');
    await plugin.ended(first);
    await plugin.ask('DELETE', '/connection');
    expect(await start({}, 'key-1')).toBe(first);
  });

  it.each(['', 'x'.repeat(201)])('refuses the key "%s"', async (key) => {
    await plugin.connect();
    const response = await plugin.ask('POST', '/refreshes', {}, { headers: { 'idempotency-key': key } });
    const detail = /^"idempotency-key" must be a text of 1 to 200 characters\.$/;
    expectProblem(response, { status: 400, code: 'invalid_request', detail });
  });

  it.each([
    new SourceUnavailable('Autotask could not be reached.'),
    new SourceThrottled('Autotask keeps refusing calls.'),
    new SourceIncomplete('Autotask sent a short answer.'),
  ])('ends failed and leaves the list as it was: $code', async (failure) => {
    await plugin.connect();
    await plugin.refresh();
    plugin.fill([aSourceContact(3)]);
    plugin.ports.source.failWith(failure);
    expect(await plugin.refresh()).toMatchObject({
      state: 'failed',
      problem: { code: failure.code, text: failure.safeDetail, remedy: SENTENCE },
    });
    expect((await plugin.contacts()).total).toBe(2);
    expect(await plugin.get('/connection')).toMatchObject({ state: 'connected' });
  });

  it('ends failed when the credentials no longer hold; the connection fails until it is tested anew', async () => {
    await plugin.connect();
    plugin.ports.source.accept({ ...CREDENTIALS, password: 'changed', integrationCode: null });
    expect(await plugin.refresh()).toMatchObject({ state: 'failed', problem: { code: 'source_unauthorized' } });
    expect(await plugin.get('/connection')).toMatchObject({
      state: 'failing',
      problem: { code: 'source_unauthorized' },
    });
    plugin.ports.source.accept({ ...CREDENTIALS, integrationCode: null });
    expect((await plugin.ask('POST', '/connection/test')).json()).toMatchObject({ state: 'connected' });
    expect((await plugin.refresh()).state).toBe('done');
  });

  it('can be cancelled, and leaves the list as it was', async () => {
    await plugin.connect();
    gate.close();
    const id = await start();
    await gate.reached();
    const response = await plugin.ask('POST', `/runs/${id}/cancel`);
    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({ id, state: 'running' });
    await plugin.time.advance(10_000);
    gate.open();
    expect(await plugin.ended(id)).toMatchObject({ state: 'cancelled', problem: null });
    expect((await plugin.contacts()).total).toBe(0);
  });
});

const OTHERS = Array.from({ length: 20 }, (_, index) => aSourceContact(100 + index, { firstName: 'Other' }));

describe('what a refresh brings', () => {
  it('is new contacts, changed ones, and renamed accounts; those gone leave the list unless they have a user', async () => {
    // So many that the absence of two does not call for the brake.
    plugin.fill(OTHERS);
    await plugin.connect();
    await plugin.refresh();
    await plugin.assign({ ids: ['1'] });
    await plugin.import({ ids: ['1'] });
    plugin.ports.source.removeContact('1');
    plugin.ports.source.removeContact('2');
    plugin.fill([aSourceContact(3, { firstName: 'New' })], [aSourceAccount(100, { name: 'Renamed' })]);
    await plugin.refresh();
    const items = (await plugin.contacts('?sort=firstName')).items.filter(({ firstName }) => firstName !== 'Other');
    expect(items).toMatchObject([
      { id: '1', problem: 'contact_gone', active: false, userId: ANY_TEXT },
      { id: '3', firstName: 'New', account: 'Renamed', problem: null },
    ]);
    expect((await plugin.contacts('?active=false')).items.map(({ id }) => id)).toEqual(['1']);
    plugin.fill([aSourceContact(1)], []);
    await plugin.refresh();
    expect(await plugin.contact(1)).toMatchObject({ active: true, problem: null, status: 'modified' });
  });
});
