import type { JobQueue } from '../../core/ports/job-queue.ts';
import type { Log } from '../../core/ports/log.ts';
import type { RunStore } from '../../core/ports/run-store.ts';
import { HeldRun, type Work } from './held-run.ts';
import type { Scheduler } from './scheduler.ts';
import { timerScheduler } from './timer-scheduler.ts';

export interface InProcessJobQueueOptions {
  readonly runs: Pick<RunStore, 'claim' | 'renew' | 'release'>;
  readonly log: Log;
  readonly scheduler?: Scheduler;
  /** How many runs are worked on at a time. */
  readonly concurrency?: number;
  /** How long a run stays a worker's that is not heard of any more. */
  readonly leaseMs?: number;
  /** How often a worker is heard of. */
  readonly beatMs?: number;
  /** How often the queue looks for runs that nobody told it of. */
  readonly lookMs?: number;
}

/**
 * Works on runs inside this process.
 *
 * The runs themselves are the queue: what is written down is claimed from the store, so that a run outlives the
 * process. With the defaults an abandoned run goes on after 12 seconds at the latest.
 */
export class InProcessJobQueue implements JobQueue {
  readonly #options: Required<InProcessJobQueueOptions>;
  readonly #held = new Map<HeldRun, Promise<void>>();
  #work: Work | null = null;
  #looking: Promise<void> = Promise.resolve();
  #isLooking = false;
  #isLookWanted = false;
  #callOffLook = () => {};

  constructor(options: InProcessJobQueueOptions) {
    this.#options = {
      scheduler: timerScheduler,
      concurrency: 4,
      leaseMs: 10_000,
      beatMs: 3_000,
      lookMs: 2_000,
      ...options,
    };
  }

  start(work: Work): Promise<void> {
    if (this.#work !== null) return Promise.reject(new Error('The job queue has been started already'));
    this.#work = work;
    this.wake();
    return Promise.resolve();
  }

  wake(): void {
    this.#isLookWanted = true;
    if (this.#work !== null && !this.#isLooking) this.#looking = this.#look();
  }

  async stop(): Promise<void> {
    this.#work = null;
    this.#callOffLook();
    for (const held of this.#held.keys()) held.giveBack();
    await this.#looking;
    await Promise.all(this.#held.values());
  }

  async #look(): Promise<void> {
    this.#isLooking = true;
    while (this.#isLookWanted && this.#work !== null) {
      this.#isLookWanted = false;
      await this.#takeUpRuns();
    }
    this.#isLooking = false;
    this.#callOffLook();
    if (this.#work !== null) {
      this.#callOffLook = this.#options.scheduler.after(this.#options.lookMs, () => this.wake());
    }
  }

  async #takeUpRuns(): Promise<void> {
    const { runs, log, concurrency, leaseMs } = this.#options;
    try {
      for (let work = this.#work; work !== null && this.#held.size < concurrency; work = this.#work) {
        const claimed = await runs.claim({ leaseMs });
        if (claimed === null) return;
        const held = new HeldRun(claimed, this.#options);
        if (this.#work === null) held.giveBack(); // Stopped while the store was asked.
        this.#workOn(held, work);
      }
    } catch (error) {
      log.warn({ stack: error instanceof Error ? error.stack : String(error) }, 'runs could not be looked for');
    }
  }

  #workOn(held: HeldRun, work: Work): void {
    const ended = held.work(work).then(() => {
      this.#held.delete(held);
      this.wake();
    });
    this.#held.set(held, ended);
  }
}
