import { type PracticeMbs, startPracticeMbs } from '../../host-shim/practice-mbs/practice-mbs.ts';
import { prepareOnDisk } from './console-on-disk.ts';
import type { MbsOrder } from './mbs-wiring.ts';
import { atMost, grouped, type Measured } from './measure.ts';
import { runScript } from './run-script.ts';

const PROVIDER = 'bench';
const LATENCY_MS = 100;
const AT_ONCE = 4;
const NEW = 1000;
const FEW = 5000;
const MANY = 50_000;

const MOST_OF_FLOOR = 1.25;
const MOST_CALLS = 1.1;
const MOST_MEMORY = 1.3;
// The list of 50,000 users takes 12 of it, and the console itself 21 (measured after collection).
const HEAP_MB = 64;

interface Rederived {
  readonly milliseconds: number;
  readonly peakMb: number;
  /** How often the users were listed. */
  readonly lists: number;
}

/** Imports and statuses over the MBS API, which answers each call after 100 ms. */
export async function importingOverMbs(): Promise<readonly Measured[]> {
  return [...(await creating()), ...(await rederiving())];
}

async function creating(): Promise<readonly Measured[]> {
  const mbs = await startPracticeMbs({ users: 0, switches: { latencyMs: LATENCY_MS } });
  try {
    const { milliseconds } = await inConsole<{ milliseconds: number }>(
      mbs,
      NEW,
      new URL('import-over-mbs.ts', import.meta.url),
    );
    const { total, mostInFlight } = mbs.control.counters();
    const floor = (total / AT_ONCE) * LATENCY_MS;
    return [
      atMost(MOST_OF_FLOOR, {
        name: `${grouped(NEW)} new users over the MBS API: time / calls at ${AT_ONCE} at once`,
        ratio: milliseconds / floor,
        detail: `${grouped(milliseconds)} / ${grouped(floor)} ms, at most ${mostInFlight} in flight`,
      }),
      atMost(MOST_CALLS, {
        name: `${grouped(NEW)} new users over the MBS API, their companies too: calls / user`,
        ratio: total / NEW,
        detail: `${grouped(total)} calls`,
      }),
    ];
  } finally {
    await mbs.close();
  }
}

async function rederiving(): Promise<readonly Measured[]> {
  const few = await rederived(FEW);
  const many = await rederived(MANY);
  return [
    atMost(MOST_MEMORY, {
      name: `statuses beside ${grouped(MANY)} users of the MBS API / beside ${grouped(FEW)}: peak memory`,
      ratio: many.peakMb / few.peakMb,
      detail: `${grouped(many.peakMb)} / ${grouped(few.peakMb)} MB in ${grouped(many.milliseconds)} / ${grouped(few.milliseconds)} ms`,
    }),
    atMost(1, {
      name: `statuses beside ${grouped(MANY)} users of the MBS API: lists of users`,
      ratio: many.lists,
      detail: 'one for all contacts',
    }),
  ];
}

async function rederived(users: number): Promise<Rederived> {
  const mbs = await startPracticeMbs({ users, switches: { latencyMs: LATENCY_MS } });
  try {
    const found = await inConsole<Omit<Rederived, 'lists'>>(
      mbs,
      users,
      new URL('rederive-over-mbs.ts', import.meta.url),
      HEAP_MB,
    );
    return { ...found, lists: mbs.control.counters().calls['GET Users'] ?? 0 };
  } finally {
    await mbs.close();
  }
}

async function inConsole<Result>(
  { url, login }: PracticeMbs,
  contacts: number,
  script: URL,
  heapMb?: number,
): Promise<Result> {
  const console = await prepareOnDisk([{ provider: PROVIDER, contacts }]);
  try {
    const order: MbsOrder = { connection: console.connection, provider: PROVIDER, url, logIn: login };
    return await runScript<Result>(script, order, heapMb);
  } finally {
    await console.remove();
  }
}
