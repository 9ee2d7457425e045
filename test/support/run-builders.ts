import { contactId, tenantId } from '../../core/domain/ids.ts';
import type { Outcome } from '../../core/domain/run.ts';
import type { ClaimedRun, ImportRequest, ItemOutcome, RunRequest, RunStore } from '../../core/ports/run-store.ts';
import { BOOK } from './book-builders.ts';

export const MSP = BOOK.tenantId;
export const OTHER_MSP = tenantId('msp-2');
export const LEASE = { leaseMs: 10_000 };

export function aRequest(given: Partial<RunRequest> = {}): RunRequest {
  return { requestedBy: 'Grace', idempotencyKey: null, fingerprint: 'body', ...given };
}

/** By default of every contact. */
export function anImport(given: Partial<ImportRequest> = {}): ImportRequest {
  return { ...aRequest(), selection: { filter: {}, except: [] }, sendInstructions: false, ...given };
}

export function anOutcome(id: number | string, outcome: Outcome, given: Partial<ItemOutcome> = {}): ItemOutcome {
  return { contactId: contactId(String(id)), outcome, code: null, quote: null, ...given };
}

export async function claimOne(store: RunStore): Promise<ClaimedRun> {
  const claimed = await store.claim(LEASE);
  if (claimed === null) throw new Error('There is no run to claim');
  return claimed;
}
