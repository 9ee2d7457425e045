import type { Knex } from 'knex';
import type { RunId, TenantId } from '../../core/domain/ids.ts';
import { ENDED_STATES } from '../../core/domain/run.ts';
import { RunEnded, RunNotFound, RunNotHeld } from '../../core/ports/errors.ts';
import { readRows } from './read-rows.ts';
import { closeItems, hasBegunItems } from './run-items.ts';
import type { RunLeases } from './run-leases.ts';
import { endedColumns, problemColumns, type RunRow } from './run-row.ts';
import { isStorable } from './storable-text.ts';
import { writingTransaction } from './writing-transaction.ts';

const TABLE = 'autotask_run';

/** What people decide about runs, whoever works on them. */
export class RunDecisions {
  readonly #knex: Knex;
  readonly #leases: RunLeases;

  constructor(knex: Knex, leases: RunLeases) {
    this.#knex = knex;
    this.#leases = leases;
  }

  /** @throws `run_not_found`, `run_ended` */
  cancel(tenantId: TenantId, id: RunId, at: Date): Promise<void> {
    return this.#decide(tenantId, id, async (row, transaction) => {
      if (ENDED_STATES.includes(row.state)) throw new RunEnded('The run has ended already.');
      // What was begun has to be looked up first, by a worker.
      const isWorkers = this.#leases.isLive(row) || (await hasBegunItems(transaction, tenantId, id));
      if (isWorkers) return { is_cancel_requested: true };
      await closeItems(transaction, tenantId, id);
      return endedColumns('cancelled', at);
    });
  }

  /** @throws `run_not_found`, `run_not_held` */
  releaseHeld(tenantId: TenantId, id: RunId, at: Date): Promise<void> {
    return this.#decide(tenantId, id, async ({ state }) => {
      if (state !== 'held') throw new RunNotHeld('The run is not held, so it needs no release.');
      const queued = { state: 'queued', queued_at: at.toISOString(), is_cancel_requested: false };
      return { ...queued, is_released: true, ...problemColumns(null) };
    });
  }

  /** Changes a run that nobody else changes meanwhile. */
  async #decide(
    tenantId: TenantId,
    id: RunId,
    decide: (row: RunRow, transaction: Knex.Transaction) => Promise<object>,
  ): Promise<void> {
    if (!isStorable(id)) throw new RunNotFound('There is no such run.');
    await writingTransaction(this.#knex, TABLE, async (transaction) => {
      const run = () => transaction(TABLE).where({ tenant_id: tenantId, id });
      const [row] = await readRows<RunRow>(run().forUpdate());
      if (row === undefined) throw new RunNotFound(`There is no run ${id}.`);
      await run().update(await decide(row, transaction));
    });
  }
}
