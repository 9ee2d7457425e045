import type { Credentials } from '../domain/connection.ts';
import type { TenantId } from '../domain/ids.ts';
import type { RefreshForecast } from '../domain/refresh-forecast.ts';
import type { CallLedger } from '../ports/call-ledger.ts';
import type { CancelSignal } from '../ports/cancel-signal.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConnectionStore, StoredConnection } from '../ports/connection-store.ts';
import type { ContactBook } from '../ports/contact-book.ts';
import type { ContactSource, SourceCounts, SourceOptions, SourceUsage } from '../ports/contact-source.ts';
import { SourceUnauthorized } from '../ports/errors.ts';
import type { SecretBox } from '../ports/secret-box.ts';
import { CallMeter } from './call-meter.ts';
import { callsInFull, callsWhenIncremental } from './refresh-calls.ts';
import { incrementalBase } from './refresh-mode.ts';
import { openCredentials } from './stored-credentials.ts';

interface ForecastPorts {
  readonly source: ContactSource;
  readonly connections: ConnectionStore;
  readonly secrets: SecretBox;
  readonly contactBook: ContactBook;
  readonly callLedger: CallLedger;
  readonly clock: Clock;
}

/** What Autotask said last, so that looking at the page does not use up the hour. */
interface Asked extends SourceUsage {
  readonly at: number;
  readonly usedByUs: number;
  readonly whole: SourceCounts | null;
}

// The question is a call itself (autotask-api.md §5, seen in 3 clients); one of them keeps the answer as long.
const KEPT_MS = 60_000;
const HOUR_MS = 60 * 60 * 1000;

/** Foresees how many calls a refresh takes and how many are left. */
export class ForecastRefresh {
  readonly #ports: ForecastPorts;
  readonly #asked = new Map<TenantId, Asked>();

  constructor(ports: ForecastPorts) {
    this.#ports = ports;
  }

  async run(tenantId: TenantId, signal: CancelSignal): Promise<RefreshForecast> {
    const { connections, secrets, contactBook } = this.#ports;
    const stored = await connections.find(tenantId);
    const credentials = await openCredentials(secrets, tenantId, stored);
    refuseRefused(stored);
    const base = await incrementalBase(contactBook, { tenantId, mode: null }, stored);
    const asked = await this.#ask(tenantId, credentials, { isListed: base !== null, signal });
    const usedByUs = await this.#usedByUs(tenantId);
    const used = asked.used + Math.max(0, usedByUs - asked.usedByUs);
    const whole = callsInFull(base?.state ?? asked.whole ?? { contacts: 0, accounts: 0 });
    return {
      mode: base === null ? 'full' : 'incremental',
      calls: base === null ? whole : callsWhenIncremental(),
      callsInFull: whole,
      limit: asked.limit,
      usedThisHour: used,
      usedByUs: Math.min(usedByUs, used),
      usedByOthers: Math.max(0, used - usedByUs),
      remainingThisHour: Math.max(0, asked.limit - used),
    };
  }

  async #ask(
    tenantId: TenantId,
    credentials: Credentials,
    { isListed, signal }: { readonly isListed: boolean; readonly signal: CancelSignal },
  ): Promise<Asked> {
    const { source, clock } = this.#ports;
    const at = clock.now().getTime();
    const kept = this.#asked.get(tenantId);
    if (kept && at - kept.at < KEPT_MS && (isListed || kept.whole !== null)) return kept;
    const [usage, whole] = await new CallMeter(this.#ports, tenantId).measure((onCall) => {
      const options: SourceOptions = { signal, onCall };
      return Promise.all([source.usage(credentials, options), isListed ? null : source.counts(credentials, options)]);
    });
    const asked = { ...usage, at, whole, usedByUs: await this.#usedByUs(tenantId) };
    this.#asked.set(tenantId, asked);
    return asked;
  }

  #usedByUs(tenantId: TenantId): Promise<number> {
    const { callLedger, clock } = this.#ports;
    return callLedger.since(tenantId, new Date(clock.now().getTime() - HOUR_MS));
  }
}

/** Nobody has acted, so refused credentials must not be tried: looking on may not lock the API user. */
function refuseRefused(stored: StoredConnection | null): void {
  const problem = stored?.connection.problem;
  if (problem?.code === 'source_unauthorized') throw new SourceUnauthorized(problem.text, { remedy: problem.remedy });
}
