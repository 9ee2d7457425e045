import { contactId, tenantId } from '../../core/domain/ids.ts';
import type { ImportIntent } from '../../core/domain/import-plan.ts';
import type { Outcome } from '../../core/domain/run.ts';
import type {
  ClaimedRun,
  ImportRequest,
  ItemIntent,
  ItemOutcome,
  RefreshRequest,
  RunStore,
} from '../../core/ports/run-store.ts';
import { BOOK } from './book-builders.ts';

export const MSP = BOOK.tenantId;
export const OTHER_MSP = tenantId('msp-2');
export const LEASE = { leaseMs: 10_000 };

/** Of a refresh that is left to choose its mode, by default. */
export function aRequest(given: Partial<RefreshRequest> = {}): RefreshRequest {
  return { requestedBy: 'Grace', idempotencyKey: null, fingerprint: 'body', mode: null, ...given };
}

/** By default of every contact. */
export function anImport(given: Partial<ImportRequest> = {}): ImportRequest {
  return {
    requestedBy: 'Grace',
    idempotencyKey: null,
    fingerprint: 'body',
    selection: { filter: {}, except: [] },
    sendInstructions: false,
    seen: [],
    planned: null,
    hold: null,
    ...given,
  };
}

export function anIntent(id: number | string, intent: ImportIntent): ItemIntent {
  return { contactId: contactId(String(id)), intent };
}

export function anOutcome(id: number | string, outcome: Outcome, given: Partial<ItemOutcome> = {}): ItemOutcome {
  return { contactId: contactId(String(id)), outcome, code: null, quote: null, ...given };
}

export async function claimOne(store: RunStore): Promise<ClaimedRun> {
  const claimed = await store.claim(LEASE);
  if (claimed === null) throw new Error('There is no run to claim');
  return claimed;
}
