import type { TenantId } from '../../core/domain/ids.ts';
import type { CallLedger } from '../../core/ports/call-ledger.ts';

const MINUTE_MS = 60_000;

interface MinuteCalls {
  readonly tenantId: TenantId;
  readonly minute: number;
  readonly count: number;
}

/** Calls to Autotask in memory. */
export class MemoryCallLedger implements CallLedger {
  readonly #calls: MinuteCalls[] = [];

  async record(tenantId: TenantId, { at, count }: { readonly at: Date; readonly count: number }): Promise<void> {
    this.#calls.push({ tenantId, minute: minuteOf(at), count });
  }

  async since(tenantId: TenantId, from: Date): Promise<number> {
    return this.#calls
      .filter((calls) => calls.tenantId === tenantId && calls.minute >= minuteOf(from))
      .reduce((sum, { count }) => sum + count, 0);
  }
}

function minuteOf(moment: Date): number {
  return Math.floor(moment.getTime() / MINUTE_MS);
}
