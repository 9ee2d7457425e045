import type { RefreshMode } from '../../core/domain/run.ts';
import type { PracticeAutotask } from '../../host-shim/practice-autotask/practice-autotask.ts';
import type { PracticeCounters } from '../../host-shim/practice-autotask/server/call-counters.ts';
import { openPlugin, type RefreshTimes } from './plugin-on-disk.ts';
import { answer, order } from './run-script.ts';

/** Which refreshes to do, one after another, and where. */
export interface RefreshesOrder extends Pick<PracticeAutotask, 'url' | 'controlUrl' | 'credentials'> {
  readonly modes: readonly RefreshMode[];
}

/** What a refresh took. */
export interface RefreshDone {
  readonly times: RefreshTimes;
  readonly calls: number;
  /** Calls that the server refused because of its limit of threads, which had to be repeated. */
  readonly refused: number;
  /** The most memory that the process ever held, up to the end of the refresh. */
  readonly peakMb: number;
}

const { url, controlUrl, credentials, modes } = order() as RefreshesOrder;
const { username, secret, integrationCode } = credentials;
const plugin = await openPlugin({ url, credentials: { username, password: secret, integrationCode } });
const done: RefreshDone[] = [];
for (const mode of modes) {
  await control('resetCounters');
  const times = await plugin.refresh(mode);
  const [counters] = (await control('counters')) as readonly PracticeCounters[];
  const { total = Number.NaN, statuses = {} } = counters ?? {};
  const peakMb = process.resourceUsage().maxRSS / 1024;
  done.push({ times, calls: total, refused: statuses['429'] ?? 0, peakMb });
}
await plugin.close();
answer(done);

async function control(action: string): Promise<readonly unknown[]> {
  const headers = { 'content-type': 'application/json' };
  const reply = await fetch(controlUrl, { method: 'POST', headers, body: JSON.stringify({ do: action }) });
  return ((await reply.json()) as { results: readonly unknown[] }).results;
}
