import { isDeepStrictEqual } from 'node:util';
import { openDatabase } from '../../adapters/knex/open-database.ts';
import type { Outcome } from '../../core/domain/run.ts';
import type { BareInsertsOrder } from './bare-inserts.ts';
import { type ConsoleOnDisk, prepareOnDisk } from './console-on-disk.ts';
import type { ImportedOnce, ImportOnceOrder } from './import-once.ts';
import { atLeast, atMost, grouped, type Measured, median } from './measure.ts';
import { runScript } from './run-script.ts';

const PROVIDER = 'bench';
const CONTACTS = 10_000;
const ROUNDS = 3;

const LEAST_OF_BARE = 0.35;
const LEAST_OF_CREATING = 5;

interface Round {
  readonly creating: number;
  readonly bare: number;
  readonly unchanged: number;
  /** Rows of users that differ after an import of nothing new. */
  readonly written: number;
}

/** An import of new contacts, beside bare knex writing the same users, and beside the same import once more. */
export async function importingContacts(): Promise<readonly Measured[]> {
  const prepared = await prepareOnDisk([{ provider: PROVIDER, contacts: CONTACTS }]);
  try {
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await importTwice(prepared));
    const round = typicalOf(rounds);
    return [creatingAndBare(round), creatingAndUnchanged(round), writtenForNothing(round)];
  } finally {
    await prepared.remove();
  }
}

/** The usual times, but the most that was ever written. */
function typicalOf(rounds: readonly Round[]): Round {
  return {
    creating: median(rounds.map(({ creating }) => creating)),
    bare: median(rounds.map(({ bare }) => bare)),
    unchanged: median(rounds.map(({ unchanged }) => unchanged)),
    written: Math.max(...rounds.map(({ written }) => written)),
  };
}

async function importTwice(prepared: ConsoleOnDisk): Promise<Round> {
  const [console, bareConsole] = [await prepared.copy(), await prepared.copy()];
  try {
    const creating = await importAll(console, 'created');
    const bareOrder: BareInsertsOrder = { from: console.connection, to: bareConsole.connection };
    const bare = await runScript<number>(new URL('bare-inserts.ts', import.meta.url), bareOrder);
    const before = await userRows(console);
    const unchanged = await importAll(console, 'unchanged');
    const after = await userRows(console);
    return { creating, bare, unchanged, written: countDifferences(before, after) };
  } finally {
    await console.remove();
    await bareConsole.remove();
  }
}

async function importAll({ connection }: ConsoleOnDisk, outcome: Outcome): Promise<number> {
  const order: ImportOnceOrder = { connection, provider: PROVIDER, outcome };
  return (await runScript<ImportedOnce>(new URL('import-once.ts', import.meta.url), order)).milliseconds;
}

async function userRows({ connection }: ConsoleOnDisk): Promise<readonly unknown[]> {
  const { knex, close } = openDatabase({ connection });
  try {
    const users: readonly unknown[] = await knex('console_user').orderBy('id');
    const destinations: readonly unknown[] = await knex('console_user_destination').orderBy('user_id');
    return [...users, ...destinations];
  } finally {
    await close();
  }
}

function countDifferences(before: readonly unknown[], after: readonly unknown[]): number {
  const rows = before.length > after.length ? before : after;
  return rows.filter((_row, index) => !isDeepStrictEqual(before[index], after[index])).length;
}

function creatingAndBare({ creating, bare }: Round): Measured {
  return atLeast(LEAST_OF_BARE, {
    name: `${grouped(CONTACTS)} new contacts: rows per second of an import / of bare inserts that are read back`,
    ratio: bare / creating,
    detail: `${perSecond(creating)} / ${perSecond(bare)} rows/s`,
  });
}

function creatingAndUnchanged({ creating, unchanged }: Round): Measured {
  return atLeast(LEAST_OF_CREATING, {
    name: `${grouped(CONTACTS)} contacts: creating / finding all unchanged`,
    ratio: creating / unchanged,
    detail: `${grouped(creating)} / ${grouped(unchanged)} ms`,
  });
}

function writtenForNothing({ written }: Round): Measured {
  return atMost(0, {
    name: `${grouped(CONTACTS)} contacts unchanged: rows of users that were written`,
    ratio: written,
    detail: `most of ${ROUNDS} rounds`,
  });
}

function perSecond(milliseconds: number): string {
  return grouped((CONTACTS / milliseconds) * 1000);
}
