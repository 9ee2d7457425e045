import type { JobQueue } from '../../core/ports/job-queue.ts';
import { loggedError } from '../../core/ports/logged-error.ts';
import type { Work } from './held-run.ts';
import { InProcessJobQueue, type InProcessJobQueueOptions } from './in-process-job-queue.ts';
import { KnexDatabase, type PooledKnex } from './knex-database.ts';
import { PgBossWakeUps } from './pg-boss-wake-ups.ts';
import { timerScheduler } from './timer-scheduler.ts';

// The shortest that pg-boss recommends for its own workers (10.4.2, attorney.js, MIN_POLLING_INTERVAL_MS).
const POLL_MS = 500;
const RETRY_MS = 10_000;

export interface PgBossJobQueueOptions extends InProcessJobQueueOptions {
  /** On PostgreSQL; it stays the caller's to close. */
  readonly knex: PooledKnex;
}

/**
 * Works on runs on any number of nodes that share a PostgreSQL database.
 *
 * Every node claims runs as {@link InProcessJobQueue} does, which alone decides who holds a run; pg-boss carries the
 * news that a run waits to a node that has room for it. While pg-boss can't be used, runs are found by each node's own
 * regular look, only later.
 */
export class PgBossJobQueue implements JobQueue {
  readonly #options: PgBossJobQueueOptions;
  readonly #local: InProcessJobQueue;
  readonly #wakeUps: PgBossWakeUps;
  #polling: Promise<void> = Promise.resolve();
  #sending: Promise<unknown> = Promise.resolve();
  /** Null from the start to the stop. */
  #stopped: Promise<void> | null = Promise.resolve();
  #callOffPoll = () => {};

  constructor(options: PgBossJobQueueOptions) {
    this.#options = options;
    this.#local = new InProcessJobQueue(options);
    this.#wakeUps = new PgBossWakeUps({ database: new KnexDatabase(options.knex), log: options.log });
  }

  async start(work: Work): Promise<void> {
    this.#stopped = null;
    await this.#local.start(work);
    this.#polling = this.#poll();
    await this.#polling;
  }

  wake(): void {
    if (this.#stopped !== null) return;
    this.#local.wake();
    this.#tellOthers();
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  async #stop(): Promise<void> {
    this.#callOffPoll();
    await Promise.all([this.#local.stop(), this.#polling]);
    this.#tellOthers(); // Of what was given back.
    await this.#sending;
    await this.#attempt(() => this.#wakeUps.close());
  }

  async #poll(): Promise<void> {
    const isWell = await this.#attempt(() => this.#takeWakeUp());
    if (this.#stopped !== null) return;
    const { scheduler = timerScheduler } = this.#options;
    this.#callOffPoll = scheduler.after(isWell ? POLL_MS : RETRY_MS, () => {
      this.#polling = this.#poll();
    });
  }

  /** A node without room takes none, so that one with room does, and passes on what it can't serve to the end. */
  async #takeWakeUp(): Promise<void> {
    await this.#wakeUps.open();
    if (!this.#local.hasRoom() || !(await this.#wakeUps.take())) return;
    await this.#local.look();
    if (!this.#local.hasRoom()) this.#tellOthers();
  }

  #tellOthers(): void {
    this.#sending = this.#sending.then(() => this.#attempt(() => this.#wakeUps.send()));
  }

  async #attempt(step: () => Promise<void>): Promise<boolean> {
    try {
      await step();
      return true;
    } catch (error) {
      this.#options.log.warn(
        { err: loggedError(error) },
        'wake-ups between nodes failed; each looks for runs by itself',
      );
      return false;
    }
  }
}
