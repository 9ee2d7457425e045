import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunView } from '../../core/contract/index.ts';
import { runId, tenantId } from '../../core/domain/ids.ts';
import type { Run } from '../../core/domain/run.ts';
import { aSourceContact } from '../support/book-builders.ts';
import { openPlugin, type PluginHarness, PREFIX } from '../support/plugin-harness.ts';
import { MANAGER, principalHeaders } from '../support/principals.ts';
import { EventReader } from './event-reader.ts';

/** Two nodes that share their stores: what the one has told, the other has to know. */
let nodes: readonly [PluginHarness, PluginHarness];
let ended: Run;
beforeEach(async () => {
  const one = await openPlugin();
  await one.load([aSourceContact(1)]);
  const { id } = await one.import({ ids: ['1'] });
  ended = (await one.ports.runs.find(tenantId(MANAGER.tenantId), runId(id)))!;
  nodes = [one, await openPlugin({ replace: () => one.ports })];
});
afterEach(async () => {
  vi.useRealTimers();
  for (const node of nodes) await node.close();
});

const running = (done: number): Run => ({ ...ended, state: 'running', total: 9, done, finishedAt: null });

/** Lets the run be in these states, one after another; the last one stays. */
function passThrough(...states: readonly Run[]): void {
  const { runs } = nodes[0].ports;
  runs.find = async () => states[0]!;
  runs.changes = async function* changes(_tenant, _id, signal) {
    yield* states;
    if (states.at(-1)?.state === 'running') await aborted(signal);
  };
}

function aborted(signal: { addEventListener(type: 'abort', listener: () => void): void }): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', resolve));
}

/** Follows the run over a real connection. */
async function follow(node: PluginHarness, lastId?: string): Promise<Response> {
  const { server } = node.app;
  if (!server.listening) await node.app.listen({ host: '127.0.0.1', port: 0 });
  const address = server.address() as { port: number };
  return fetch(`http://127.0.0.1:${address.port}${PREFIX}/api/runs/${ended.id}/events`, {
    headers: { ...principalHeaders(MANAGER), ...(lastId === undefined ? {} : { 'last-event-id': lastId }) },
  });
}

/** The ids of the events that tell of these states. */
async function idsOf(...states: readonly Run[]): Promise<readonly string[]> {
  const ids: string[] = [];
  passThrough(...states);
  const events = new EventReader<RunView>(await follow(nodes[0]));
  for (const { done } of states) {
    expect(await events.next()).toMatchObject({ done });
    ids.push(events.lastId);
  }
  return ids;
}

describe('the events of a run, for a client that comes back', () => {
  it('have an id each, of one line, that stands for the state alone', async () => {
    const ids = await idsOf(running(1), running(2), running(1));
    expect(ids[0]).toMatch(/^[\w-]{16}$/);
    expect(ids[1]).not.toBe(ids[0]);
    expect(ids[2]).toBe(ids[0]);
  });

  it('tell at once what has changed since, at whichever node', async () => {
    const [id] = await idsOf(running(1));
    passThrough(running(4), ended);
    for (const node of nodes) {
      const events = new EventReader<RunView>(await follow(node, id));
      expect(await events.next()).toMatchObject({ state: 'running', done: 4 });
      expect(await events.rest()).toMatchObject([{ state: 'done' }]);
    }
  });

  it('do not tell again what the client has got, and connect it all the same', async () => {
    const [id] = await idsOf(running(1));
    for (const node of nodes) {
      passThrough(running(1));
      expect((await follow(node, id)).status).toBe(200);
      passThrough(running(1), running(3));
      expect(await new EventReader<RunView>(await follow(node, id)).next()).toMatchObject({ done: 3 });
    }
  });

  it('tell of a state that comes back', async () => {
    const [id] = await idsOf(running(1));
    passThrough(running(1), running(2), running(1), ended);
    const told = await new EventReader<RunView>(await follow(nodes[1], id)).rest();
    expect(told.map(({ done }) => done)).toEqual([2, 1, ended.done]);
  });

  it('are over for a client that has got the end', async () => {
    const [id] = await idsOf(ended);
    for (const node of nodes) {
      const response = await follow(node, id);
      expect(response.status).toBe(204);
      expect(await response.text()).toBe('');
    }
  });

  it('tell the state to a client with an id that nobody has given', async () => {
    passThrough(running(1), ended);
    expect(await new EventReader<RunView>(await follow(nodes[1], 'of another time')).rest()).toHaveLength(2);
  });

  it('are kept open by a comment every 15 seconds', async () => {
    passThrough(running(1));
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const text = (await follow(nodes[0])).body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await text.read()).value).toContain('data: ');
    vi.advanceTimersByTime(14_999);
    vi.advanceTimersByTime(1);
    expect((await text.read()).value).toBe(': heartbeat\n\n');
  });
});
