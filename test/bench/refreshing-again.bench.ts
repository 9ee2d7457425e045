import { startPracticeAutotask } from '../../host-shim/practice-autotask/practice-autotask.ts';
import { atMost, grouped, type Measured, median } from './measure.ts';
import { waitOf } from './plugin-on-disk.ts';
import type { RefreshDone, RefreshesOrder } from './refreshes.ts';
import { runScript } from './run-script.ts';

const CONTACTS = 100_000;
const LATENCY_MS = 150;
// autotask-api.md §3.4, documented.
const PAGE = 500;

const FULL = 2;
const INCREMENTAL = 3;

const MOST_SPARE_CALLS = 12;
const MOST_CALLS_FOR_NOTHING = 4;
const MOST_OF_FULL = 0.03;

/** Two full refreshes, then some with nothing changed. */
export async function refreshingAgain(): Promise<readonly Measured[]> {
  const practice = await startPracticeAutotask({ contacts: CONTACTS, seed: 1, switches: { latencyMs: LATENCY_MS } });
  try {
    const { url, controlUrl, credentials, control } = practice;
    const rows = [control.contactIds(), control.companyIds()];
    const pages = rows.reduce((sum, { length }) => sum + Math.ceil(length / PAGE), 0);
    const modes = [...Array<'full'>(FULL).fill('full'), ...Array<'incremental'>(INCREMENTAL).fill('incremental')];
    const order: RefreshesOrder = { url, controlUrl, credentials, modes };
    const done = await runScript<readonly RefreshDone[]>(new URL('refreshes.ts', import.meta.url), order);
    const [full, incremental] = [done.slice(0, FULL), done.slice(FULL)];
    return [callsInFull(full, pages), callsForNothing(incremental), timeForNothing(incremental, full)];
  } finally {
    await practice.close();
  }
}

function callsInFull(full: readonly RefreshDone[], pages: number): Measured {
  const calls = mostCalls(full);
  return atMost(MOST_SPARE_CALLS, {
    name: `${grouped(CONTACTS)} contacts: calls of a full refresh - pages`,
    ratio: calls - pages,
    detail: `${full.map((each) => `${each.calls} (${each.refused} refused)`).join(', ')} calls / ${pages} pages`,
  });
}

function callsForNothing(incremental: readonly RefreshDone[]): Measured {
  return atMost(MOST_CALLS_FOR_NOTHING, {
    name: `${grouped(CONTACTS)} contacts, nothing changed: calls of an incremental refresh`,
    ratio: mostCalls(incremental),
    detail: `${incremental.map((each) => each.calls).join(', ')} calls`,
  });
}

function timeForNothing(incremental: readonly RefreshDone[], full: readonly RefreshDone[]): Measured {
  const fulls = full.map(({ times }) => waitOf(times));
  const nothing = median(incremental.map(({ times }) => waitOf(times)));
  const behind = median(incremental.map(({ times }) => times.afterwards));
  const quickest = Math.min(...fulls);
  return atMost(MOST_OF_FULL, {
    name: `${grouped(CONTACTS)} contacts, nothing changed: an incremental refresh / the quicker full one`,
    ratio: nothing / quickest,
    detail: `${grouped(nothing)} / ${grouped(quickest)} ms (full: ${fulls.map(grouped).join(', ')} ms; behind the ended run: ${grouped(behind)} ms)`,
  });
}

function mostCalls(done: readonly RefreshDone[]): number {
  return Math.max(...done.map(({ calls }) => calls));
}
