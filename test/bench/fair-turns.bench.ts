import { prepareOnDisk } from './console-on-disk.ts';
import { atMost, grouped, type Measured, median } from './measure.ts';
import { runScript } from './run-script.ts';
import type { SmallBehindLarge, SmallBehindLargeOrder } from './small-behind-large.ts';

const LARGE = { provider: 'large', contacts: 100_000 };
const SMALL = Array.from({ length: 5 }, (_none, index) => ({ provider: `small-${index}`, contacts: 100 }));
const MOST_CHUNKS = 2;

/** How long small imports wait behind another provider's large one. */
export async function fairTurns(): Promise<readonly Measured[]> {
  const console = await prepareOnDisk([LARGE, ...SMALL]);
  try {
    const order: SmallBehindLargeOrder = {
      connection: console.connection,
      large: LARGE.provider,
      small: SMALL.map(({ provider }) => provider),
    };
    const script = new URL('small-behind-large.ts', import.meta.url);
    const { chunkMs, waits } = await runScript<SmallBehindLarge>(script, order);
    const chunk = median(chunkMs);
    const toStart = waits.map((wait) => wait.toStart);
    const toEnd = waits.map((wait) => wait.toEnd);
    const longest = Math.max(...toStart);
    return [
      atMost(MOST_CHUNKS, {
        name: `an import of 100 contacts behind another provider's of ${grouped(LARGE.contacts)}: wait / a chunk`,
        ratio: longest / chunk,
        detail: `${grouped(longest)} / ${grouped(chunk)} ms (all: ${listed(toStart)} ms; to the end: ${listed(toEnd)} ms)`,
      }),
    ];
  } finally {
    await console.remove();
  }
}

function listed(times: readonly number[]): string {
  return times.map(grouped).join(', ');
}
