import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KnexDatabase } from '../../../adapters/jobs/knex-database.ts';
import type { PgBossJobQueue, PgBossJobQueueOptions } from '../../../adapters/jobs/pg-boss-job-queue.ts';
import { type RunId, tenantId } from '../../../core/domain/ids.ts';
import { openPgBossNodes } from './pg-boss-nodes.ts';

const POLL_MS = 500;
/** So far off that whatever is taken up was told of by another node. */
const NO_LOOK = { lookMs: 3_600_000 };

describe('PgBossJobQueue', { timeout: 30_000 }, () => {
  let nodes: Awaited<ReturnType<typeof openPgBossNodes>>;
  /** Which node has which runs in hand. */
  let hands: Map<string, RunId[]>;
  let started: PgBossJobQueue[];

  beforeEach(async () => {
    nodes = await openPgBossNodes();
    hands = new Map();
    started = [];
  });
  afterEach(async () => {
    vi.useRealTimers();
    await Promise.all(started.map((queue) => queue.stop()));
    expect(nodes.clock.waiting).toBe(0);
    await nodes.dispose();
  });

  const begin = (name: string, options: Partial<PgBossJobQueueOptions> = {}) => {
    const queue = nodes.node({ ...NO_LOOK, concurrency: 1, ...options });
    started.push(queue);
    const inHand: RunId[] = [];
    hands.set(name, inHand);
    const starting = queue.start(async ({ run }, signal) => {
      inHand.push(run.id);
      await new Promise<void>((resolve) => {
        signal.addEventListener('abort', () => resolve());
      });
      signal.throwIfAborted();
    });
    return { queue, starting };
  };
  const start = async (name: string, options?: Partial<PgBossJobQueueOptions>): Promise<PgBossJobQueue> => {
    const { queue, starting } = begin(name, options);
    await starting;
    await nodes.settled();
    return queue;
  };
  const write = (tenant: string) =>
    nodes.runs.createRefresh(tenantId(tenant), {
      requestedBy: 'Grace',
      idempotencyKey: null,
      fingerprint: '',
      mode: null,
    });
  const wakeUps = async (): Promise<unknown> => (await nodes.knex('autotask_jobs.job').count({ count: '*' }))[0];
  const warnings = () => nodes.log.lines.map(({ message }) => message);

  it('lets a node with room take up what a node without room has written down', async () => {
    const first = await write('one');
    const full = await start('full');
    await start('free');
    const second = await write('two');
    full.wake();
    await nodes.advance(2 * POLL_MS);
    expect(Object.fromEntries(hands)).toEqual({ full: [first.id], free: [second.id] });
  });

  it('passes on what one node has no room for', async () => {
    const [asked] = [await start('A'), await start('B'), await start('C'), await start('D')];
    for (const tenant of ['one', 'two', 'three', 'four']) await write(tenant);
    asked.wake();
    await nodes.advance(10 * POLL_MS);
    expect([...hands.values()].map((runs) => runs.length)).toEqual([1, 1, 1, 1]);
  });

  it('lets another node go on with what a stopped one has given back', async () => {
    const run = await write('one');
    const leaving = await start('leaving');
    await start('staying');
    await leaving.stop();
    await nodes.advance(2 * POLL_MS);
    expect(hands.get('staying')).toEqual([run.id]);
  });

  it('piles up nothing, however often it is told of runs', async () => {
    await write('one');
    const queue = await start('full');
    for (let times = 0; times < 50; times += 1) queue.wake();
    await nodes.settled();
    expect(await wakeUps()).toEqual({ count: '1' });
    await start('free');
    await nodes.advance(2 * POLL_MS);
    expect(await wakeUps()).toEqual({ count: '0' });
  });

  it('keeps no data of anybody in its own tables', async () => {
    await write('one');
    const queue = await start('full');
    queue.wake();
    await nodes.settled();
    expect(await nodes.knex('autotask_jobs.job').pluck('data')).toEqual([{}]);
  });

  it('starts on many nodes at once in a database that is new', async () => {
    const beginning = Array.from({ length: 6 }, (_, index) => begin(`node-${index}`));
    await Promise.all(beginning.map(({ starting }) => starting));
    expect(warnings()).toEqual([]);
    expect(await nodes.knex('autotask_jobs.queue').pluck('name')).toEqual(['wake-up']);
  });

  it('works on runs although pg-boss can’t be used, and uses it as soon as it can', async () => {
    const line = new CutLine(nodes.knex);
    await start('alone', { knex: line, lookMs: 2_000 });
    expect(new Set(warnings())).toEqual(new Set(['wake-ups between nodes failed; each looks for runs by itself']));
    const run = await write('one');
    await nodes.advance(2_000);
    expect(hands.get('alone')).toEqual([run.id]);
    line.isCut = false;
    await nodes.advance(10_000);
    expect(await nodes.knex('autotask_jobs.queue').pluck('name')).toEqual(['wake-up']);
  });

  it('outlives a database that goes away while it is told of runs, and stops then, too', async () => {
    const line = new CutLine(nodes.knex);
    line.isCut = false;
    const queue = await start('alone', { knex: line });
    line.isCut = true;
    queue.wake();
    await nodes.advance(60_000);
    expect(warnings()).toContain('wake-ups between nodes failed; each looks for runs by itself');
    await queue.stop();
  });

  it('tells the log of errors that pg-boss meets by itself', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }); // Of its maintenance, every two minutes.
    const line = new CutLine(nodes.knex);
    line.isCut = false;
    await start('alone', { knex: line });
    line.isCut = true;
    await vi.advanceTimersByTimeAsync(120_000);
    expect(warnings()).toContain('pg-boss met an error');
  });
});

describe('KnexDatabase', () => {
  it('leaves no transaction open behind a text that fails inside of it', async () => {
    const nodes = await openPgBossNodes();
    const database = new KnexDatabase(nodes.knex);
    await expect(database.executeSql('begin; select 1 / 0; commit')).rejects.toThrow('division by zero');
    expect((await database.executeSql('select $1::int as one', [1])).rows).toEqual([{ one: 1 }]);
    await nodes.dispose();
  });
});

/** Stands between pg-boss and its connections, and gives none out while it is cut. */
class CutLine {
  isCut = true;
  readonly client: PgBossJobQueueOptions['knex']['client'];

  constructor({ client }: PgBossJobQueueOptions['knex']) {
    this.client = {
      acquireConnection: () =>
        this.isCut ? Promise.reject(new Error('The database is away')) : client.acquireConnection(),
      releaseConnection: (connection) => client.releaseConnection(connection),
    };
  }
}
