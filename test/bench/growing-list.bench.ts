import { startPracticeAutotask } from '../../host-shim/practice-autotask/practice-autotask.ts';
import { atMost, grouped, type Measured } from './measure.ts';
import { waitOf } from './plugin-on-disk.ts';
import type { RefreshDone, RefreshesOrder } from './refreshes.ts';
import { runScript } from './run-script.ts';

const FEW = 100_000;
const MANY = 1_000_000;

const MOST_MEMORY = 1.3;
const MOST_TIME_PER_ROW = 1.2;

/** What a first refresh of ten times as many contacts takes. */
export async function growingList(): Promise<readonly Measured[]> {
  const few = await firstRefresh(FEW);
  const many = await firstRefresh(MANY);
  const perRow = (part: (times: RefreshDone['times']) => number) => part(many.times) / MANY / (part(few.times) / FEW);
  const parts = (['read', 'commit', 'derive'] as const).map((name) => {
    const seconds = [many, few].map(({ times }) => (times[name] / 1000).toFixed(1));
    return `${name} ${seconds.join(' / ')} s (${perRow((times) => times[name]).toFixed(2)})`;
  });
  const name = `a first refresh of ${grouped(MANY)} contacts / of ${grouped(FEW)}`;
  return [
    atMost(MOST_MEMORY, {
      name: `${name}: peak memory`,
      ratio: many.peakMb / few.peakMb,
      detail: `${grouped(many.peakMb)} / ${grouped(few.peakMb)} MB`,
    }),
    atMost(MOST_TIME_PER_ROW, { name: `${name}: time per row`, ratio: perRow(waitOf), detail: parts.join(', ') }),
  ];
}

async function firstRefresh(contacts: number): Promise<RefreshDone> {
  const { url, controlUrl, credentials, close } = await startPracticeAutotask({ contacts, seed: 1 });
  try {
    const order: RefreshesOrder = { url, controlUrl, credentials, modes: ['full'] };
    const [done] = await runScript<readonly RefreshDone[]>(new URL('refreshes.ts', import.meta.url), order);
    if (done === undefined) throw new Error('No refresh was done');
    return done;
  } finally {
    await close();
  }
}
