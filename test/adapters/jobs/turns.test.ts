import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InProcessJobQueue } from '../../../adapters/jobs/in-process-job-queue.ts';
import { MemoryContactBook } from '../../../adapters/memory/memory-contact-book.ts';
import { MemoryRunStore } from '../../../adapters/memory/memory-run-store.ts';
import { databaseId, type RunId, runId, tenantId } from '../../../core/domain/ids.ts';
import type { Run } from '../../../core/domain/run.ts';
import { CancelRequested } from '../../../core/ports/job-queue.ts';
import type { ClaimedRun, RunStore } from '../../../core/ports/run-store.ts';
import { settled } from '../../support/settled.ts';
import { SilentLog } from '../../support/silent-log.ts';
import { steppingIds } from '../../support/stepping-ids.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const REQUEST = { requestedBy: 'Grace', idempotencyKey: null, fingerprint: '' };

describe('runs take turns', () => {
  let clock: VirtualClock;
  let runs: RunStore;
  let queues: InProcessJobQueue[];
  /** The runs in hand, those first that have been there longest. */
  let hands: Map<RunId, ClaimedRun>;
  let turns: RunId[];
  let reasons: unknown[];

  beforeEach(() => {
    clock = new VirtualClock();
    const nextId = steppingIds('run');
    runs = new MemoryRunStore({ contactBook: new MemoryContactBook(), clock, ids: { runId: () => runId(nextId()) } });
    queues = [];
    hands = new Map();
    turns = [];
    reasons = [];
  });
  afterEach(async () => {
    await Promise.all(queues.map((queue) => queue.stop()));
    expect(clock.waiting).toBe(0);
  });

  const startNode = async (options: { concurrency: number; turnMs?: number }) => {
    const queue = new InProcessJobQueue({ runs, log: new SilentLog(), scheduler: clock, ...options });
    queues.push(queue);
    await queue.start(async (claimed, signal) => {
      hands.set(claimed.run.id, claimed);
      turns.push(claimed.run.id);
      await new Promise<void>((resolve) => {
        ended.set(claimed.run.id, resolve);
        signal.addEventListener('abort', () => resolve());
      });
      hands.delete(claimed.run.id);
      if (signal.aborted) reasons.push(signal.reason);
      signal.throwIfAborted();
    });
    await settled();
    return queue;
  };
  const ended = new Map<RunId, () => void>();
  const end = async (run: Run) => {
    await runs.finish(hands.get(run.id)!, { state: 'done' });
    ended.get(run.id)?.();
    await settled();
  };
  const writeImport = (tenant: string): Promise<Run> => {
    const scope = { tenantId: tenantId(tenant), databaseId: databaseId('1'), accounts: 'all' } as const;
    const selection = { filter: {}, except: [] };
    return runs.createImport(scope, {
      ...REQUEST,
      selection,
      sendInstructions: false,
      seen: [],
      planned: null,
      hold: null,
    });
  };
  const writeRefresh = (tenant: string): Promise<Run> =>
    runs.createRefresh(tenantId(tenant), { ...REQUEST, mode: null });
  const inHand = () => [...hands.keys()];

  it('lets the import that has been worked on longest make way for a run that waits', async () => {
    const [first, second] = [await writeImport('one'), await writeImport('two')];
    await startNode({ concurrency: 2 });
    await clock.advance(10_000);
    expect(inHand()).toEqual([first.id, second.id]);
    const small = await writeImport('three');
    await clock.advance(2_000);
    expect(inHand()).toEqual([second.id, small.id]);
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).not.toBeInstanceOf(CancelRequested);
  });

  it('goes on with what was given back once there is room', async () => {
    const large = await writeImport('one');
    await startNode({ concurrency: 1 });
    const small = await writeImport('two');
    await clock.advance(2_000);
    expect(inHand()).toEqual([small.id]);
    await end(small);
    expect(inHand()).toEqual([large.id]);
  });

  it('lets more large runs than there is room for go on by turns', async () => {
    const large = [await writeImport('one'), await writeImport('two'), await writeImport('three')];
    await startNode({ concurrency: 2 });
    await clock.advance(60_000);
    const turnsOf = ({ id }: Run) => turns.filter((turn) => turn === id).length;
    for (const run of large) expect(turnsOf(run)).toBeGreaterThan(5);
    expect(inHand()).toHaveLength(2);
  });

  it('lets every run that waits have its turn at the same time', async () => {
    for (const tenant of ['one', 'two', 'three']) await writeImport(tenant);
    await startNode({ concurrency: 3 });
    await clock.advance(4_000);
    const waiting = [await writeImport('four'), await writeImport('five')];
    await clock.advance(2_000);
    expect(inHand()).toHaveLength(3);
    for (const { id } of waiting) expect(inHand()).toContain(id);
  });

  it('gives nothing back while nothing waits', async () => {
    const run = await writeImport('one');
    await startNode({ concurrency: 1 });
    await clock.advance(60_000);
    expect(turns).toEqual([run.id]);
  });

  it('gives nothing back for a run of the same provider, which has to wait anyway', async () => {
    const run = await writeImport('one');
    await writeImport('one');
    await startNode({ concurrency: 1 });
    await clock.advance(60_000);
    expect(turns).toEqual([run.id]);
  });

  it('lets a turn last', async () => {
    const run = await writeImport('one');
    await writeImport('two');
    await startNode({ concurrency: 1, turnMs: 9_000 });
    await clock.advance(8_999);
    expect(turns).toEqual([run.id]);
    await clock.advance(3_000);
    expect(turns).toHaveLength(2);
  });

  it('lets a refresh go on to its end, as it would have to begin again', async () => {
    const refresh = await writeRefresh('one');
    await startNode({ concurrency: 1 });
    await writeImport('two');
    await clock.advance(60_000);
    expect(turns).toEqual([refresh.id]);
  });

  it('lets a refresh that waits have its turn', async () => {
    await writeImport('one');
    await startNode({ concurrency: 1 });
    const refresh = await writeRefresh('two');
    await clock.advance(4_000);
    expect(inHand()).toEqual([refresh.id]);
  });

  it('does not give back at a mere wake-up, as another node may have room', async () => {
    const run = await writeImport('one');
    const queue = await startNode({ concurrency: 1 });
    await clock.advance(11_000);
    await writeImport('two');
    queue.wake();
    await settled();
    expect(turns).toEqual([run.id]);
  });

  it('begins the next run while one makes way, but no more until that one has ended', async () => {
    const isStubborn = new Promise<void>((resolve) => ended.set(runId('stubborn'), resolve));
    await writeImport('one');
    const queue = new InProcessJobQueue({ runs, log: new SilentLog(), scheduler: clock, concurrency: 1 });
    queues.push(queue);
    await queue.start(async ({ run }, signal) => {
      turns.push(run.id);
      await isStubborn;
      signal.throwIfAborted();
    });
    await clock.advance(2_000);
    const small = await writeImport('two');
    await clock.advance(2_000);
    expect(turns.at(-1)).toBe(small.id);
    expect(queue.hasRoom()).toBe(false);
    await writeImport('three');
    await clock.advance(10_000);
    expect(turns).toHaveLength(2);
    ended.get(runId('stubborn'))?.();
  });
});
