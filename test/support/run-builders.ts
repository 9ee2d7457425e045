import { contactId, tenantId } from '../../core/domain/ids.ts';
import type { ImportIntent } from '../../core/domain/import-plan.ts';
import type { Outcome } from '../../core/domain/run.ts';
import type { ContactBook } from '../../core/ports/contact-book.ts';
import type { SourceContact } from '../../core/ports/contact-source.ts';
import type {
  ClaimedRun,
  ImportRequest,
  ItemIntent,
  ItemOutcome,
  RefreshRequest,
  RunStore,
} from '../../core/ports/run-store.ts';
import { aSourceContact, BOOK, EVERYTHING, refresh } from './book-builders.ts';

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

export function contactsUpTo(count: number): readonly SourceContact[] {
  return Array.from({ length: count }, (_none, index) => aSourceContact(index + 1));
}

/** An import of so many contacts, which the list consists of, as a worker has it. */
export async function claimedImport(
  { store, book }: { readonly store: RunStore; readonly book: ContactBook },
  count: number,
): Promise<ClaimedRun> {
  await refresh(book, contactsUpTo(count));
  await store.createImport(EVERYTHING, anImport());
  return await claimOne(store);
}

export async function claimOne(store: RunStore): Promise<ClaimedRun> {
  const claimed = await store.claim(LEASE);
  if (claimed === null) throw new Error('There is no run to claim');
  return claimed;
}
