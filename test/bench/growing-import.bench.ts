import { prepareOnDisk } from './console-on-disk.ts';
import type { ImportedOnce, ImportOnceOrder } from './import-once.ts';
import { atMost, grouped, type Measured } from './measure.ts';
import { runScript } from './run-script.ts';

const PROVIDER = 'bench';
const FEW = 10_000;
const MANY = 100_000;
const MOST_MEMORY = 1.3;

/** What an import of ten times as many contacts takes. */
export async function growingImport(): Promise<readonly Measured[]> {
  const few = await firstImport(FEW);
  const many = await firstImport(MANY);
  return [
    atMost(MOST_MEMORY, {
      name: `an import of ${grouped(MANY)} contacts / of ${grouped(FEW)}: peak memory`,
      ratio: many.peakMb / few.peakMb,
      detail: `${grouped(many.peakMb)} / ${grouped(few.peakMb)} MB in ${seconds(many)} / ${seconds(few)} s`,
    }),
  ];
}

async function firstImport(contacts: number): Promise<ImportedOnce> {
  const console = await prepareOnDisk([{ provider: PROVIDER, contacts }]);
  try {
    const order: ImportOnceOrder = { connection: console.connection, provider: PROVIDER, outcome: 'created' };
    return await runScript<ImportedOnce>(new URL('import-once.ts', import.meta.url), order);
  } finally {
    await console.remove();
  }
}

function seconds({ milliseconds }: ImportedOnce): string {
  return (milliseconds / 1000).toFixed(1);
}
