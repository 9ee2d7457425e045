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
  /** How many runs are worked on at a time; while some of them make way, up to twice as many. */
  readonly concurrency?: number;
  /** How long a run stays a worker's that is not heard of any more. */
  readonly leaseMs?: number;
  /** How often a worker is heard of. */
  readonly beatMs?: number;
  /** How often the queue looks for runs that nobody told it of. */
  readonly lookMs?: number;
  /** How long an import is worked on before it has to make way for a run that would have to wait. */
  readonly turnMs?: number;
}

/**
 * Works on runs inside this process.
 *
 * The runs themselves are the queue: what is written down is claimed from the store, so that a run outlives the
 * process. With the defaults an abandoned run goes on after 12 seconds at the latest.
 *
 * Runs take turns: when one waits that nobody has room for, the import that has been worked on longest is given back
 * and comes up again later, so that a few large imports do not starve a small one.
 */
export class InProcessJobQueue implements JobQueue {
  readonly #options: Required<InProcessJobQueueOptions>;
  readonly #held = new Map<HeldRun, Promise<void>>();
  #work: Work | null = null;
  #looking: Promise<void> = Promise.resolve();
  #isLooking = false;
  #isLookWanted = false;
  #isTimeForTurns = false;
  #callOffLook = () => {};

  constructor(options: InProcessJobQueueOptions) {
    this.#options = {
      scheduler: timerScheduler,
      concurrency: 4,
      leaseMs: 10_000,
      beatMs: 3_000,
      lookMs: 2_000,
      turnMs: 2_000,
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
    void this.look();
  }

  /** Takes up what there is room for; resolves when nothing is left or there is no more room. */
  look(): Promise<void> {
    this.#isLookWanted = true;
    if (this.#work !== null && !this.#isLooking) this.#looking = this.#look();
    return this.#looking;
  }

  /** Whether another run could be taken up at once. */
  hasRoom(): boolean {
    const staying = [...this.#held.keys()].filter(({ isMakingWay }) => !isMakingWay);
    return this.#work !== null && staying.length < this.#options.concurrency;
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
      try {
        await this.#takeUpRuns();
      } catch (error) {
        const stack = error instanceof Error ? error.stack : String(error);
        this.#options.log.warn({ stack }, 'runs could not be looked for');
      }
    }
    this.#isLooking = false;
    this.#planLook();
  }

  #planLook(): void {
    this.#callOffLook();
    if (this.#work === null) return;
    this.#callOffLook = this.#options.scheduler.after(this.#options.lookMs, () => {
      this.#isTimeForTurns = true;
      this.wake();
    });
  }

  async #takeUpRuns(): Promise<void> {
    while (this.hasRoom() && (await this.#takeUpOne())) {
      // Until none is left.
    }
    if (this.#isTimeForTurns) await this.#giveTurns();
  }

  /** Not at every wake-up: first another node, which may have room, gets the time to take up what waits. */
  async #giveTurns(): Promise<void> {
    this.#isTimeForTurns = false;
    while (!this.hasRoom() && this.#held.size < 2 * this.#options.concurrency) {
      const longest = [...this.#held.keys()].find(({ canMakeWay }) => canMakeWay);
      if (longest === undefined || !(await this.#takeUpOne())) return;
      longest.makeWay();
    }
  }

  /** False when no run waits. */
  async #takeUpOne(): Promise<boolean> {
    const work = this.#work;
    if (work === null) return false;
    const claimed = await this.#options.runs.claim({ leaseMs: this.#options.leaseMs });
    if (claimed === null) return false;
    const held = new HeldRun(claimed, this.#options);
    if (this.#work === null) held.giveBack(); // Stopped while the store was asked.
    const ended = held.work(work).then(() => {
      this.#held.delete(held);
      this.wake();
    });
    this.#held.set(held, ended);
    return true;
  }
}
