import type { Wiring } from '../../adapters/container.ts';
import { databaseId, type TenantId } from '../../core/domain/ids.ts';
import type { Run } from '../../core/domain/run.ts';
import type { BookScope } from '../../core/domain/scope.ts';
import type { Selection } from '../../core/domain/selection.ts';

export const EVERYBODY: Selection = { filter: {}, except: [] };

export function everythingOf(tenantId: TenantId): BookScope {
  return { tenantId, databaseId: databaseId('1'), accounts: 'all' };
}

/** Asks for the import of all contacts of a provider; the answer comes when its items are written down. */
export function askForImport({ useCases }: Wiring, provider: TenantId): Promise<Run> {
  const order = {
    requestedBy: 'bench',
    idempotencyKey: null,
    fingerprint: '',
    selection: EVERYBODY,
    sendInstructions: false,
  };
  return useCases.startImport.run(everythingOf(provider), order, 'known');
}

/** @throws when the run does not end well */
export async function endOf({ ports }: Wiring, { tenantId, id }: Run): Promise<Run> {
  let last: Run | null = null;
  for await (const run of ports.runs.changes(tenantId, id, new AbortController().signal)) last = run;
  if (last?.state !== 'done') throw new Error(`The import ended ${last?.state}: ${last?.problem?.text}`);
  return last;
}

export function startWorking({ ports, useCases }: Wiring): Promise<void> {
  return ports.jobs.start((claimed, signal) => useCases.carryOutRun.run(claimed, signal));
}
