import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunId, tenantId } from '../../core/domain/ids.ts';
import type { Run } from '../../core/domain/run.ts';
import type { CancelSignal } from '../../core/ports/cancel-signal.ts';
import { CancelRequested, type JobQueue } from '../../core/ports/job-queue.ts';
import type { ClaimedRun, RunStore } from '../../core/ports/run-store.ts';

/** A store without runs, and queues that work on it as nodes of one service do. */
export interface JobQueueHarness {
  readonly runs: RunStore;
  /** How many runs a queue works on at a time. */
  readonly concurrency: number;
  /** A queue of another process at the same store. */
  node(): JobQueue;
  /** Lets everything that the queues have begun come to rest. */
  settled(): Promise<void>;
  /** Lets time pass; no test waits for it. */
  advance(milliseconds: number): Promise<void>;
  dispose(): Promise<void>;
}

/** A run that is being worked on, for the test to end. */
interface Job {
  readonly claimed: ClaimedRun;
  readonly signal: CancelSignal;
  done(): void;
  fail(error: unknown): void;
}

/** What every {@link JobQueue} promises. */
export function jobQueueContract(name: string, open: () => Promise<JobQueueHarness>): void {
  describe(`JobQueue: ${name}`, { timeout: 30_000 }, () => {
    let harness: JobQueueHarness;
    let runs: RunStore;
    let jobs: Job[];
    const started: JobQueue[] = [];
    beforeEach(async () => {
      harness = await open();
      runs = harness.runs;
      jobs = [];
    });
    afterEach(async () => {
      const stopping = started.splice(0).map((queue) => queue.stop());
      for (const job of jobs) job.fail(job.signal.reason);
      await Promise.all(stopping);
      await harness.dispose();
    });

    const settled = () => harness.settled();
    const work = (claimed: ClaimedRun, signal: CancelSignal): Promise<void> =>
      new Promise((resolve, reject) => {
        jobs.push({ claimed, signal, done: () => resolve(), fail: reject });
      });
    const startNode = async (): Promise<JobQueue> => {
      const queue = harness.node();
      started.push(queue);
      await queue.start(work);
      return queue;
    };
    const write = (tenant: string): Promise<Run> =>
      runs.createRefresh(tenantId(tenant), {
        requestedBy: 'Grace',
        idempotencyKey: null,
        fingerprint: tenant,
        mode: null,
      });
    const stateOf = async (run: Run) => (await runs.find(run.tenantId, run.id))?.state;
    const end = async (job: Job): Promise<void> => {
      await runs.finish(job.claimed, { state: 'done' });
      job.done();
      await settled();
    };
    const worked = (): RunId[] => jobs.map(({ claimed }) => claimed.run.id);
    const only = (): Job => {
      expect(jobs).toHaveLength(1);
      return jobs[0]!;
    };

    describe('taking up', () => {
      it('takes up a run that was written down before it started', async () => {
        const run = await write('one');
        await startNode();
        await settled();
        expect(worked()).toEqual([run.id]);
        expect(only().claimed.run.state).toBe('running');
        expect(only().signal.aborted).toBe(false);
      });

      it('takes up a run at once when it is told of it', async () => {
        const queue = await startNode();
        await settled();
        const run = await write('one');
        queue.wake();
        await settled();
        expect(worked()).toEqual([run.id]);
      });

      it('finds a run that nobody tells it of within five seconds', async () => {
        await startNode();
        await settled();
        const run = await write('one');
        await settled();
        expect(worked()).toEqual([]);
        await harness.advance(5_000);
        expect(worked()).toEqual([run.id]);
      });

      it('keeps finding runs after the first', async () => {
        await startNode();
        for (const tenant of ['one', 'two', 'three']) {
          const run = await write(tenant);
          await harness.advance(5_000);
          expect(worked()).toContain(run.id);
          await end(jobs.at(-1)!);
        }
      });

      it('takes up nothing before it is started', async () => {
        const run = await write('one');
        harness.node().wake();
        await harness.advance(5_000);
        expect(await stateOf(run)).toBe('queued');
      });

      it('works on several runs at a time, and on the next one as soon as one has ended', async () => {
        const tenants = Array.from({ length: harness.concurrency + 2 }, (_, index) => `provider-${index}`);
        for (const tenant of tenants) await write(tenant);
        await startNode();
        await harness.advance(5_000);
        expect(jobs).toHaveLength(harness.concurrency);
        await end(jobs[1]!);
        expect(jobs).toHaveLength(harness.concurrency + 1);
        expect(new Set(worked()).size).toBe(jobs.length);
      });

      it('gives every run to one node only', async () => {
        for (const tenant of ['one', 'two', 'three']) await write(tenant);
        await Promise.all([startNode(), startNode()]);
        await harness.advance(30_000);
        expect(worked()).toHaveLength(3);
        expect(new Set(worked()).size).toBe(3);
      });
    });

    describe('holding', () => {
      it('keeps a run for as long as it is worked on', async () => {
        await write('one');
        await startNode();
        await settled();
        await startNode();
        await harness.advance(120_000);
        expect(only().signal.aborted).toBe(false);
        await end(only());
        expect(jobs).toHaveLength(1);
      });

      it('takes up within 20 seconds what a dead process had in hand', async () => {
        const run = await write('one');
        await runs.claim({ leaseMs: 10_000 });
        await startNode();
        await settled();
        expect(worked()).toEqual([]);
        await harness.advance(20_000);
        expect(worked()).toEqual([run.id]);
      });

      it('ends the work when another worker has the run by now, and leaves it to that one', async () => {
        const run = await write('one');
        await startNode();
        await settled();
        await runs.release(only().claimed);
        const taken = await runs.claim({ leaseMs: 60_000 });
        await harness.advance(10_000);
        expect(only().signal.reason).toMatchObject({ code: 'run_lost' });
        only().fail(only().signal.reason);
        await harness.advance(10_000);
        expect(worked()).toEqual([run.id]);
        await runs.finish(taken!, { state: 'done' });
        expect(await stateOf(run)).toBe('done');
      });
    });

    describe('cancelling', () => {
      it('tells the work soon after somebody asked for it, and keeps the run until it has ended', async () => {
        const run = await write('one');
        await startNode();
        await settled();
        await runs.cancel(run.tenantId, run.id);
        await harness.advance(5_000);
        expect(only().signal.reason).toBeInstanceOf(CancelRequested);
        await harness.advance(30_000);
        await runs.finish(only().claimed, { state: 'cancelled' });
        only().done();
        await settled();
        expect(await stateOf(run)).toBe('cancelled');
        expect(jobs).toHaveLength(1);
      });
    });

    describe('failing', () => {
      it('goes on with other runs when the work on one breaks off, and tries that one again later', async () => {
        const broken = await write('one');
        await write('two');
        const queue = await startNode();
        await settled();
        jobs.find(({ claimed }) => claimed.run.id === broken.id)?.fail(new Error('a mistake'));
        const third = await write('three');
        queue.wake();
        await settled();
        expect(worked()).toContain(third.id);
        const tries = () => worked().filter((id) => id === broken.id).length;
        expect(tries()).toBe(1);
        await harness.advance(20_000);
        expect(tries()).toBe(2);
      });
    });

    describe('stopping', () => {
      it('tells the work, waits until it has given the run back, and takes up nothing more', async () => {
        const run = await write('one');
        const queue = await startNode();
        await settled();
        let isStopped = false;
        const stopping = queue.stop().then(() => {
          isStopped = true;
        });
        await settled();
        expect(only().signal.aborted).toBe(true);
        expect(only().signal.reason).not.toBeInstanceOf(CancelRequested);
        expect(isStopped).toBe(false);
        only().fail(only().signal.reason);
        await stopping;
        expect(await stateOf(run)).toBe('queued');
        queue.wake();
        await harness.advance(30_000);
        expect(jobs).toHaveLength(1);
      });

      it('lets another node go on at once with what was given back', async () => {
        const run = await write('one');
        const queue = await startNode();
        await settled();
        const stopping = queue.stop();
        only().fail(only().signal.reason);
        await stopping;
        await startNode();
        await settled();
        expect(worked()).toEqual([run.id, run.id]);
      });

      it('lets work that ends by itself meanwhile have ended', async () => {
        const run = await write('one');
        const queue = await startNode();
        await settled();
        const stopping = queue.stop();
        await end(only());
        await stopping;
        expect(await stateOf(run)).toBe('done');
      });

      it('gives back a run that it was just about to take up', async () => {
        const run = await write('one');
        const queue = harness.node();
        const starting = queue.start(work);
        await Promise.all([starting, queue.stop()]);
        expect(jobs).toHaveLength(0);
        expect(await stateOf(run)).toBe('queued');
      });

      it('can be repeated, and done before anything was started', async () => {
        const queue = harness.node();
        await queue.stop();
        await queue.start(work);
        await Promise.all([queue.stop(), queue.stop()]);
        await queue.stop();
      });

      it('can be started again afterwards, but not twice at once', async () => {
        const queue = await startNode();
        await expect(queue.start(work)).rejects.toThrow('started already');
        await queue.stop();
        const run = await write('one');
        await queue.start(work);
        await settled();
        expect(worked()).toEqual([run.id]);
      });
    });
  });
}
