import { randomUUID } from 'node:crypto';
import { PgBossJobQueue, type PgBossJobQueueOptions } from '../../../adapters/jobs/pg-boss-job-queue.ts';
import { KnexRunStore } from '../../../adapters/knex/knex-run-store.ts';
import { runId } from '../../../core/domain/ids.ts';
import { openDatabase } from '../../support/databases.ts';
import { SilentLog } from '../../support/silent-log.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { quiet } from './quiet.ts';

// Far below every period of the queues, so that what one tick begins has ended before the next.
const STEP_MS = 500;

/** Queues on one real PostgreSQL, at a time that stands still until a test moves it. */
export async function openPgBossNodes() {
  const database = await openDatabase('postgres');
  const { knex } = database;
  const clock = new VirtualClock();
  const log = new SilentLog();
  const runs = new KnexRunStore({ knex, clock, ids: { runId: () => runId(randomUUID()) } });
  const settled = () => quiet([knex]);
  return {
    knex,
    clock,
    log,
    runs,
    settled,
    node: (options: Partial<PgBossJobQueueOptions> = {}) =>
      new PgBossJobQueue({ knex, runs, log, scheduler: clock, ...options }),
    async advance(milliseconds: number) {
      await settled();
      for (let passed = 0; passed < milliseconds; passed += STEP_MS) {
        await clock.advance(Math.min(STEP_MS, milliseconds - passed));
        await settled();
      }
    },
    async dispose() {
      // As new again, so that the next test need not copy the whole database.
      await knex.raw('drop schema if exists autotask_jobs cascade');
      await database.dispose();
    },
  };
}
