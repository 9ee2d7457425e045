import type { TenantId } from '../domain/ids.ts';
import type { CallLedger } from '../ports/call-ledger.ts';
import type { Clock } from '../ports/clock.ts';

interface CallMeterPorts {
  readonly callLedger: CallLedger;
  readonly clock: Clock;
}

/** A crash loses the count of this many calls at most. */
const KEPT_BACK = 20;

/** Counts the calls that are made to Autotask for a provider, and writes them down in a few strokes. */
export class CallMeter {
  readonly #ports: CallMeterPorts;
  readonly #tenantId: TenantId;
  #count = 0;
  #written: Promise<void> = Promise.resolve();

  constructor(ports: CallMeterPorts, tenantId: TenantId) {
    this.#ports = ports;
    this.#tenantId = tenantId;
  }

  readonly onCall = (): void => {
    this.#count += 1;
    if (this.#count >= KEPT_BACK) this.#write();
  };

  /** Does some work that calls Autotask, and has its calls written down however it ends. */
  async measure<Result>(work: (onCall: () => void) => Promise<Result>): Promise<Result> {
    try {
      return await work(this.onCall);
    } finally {
      this.#write();
      await this.#written;
    }
  }

  #write(): void {
    const { callLedger, clock } = this.#ports;
    const count = this.#count;
    this.#count = 0;
    if (count === 0) return;
    // A count that is lost must not fail the work that was counted.
    this.#written = this.#written
      .then(() => callLedger.record(this.#tenantId, { at: clock.now(), count }))
      .catch(() => undefined);
  }
}
