import { wire } from '../../adapters/container.ts';
import { type TenantId, tenantId } from '../../core/domain/ids.ts';
import type { Run } from '../../core/domain/run.ts';
import { BENCH_SETTINGS } from './bench-settings.ts';
import { askForImport, endOf, startWorking } from './import-everybody.ts';
import { answer, order } from './run-script.ts';

/** Providers of one large import and of small ones that come one after another while it is worked on. */
export interface SmallBehindLargeOrder {
  readonly connection: string;
  readonly large: string;
  readonly small: readonly string[];
}

export interface SmallBehindLarge {
  /** What chunks of the large import took, before the first small one was asked for. */
  readonly chunkMs: readonly number[];
  readonly waits: readonly SmallWait[];
}

/** How long a small import took from when it was written down, in milliseconds. */
interface SmallWait {
  readonly toStart: number;
  readonly toEnd: number;
}

const CHUNKS = 10;

const { connection, large, small } = order() as SmallBehindLargeOrder;
const wiring = wire({ ...BENCH_SETTINGS, database: { connection } });
await startWorking(wiring);
const running = await askForImport(wiring, tenantId(large));
const chunkMs = await chunkTimes(running);
const waits: SmallWait[] = [];
for (const provider of small) waits.push(await waitOf(tenantId(provider)));
const { state } = (await wiring.ports.runs.find(running.tenantId, running.id)) ?? running;
if (state !== 'running') throw new Error(`The large import was ${state} before the small ones had ended`);
await wiring.ports.jobs.stop();
await wiring.close();
const result: SmallBehindLarge = { chunkMs, waits };
answer(result);

async function chunkTimes(run: Run): Promise<readonly number[]> {
  const moments: number[] = [];
  let last = 0;
  for await (const { done } of changesOf(run)) {
    if (done > last) moments.push(performance.now());
    last = done;
    if (moments.length > CHUNKS) break;
  }
  return moments.slice(1).map((moment, index) => moment - (moments[index] ?? Number.NaN));
}

async function waitOf(provider: TenantId): Promise<SmallWait> {
  const run = await askForImport(wiring, provider);
  const asked = performance.now();
  for await (const { state } of changesOf(run)) if (state !== 'queued') break;
  const toStart = performance.now() - asked;
  await endOf(wiring, run);
  return { toStart, toEnd: performance.now() - asked };
}

function changesOf({ tenantId, id }: Run): AsyncIterable<Run> {
  return wiring.ports.runs.changes(tenantId, id, new AbortController().signal);
}
