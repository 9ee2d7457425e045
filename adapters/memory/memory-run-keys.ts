import type { TenantId } from '../../core/domain/ids.ts';
import { IdempotencyKeyReused } from '../../core/ports/errors.ts';
import type { RunRequest } from '../../core/ports/run-store.ts';
import type { MemoryRun } from './memory-run.ts';

/** The runs that idempotency keys stand for. */
export class MemoryRunKeys {
  readonly #runs = new Map<string, { readonly fingerprint: string; readonly run: MemoryRun }>();

  /** @throws `idempotency_key_reused` */
  find(tenantId: TenantId, { idempotencyKey, fingerprint }: RunRequest): MemoryRun | undefined {
    const known = this.#runs.get(nameOf(tenantId, idempotencyKey));
    if (known === undefined || known.fingerprint === fingerprint) return known?.run;
    throw new IdempotencyKeyReused('The Idempotency-Key came before with another body; use a new one.');
  }

  keep(tenantId: TenantId, { idempotencyKey, fingerprint }: RunRequest, run: MemoryRun): void {
    if (idempotencyKey !== null) this.#runs.set(nameOf(tenantId, idempotencyKey), { fingerprint, run });
  }
}

function nameOf(tenantId: TenantId, idempotencyKey: string | null): string {
  return JSON.stringify([tenantId, idempotencyKey]);
}
