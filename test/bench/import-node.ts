import { once } from 'node:events';
import { wire } from '../../adapters/container.ts';
import { KnexUserRepository } from '../../adapters/knex/knex-user-repository.ts';
import { openDatabase } from '../../adapters/knex/open-database.ts';
import { BENCH_SETTINGS } from './bench-settings.ts';
import { startWorking } from './import-everybody.ts';
import { order } from './run-script.ts';
import { SlowUsers } from './slow-users.ts';

/** A node that begins to work at the first line it is given, and ends when it is given no more. */
export interface NodeOrder {
  readonly connection: string;
  readonly latencyMs: number;
}

const { connection, latencyMs } = order() as NodeOrder;
const { knex, close } = openDatabase({ connection });
const clock = { now: () => new Date() };
const users = new SlowUsers(new KnexUserRepository({ knex, clock, log: BENCH_SETTINGS.log }), latencyMs);
const wiring = wire({ ...BENCH_SETTINGS, database: knex, ports: { users } });
await knex.raw('select 1');
console.log('ready');
await once(process.stdin, 'data');
const ended = once(process.stdin, 'end');
await startWorking(wiring);
await ended;
await wiring.ports.jobs.stop();
await wiring.close();
await close();
