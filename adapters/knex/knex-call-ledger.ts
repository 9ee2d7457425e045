import type { Knex } from 'knex';
import type { TenantId } from '../../core/domain/ids.ts';
import type { CallLedger } from '../../core/ports/call-ledger.ts';
import { readRows } from './read-rows.ts';

const TABLE = 'autotask_call';
const MINUTE_MS = 60_000;
const KEPT_MS = 120 * MINUTE_MS; // Calls count for an hour (autotask-api.md §5, documented).

/** Calls to Autotask, a row per minute in which there were any. */
export class KnexCallLedger implements CallLedger {
  readonly #knex: Knex;

  constructor({ knex }: { readonly knex: Knex }) {
    this.#knex = knex;
  }

  async record(tenantId: TenantId, { at, count }: { readonly at: Date; readonly count: number }): Promise<void> {
    const own = { tenant_id: tenantId };
    await this.#knex(TABLE)
      .insert({ ...own, minute: minuteOf(at.getTime()), calls: count })
      .onConflict(['tenant_id', 'minute'])
      .merge({ calls: this.#knex.raw(`${TABLE}.calls + excluded.calls`) });
    await this.#knex(TABLE)
      .where(own)
      .where('minute', '<', minuteOf(at.getTime() - KEPT_MS))
      .delete();
  }

  async since(tenantId: TenantId, from: Date): Promise<number> {
    const [summed] = await readRows<{ readonly calls: number | string | null }>(
      this.#knex(TABLE)
        .where({ tenant_id: tenantId })
        .where('minute', '>=', minuteOf(from.getTime()))
        .sum({ calls: 'calls' }),
    );
    return Number(summed?.calls ?? 0);
  }
}

/** The beginning of the minute that a moment lies in, so that none of its calls is left out. */
function minuteOf(milliseconds: number): string {
  return new Date(Math.floor(milliseconds / MINUTE_MS) * MINUTE_MS).toISOString();
}
