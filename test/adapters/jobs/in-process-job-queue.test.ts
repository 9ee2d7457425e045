import { afterEach, describe, expect, it } from 'vitest';
import { InProcessJobQueue } from '../../../adapters/jobs/in-process-job-queue.ts';
import { MemoryContactBook } from '../../../adapters/memory/memory-contact-book.ts';
import { MemoryRunStore } from '../../../adapters/memory/memory-run-store.ts';
import { runId, tenantId } from '../../../core/domain/ids.ts';
import type { CancelSignal } from '../../../core/ports/cancel-signal.ts';
import type { ClaimedRun, RunStore } from '../../../core/ports/run-store.ts';
import { jobQueueContract } from '../../contract/job-queue.contract.ts';
import { settled } from '../../support/settled.ts';
import { SilentLog } from '../../support/silent-log.ts';
import { steppingIds } from '../../support/stepping-ids.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

jobQueueContract('in process', async () => {
  const clock = new VirtualClock();
  const runs = runStoreAt(clock);
  return {
    runs,
    concurrency: 4,
    node: () => new InProcessJobQueue({ runs, log: new SilentLog(), scheduler: clock }),
    settled,
    advance: (milliseconds) => clock.advance(milliseconds),
    dispose: async () => expect(clock.waiting).toBe(0),
  };
});

describe('InProcessJobQueue', () => {
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  function opened(options: { concurrency?: number } = {}) {
    const clock = new VirtualClock();
    const runs = runStoreAt(clock);
    const outage = new Outage(runs);
    const log = new SilentLog();
    const queue = new InProcessJobQueue({ runs: outage, log, scheduler: clock, ...options });
    const signals: CancelSignal[] = [];
    stops.push(() => queue.stop());
    const start = () =>
      queue.start(async (_, signal) => {
        signals.push(signal);
        await new Promise<void>((resolve) => {
          signal.addEventListener('abort', () => resolve());
        });
        signal.throwIfAborted();
      });
    return { clock, runs, outage, log, queue, signals, start };
  }
  const write = (runs: RunStore, tenant = 'one') =>
    runs.createRefresh(tenantId(tenant), { requestedBy: 'Grace', idempotencyKey: null, fingerprint: '', mode: null });

  it('outlives a database that is away while it looks for runs, and says so in the log', async () => {
    const { clock, runs, outage, log, signals, start } = opened();
    outage.isOn = true;
    await write(runs);
    await start();
    await clock.advance(60_000);
    expect(signals).toHaveLength(0);
    expect(log.lines[0]).toMatchObject({ level: 'warn', message: 'runs could not be looked for' });
    outage.isOn = false;
    await clock.advance(5_000);
    expect(signals).toHaveLength(1);
  });

  it('keeps a run over a short outage of the database', async () => {
    const { clock, runs, outage, log, signals, start } = opened();
    await write(runs);
    await start();
    await settled();
    outage.isOn = true;
    await clock.advance(4_000);
    outage.isOn = false;
    await clock.advance(60_000);
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    expect(log.lines.map(({ message }) => message)).toContain('the lease of a run could not be renewed; trying again');
  });

  it('ends the work before its lease has run out when the database stays away', async () => {
    const { clock, runs, outage, signals, start } = opened();
    await write(runs);
    await start();
    await settled();
    outage.isOn = true;
    await clock.advance(9_999);
    expect(signals[0]?.reason).toMatchObject({ code: 'run_lost' });
  });

  it('ends the work in time when the database goes away just after the run was taken up', async () => {
    const { clock, runs, outage, signals, start } = opened();
    await write(runs);
    outage.isOnForRenewing = true;
    await start();
    await clock.advance(9_999);
    expect(signals[0]?.reason).toMatchObject({ code: 'run_lost' });
  });

  it('ends the work at the first beat after another worker has taken the run', async () => {
    const { clock, runs, outage, log, signals, start } = opened();
    await write(runs);
    await start();
    await settled();
    await runs.release(outage.claimed[0]!);
    await runs.claim({ leaseMs: 60_000 });
    await clock.advance(3_000);
    expect(signals[0]?.reason).toMatchObject({ code: 'run_lost' });
    expect(log.lines.map(({ message }) => message)).toEqual(['run lost to another worker']);
  });

  it('takes it for a lost run, not for a mistake, when the store tells the work itself', async () => {
    const { runs, log, queue } = opened();
    await write(runs);
    await queue.start(async (claimed) => {
      await runs.release(claimed);
      await runs.claim({ leaseMs: 60_000 });
      await runs.finish(claimed, { state: 'done' });
    });
    await settled();
    expect(log.lines.map(({ level, message }) => [level, message])).toEqual([['warn', 'run lost to another worker']]);
  });

  it('ends the work in time even when the database does not answer at all', async () => {
    const { clock, runs, outage, signals, start } = opened();
    await write(runs);
    await start();
    await settled();
    outage.isSilent = true;
    await clock.advance(9_999);
    expect(signals[0]?.reason).toMatchObject({ code: 'run_lost' });
    outage.answerLate();
  });

  it('gives back a run whose claim is answered only after the queue was told to stop', async () => {
    const { runs, outage, queue, signals, start } = opened();
    const run = await write(runs);
    outage.isSilent = true;
    await start();
    let isStopped = false;
    const stopping = queue.stop().then(() => {
      isStopped = true;
    });
    await settled();
    expect(isStopped).toBe(false);
    outage.answerLate();
    await stopping;
    expect((await runs.find(run.tenantId, run.id))?.state).toBe('queued');
    expect(signals).toHaveLength(0);
  });

  it('looks again when it is told of a run while it is looking', async () => {
    const { runs, outage, queue, signals, start } = opened();
    outage.isSilent = true;
    await start();
    await settled();
    await write(runs);
    queue.wake();
    outage.answerLate();
    await settled();
    expect(signals).toHaveLength(1);
  });

  it('stops although a run can’t be given back', async () => {
    const { runs, outage, log, queue, start } = opened();
    await write(runs);
    await start();
    await settled();
    outage.isOn = true;
    await queue.stop();
    expect(log.lines.map(({ message }) => message)).toContain('run could not be given back');
  });

  it('works on as many runs at a time as it is told', async () => {
    const { clock, runs, signals, start } = opened({ concurrency: 1 });
    await write(runs, 'one');
    await write(runs, 'two');
    await start();
    await clock.advance(30_000);
    expect(signals).toHaveLength(1);
  });

  it('leaves no timer behind', async () => {
    const { clock, runs, queue, start } = opened();
    await write(runs);
    await start();
    await clock.advance(10_000);
    await queue.stop();
    expect(clock.waiting).toBe(0);
  });
});

/** Stands between a queue and its store: refuses the calls, or holds the answers back. */
class Outage implements Pick<RunStore, 'claim' | 'renew' | 'release'> {
  isOn = false;
  isOnForRenewing = false;
  isSilent = false;
  readonly claimed: ClaimedRun[] = [];
  readonly #runs: RunStore;
  readonly #late: (() => void)[] = [];

  constructor(runs: RunStore) {
    this.#runs = runs;
  }

  async claim(request: Parameters<RunStore['claim']>[0]): Promise<ClaimedRun | null> {
    const claimed = await this.#pass(() => this.#runs.claim(request));
    if (claimed !== null) this.claimed.push(claimed);
    return claimed;
  }

  async renew(...request: Parameters<RunStore['renew']>): ReturnType<RunStore['renew']> {
    if (this.isOnForRenewing) throw new Error('The database is away');
    return this.#pass(() => this.#runs.renew(...request));
  }

  release(claimed: ClaimedRun): Promise<void> {
    return this.#pass(() => this.#runs.release(claimed));
  }

  /** Ends the silence; what was held back is answered. */
  answerLate(): void {
    this.isSilent = false;
    for (const answer of this.#late.splice(0)) answer();
  }

  async #pass<Answer>(call: () => Promise<Answer>): Promise<Answer> {
    if (this.isOn) throw new Error('The database is away');
    const answer = await call();
    if (this.isSilent) await new Promise<void>((resolve) => this.#late.push(resolve));
    return answer;
  }
}

function runStoreAt(clock: VirtualClock): RunStore {
  const nextId = steppingIds('run');
  return new MemoryRunStore({ contactBook: new MemoryContactBook(), clock, ids: { runId: () => runId(nextId()) } });
}
