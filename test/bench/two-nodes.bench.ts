import { setTimeout as pause } from 'node:timers/promises';
import type { Knex } from 'knex';
import { openDatabase } from '../../adapters/knex/open-database.ts';
import { ENDED_STATES, type RunState } from '../../core/domain/run.ts';
import { atLeast, grouped, type Measured, median, millisecondsOf } from './measure.ts';
import { type NodeProcess, startNode } from './node-process.ts';
import { type Postgres, startPostgres } from './postgres.ts';
import type { PrepareOrder } from './prepare-console.ts';
import { runScript } from './run-script.ts';

// Far more than a node works on at a time (4), so that what it takes to begin does not count.
const PROVIDERS = 64;
// Few, so that nodes wait for users most of the time: two cores may have to do for both and for PostgreSQL.
const CONTACTS = 100;
const LATENCY_MS = 100;
const ROUNDS = 3;
const LOOK_MS = 10;

const LEAST = 1.6;

/** Imports of different providers that wait, worked on by one node and by two. */
export async function twoNodes(): Promise<readonly Measured[]> {
  const postgres = await startPostgres();
  try {
    const model = await prepareOn(postgres);
    const one: number[] = [];
    const two: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      one.push(await timeOf(1, await postgres.createDatabase(model)));
      two.push(await timeOf(2, await postgres.createDatabase(model)));
    }
    return [
      atLeast(LEAST, {
        name: `${PROVIDERS} imports of ${grouped(CONTACTS)} contacts, users behind ${LATENCY_MS} ms: two nodes / one`,
        ratio: median(one) / median(two),
        detail: `${one.map(grouped).join(', ')} ms by one, ${two.map(grouped).join(', ')} ms by two`,
      }),
    ];
  } finally {
    await postgres.stop();
  }
}

async function prepareOn(postgres: Postgres): Promise<string> {
  const connection = await postgres.createDatabase();
  const providers = Array.from({ length: PROVIDERS }, (_none, index) => ({
    provider: `provider-${index}`,
    contacts: CONTACTS,
  }));
  const order: PrepareOrder = { connection, providers, imports: 'asked for' };
  await runScript(new URL('prepare-console.ts', import.meta.url), order);
  return connection;
}

async function timeOf(count: number, connection: string): Promise<number> {
  const nodes: NodeProcess[] = [];
  const { knex, close } = openDatabase({ connection });
  try {
    while (nodes.length < count) nodes.push(await startNode({ connection, latencyMs: LATENCY_MS }));
    return await millisecondsOf(async () => {
      for (const node of nodes) node.begin();
      while (!(await areImportsDone(knex))) await pause(LOOK_MS);
    });
  } finally {
    await close();
    await Promise.all(nodes.map((node) => node.stop()));
  }
}

async function areImportsDone(knex: Knex): Promise<boolean> {
  const runs = await knex<{ kind: string; state: RunState; created: number }>('autotask_run').where('kind', 'import');
  const ended = runs.filter(({ state }) => ENDED_STATES.includes(state));
  const wrong = ended.filter(({ state, created }) => state !== 'done' || created !== CONTACTS);
  if (wrong.length > 0) throw new Error(`An import ended ${wrong[0]?.state} with ${wrong[0]?.created} users`);
  return ended.length === PROVIDERS;
}
