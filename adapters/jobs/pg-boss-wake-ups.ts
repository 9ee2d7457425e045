import PgBoss from 'pg-boss';
import type { Log } from '../../core/ports/log.ts';
import { loggedError } from '../../core/ports/logged-error.ts';
import type { KnexDatabase } from './knex-database.ts';

const SCHEMA = 'autotask_jobs';
const QUEUE = 'wake-up';

// Of the policy "short" at most one wake-up waits to be taken; whoever takes it finds all runs that wait. One that is
// late is of no use: every node looks for runs by itself.
const QUEUE_OPTIONS: PgBoss.Queue = {
  name: QUEUE,
  policy: 'short',
  retryLimit: 0,
  expireInSeconds: 60,
  retentionMinutes: 10,
};

interface PgBossWakeUpsOptions {
  readonly database: KnexDatabase;
  readonly log: Log;
}

/**
 * News among nodes that a run waits: each is taken by one node. They say nothing else, so no table of theirs holds
 * anybody's data.
 */
export class PgBossWakeUps {
  readonly #options: PgBossWakeUpsOptions;
  #boss: PgBoss | null = null;

  constructor(options: PgBossWakeUpsOptions) {
    this.#options = options;
  }

  /** Makes the tables when they are missing; several nodes may do so at once. Does nothing when it is open already. */
  async open(): Promise<void> {
    if (this.#boss !== null) return;
    const { database } = this.#options;
    // One node at a time: two that make a queue at once lock each other out (deadlock, seen with 10.4.2).
    await database.alone(async (connected) => {
      const maker = this.#made({ db: connected, supervise: false });
      await maker.start();
      await maker.createQueue(QUEUE, QUEUE_OPTIONS);
      await maker.stop();
    });
    const boss = this.#made({ db: database, migrate: false });
    await boss.start();
    this.#boss = boss;
  }

  async send(): Promise<void> {
    await this.#boss?.send(QUEUE, {});
  }

  /** Says whether there was one to take. */
  async take(): Promise<boolean> {
    const boss = this.#boss;
    // Not boss.work(): it completes jobs without waiting for that, and a database that is away would end the process
    // (10.4.2, manager.js, `watch`).
    const [job] = (await boss?.fetch(QUEUE)) ?? [];
    if (job === undefined) return false;
    await boss?.deleteJob(QUEUE, job.id);
    return true;
  }

  async close(): Promise<void> {
    const boss = this.#boss;
    this.#boss = null;
    await boss?.stop({ graceful: true, timeout: 1_000 });
  }

  #made(options: PgBoss.ConstructorOptions): PgBoss {
    const boss = new PgBoss({ ...options, schema: SCHEMA, schedule: false });
    boss.on('error', (error) => this.#options.log.warn({ err: loggedError(error) }, 'pg-boss met an error'));
    return boss;
  }
}
