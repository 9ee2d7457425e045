import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunView } from '../../core/contract/index.ts';
import { runId, tenantId } from '../../core/domain/ids.ts';
import { aSourceContact } from '../support/book-builders.ts';
import { SENTENCE } from '../support/like.ts';
import { openPlugin, type PluginHarness } from '../support/plugin-harness.ts';
import { MANAGER, STRANGER } from '../support/principals.ts';
import { expectProblem } from './expect-problem.ts';

const CONTACTS = Array.from({ length: 10 }, (_, index) => aSourceContact(index + 1));

let plugin: PluginHarness;
beforeEach(async () => {
  plugin = await openPlugin();
  await plugin.load(CONTACTS);
});
afterEach(() => plugin.close());

/** A refresh of which Autotask sends half of the list, as soon as it is held. */
async function heldRefresh(): Promise<string> {
  for (const { id } of CONTACTS.slice(5)) plugin.ports.source.removeContact(id);
  const id = await start();
  const changes = plugin.ports.runs.changes(tenantId(MANAGER.tenantId), runId(id), new AbortController().signal);
  for await (const { state } of changes) if (state === 'held') break;
  return id;
}

async function start(body: unknown = { mode: 'full' }): Promise<string> {
  return (await plugin.ask('POST', '/refreshes', body)).json<{ runId: string }>().runId;
}

async function listed(): Promise<number> {
  return (await plugin.contacts()).total ?? 0;
}

describe('a refresh that brings far fewer contacts', () => {
  it('is held with its reason and leaves the list as it was', async () => {
    const id = await heldRefresh();
    expect(await plugin.get<RunView>(`/runs/${id}`)).toMatchObject({
      state: 'held',
      problem: { text: SENTENCE, remedy: SENTENCE },
      finishedAt: null,
    });
    expect(await listed()).toBe(10);
  });

  it('goes on when it is released, and takes the new list over', async () => {
    const id = await heldRefresh();
    const response = await plugin.ask('POST', `/runs/${id}/release`);
    expect(response.statusCode).toBe(200);
    expect(response.json<RunView>()).toMatchObject({ id, problem: null });
    expect(await plugin.ended(id)).toMatchObject({ id, state: 'done', problem: null });
    expect(await listed()).toBe(5);
  });

  it('ends when it is cancelled, and leaves the list as it was', async () => {
    const id = await heldRefresh();
    expect((await plugin.ask('POST', `/runs/${id}/cancel`)).json<RunView>()).toMatchObject({ id, state: 'cancelled' });
    expect(await listed()).toBe(10);
  });

  it('is dropped by a new refresh', async () => {
    const id = await heldRefresh();
    for (const contact of CONTACTS) plugin.ports.source.putContact(contact);
    const next = await start({ mode: 'full' });
    expect(next).not.toBe(id);
    expect(await plugin.ended(next)).toMatchObject({ state: 'done' });
    expect(await plugin.get<RunView>(`/runs/${id}`)).toMatchObject({ state: 'cancelled' });
  });

  it('is written down as released by whom', async () => {
    const id = await heldRefresh();
    await plugin.ask('POST', `/runs/${id}/release`);
    const { items } = await plugin.get<{ items: readonly object[] }>('/activity?limit=1');
    expect(items).toMatchObject([{ by: MANAGER.name, subject: id }]);
  });
});

describe('POST /runs/:id/release', () => {
  it('is refused of a run that is not held', async () => {
    const { id } = await plugin.refresh();
    const response = await plugin.ask('POST', `/runs/${id}/release`);
    expectProblem(response, { status: 409, code: 'run_not_held', detail: /held/ });
  });

  it('does nothing to a run of another provider, nor to one that is unknown', async () => {
    const id = await heldRefresh();
    const refused = { status: 404, code: 'run_not_found' };
    expectProblem(await plugin.ask('POST', `/runs/${id}/release`, undefined, { as: STRANGER }), refused);
    expectProblem(await plugin.ask('POST', '/runs/none/release'), refused);
    expect(await plugin.get<RunView>(`/runs/${id}`)).toMatchObject({ state: 'held' });
  });
});
