import { wire } from '../../adapters/container.ts';
import { tenantId } from '../../core/domain/ids.ts';
import type { Outcome } from '../../core/domain/run.ts';
import { BENCH_SETTINGS } from './bench-settings.ts';
import { askForImport, endOf, startWorking } from './import-everybody.ts';
import { millisecondsOf } from './measure.ts';
import { answer, order } from './run-script.ts';

/** Whose contacts to import, and how all of them should end. */
export interface ImportOnceOrder {
  readonly connection: string;
  readonly provider: string;
  readonly outcome: Outcome;
}

export interface ImportedOnce {
  readonly milliseconds: number;
  /** The most memory that the process ever held. */
  readonly peakMb: number;
}

const { connection, provider, outcome } = order() as ImportOnceOrder;
const wiring = wire({ ...BENCH_SETTINGS, database: { connection } });
await startWorking(wiring);
const asked = await askForImport(wiring, tenantId(provider));
const milliseconds = await millisecondsOf(async () => {
  const { tally, total } = await endOf(wiring, asked);
  if (tally[outcome] !== total) throw new Error(`The import of ${total} ended with ${JSON.stringify(tally)}`);
});
const done: ImportedOnce = { milliseconds, peakMb: process.resourceUsage().maxRSS / 1024 };
await wiring.ports.jobs.stop();
await wiring.close();
answer(done);
