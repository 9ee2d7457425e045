import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunView } from '../../core/contract/index.ts';
import { runId } from '../../core/domain/ids.ts';
import { aSourceContact } from '../support/book-builders.ts';
import { Gate } from '../support/gate.ts';
import { gatedUsers } from '../support/gated-users.ts';
import { openPlugin, type PluginHarness, PREFIX } from '../support/plugin-harness.ts';
import { MANAGER, principalHeaders } from '../support/principals.ts';
import { EventReader } from './event-reader.ts';
import { expectProblem } from './expect-problem.ts';

let gate: Gate;
let plugin: PluginHarness;
beforeEach(async () => {
  gate = new Gate();
  plugin = await openPlugin({ replace: ({ users }) => ({ users: gatedUsers(users, gate) }) });
  await plugin.load([aSourceContact(1)]);
  await plugin.assign({ filter: {} });
});
afterEach(async () => {
  gate.open();
  await plugin.close();
});

async function startHeldImport(): Promise<string> {
  gate.close();
  const response = await plugin.ask('POST', '/imports', { selection: { filter: {} } });
  await gate.reached();
  return response.json<{ runId: string }>().runId;
}

/** Follows a run over a real connection. */
async function follow(id: string, headers: Record<string, string> = {}): Promise<Response> {
  const origin = await listening();
  return fetch(`${origin}${PREFIX}/api/runs/${id}/events`, { headers: { ...principalHeaders(MANAGER), ...headers } });
}

async function listening(): Promise<string> {
  const { server } = plugin.app;
  const address = server.address();
  if (address === null) return plugin.app.listen({ host: '127.0.0.1', port: 0 });
  return typeof address === 'string' ? address : `http://127.0.0.1:${address.port}`;
}

describe('GET /runs/:id/events', () => {
  it('sends the run at once, at each change, and ends with it', async () => {
    const id = await startHeldImport();
    const response = await follow(id);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(response.headers.get('cache-control')).toContain('no-cache');
    const events = new EventReader<RunView>(response);
    expect(await events.next()).toStrictEqual(await plugin.get(`/runs/${id}`));
    gate.open();
    const rest = await events.rest();
    expect(rest.at(-1)).toStrictEqual(await plugin.get(`/runs/${id}`));
    expect(rest.at(-1)).toMatchObject({ state: 'done', created: 1 });
    expect(rest.filter(({ state }) => state === 'done')).toHaveLength(1);
  });

  it('sends one event of a run that has ended', async () => {
    const run = await plugin.import({ ids: [] });
    expect(await new EventReader(await follow(run.id)).rest()).toStrictEqual([run]);
  });

  it('ends when the app closes, and does not keep it from closing', async () => {
    const id = await startHeldImport();
    const events = new EventReader<RunView>(await follow(id));
    await events.next();
    await plugin.app.close();
    expect((await events.rest()).every(({ state }) => state === 'running')).toBe(true);
  });

  it('stops looking when the reader has gone', async () => {
    const id = await startHeldImport();
    const leaving = new AbortController();
    const { runs } = plugin.ports;
    const changes = runs.changes.bind(runs);
    const stopped = new Promise<void>((resolve) => {
      runs.changes = (tenant, run, signal) => {
        signal.addEventListener('abort', () => resolve());
        return changes(tenant, run, signal);
      };
    });
    const origin = await listening();
    const response = await fetch(`${origin}${PREFIX}/api/runs/${id}/events`, {
      headers: principalHeaders(MANAGER),
      signal: leaving.signal,
    });
    await new EventReader(response).next();
    leaving.abort();
    await stopped;
  });

  it('serves several readers of one run', async () => {
    const id = await startHeldImport();
    const readers = await Promise.all([1, 2, 3].map(async () => new EventReader<RunView>(await follow(id))));
    await Promise.all(readers.map((reader) => reader.next()));
    gate.open();
    for (const reader of readers) expect((await reader.rest()).at(-1)?.state).toBe('done');
  });

  it.each(['application/json', 'text/event-stream;q=0', 'text/event-stream; q=0.0, */*', 'text/html, image/*'])(
    'is refused to a client who accepts %s only',
    async (accept) => {
      const { id } = await plugin.import({ ids: [] });
      const response = await plugin.ask('GET', `/runs/${id}/events`, undefined, { headers: { accept } });
      expectProblem(response, { status: 406, code: 'not_acceptable', detail: /text\/event-stream/ });
    },
  );

  it.each(['text/event-stream', 'TEXT/Event-Stream', '*/*', 'text/*;q=0.5', 'application/json, */*;q=0.1', ''])(
    'is sent to a client who accepts "%s"',
    async (accept) => {
      const { id } = await plugin.import({ ids: [] });
      const response = await plugin.ask('GET', `/runs/${id}/events`, undefined, { headers: { accept } });
      expect(response.statusCode).toBe(200);
      expect(response.headers['content-type']).toBe('text/event-stream');
    },
  );

  it('breaks off when the run can no longer be read, and the app goes on', async () => {
    const { id } = await plugin.import({ ids: [] });
    const { runs } = plugin.ports;
    runs.changes = async function* broken(tenant) {
      yield { ...(await runs.find(tenant, runId(id)))!, state: 'running' };
      throw new Error('The database is away.');
    };
    const events = new EventReader<RunView>(await follow(id));
    expect((await events.next()).state).toBe('running');
    expect(await events.rest()).toEqual([]);
    expect((await plugin.get<RunView>(`/runs/${id}`)).state).toBe('done');
    expect(plugin.logged()).toContain('The database is away.');
  });
});
