import type { Knex } from 'knex';
import { type RunId, runId, type TenantId } from '../../core/domain/ids.ts';
import { ENDED_STATES, type Outcome, type Run, type RunProblem } from '../../core/domain/run.ts';
import type { BookScope } from '../../core/domain/scope.ts';
import type { CancelSignal } from '../../core/ports/cancel-signal.ts';
import type { Clock } from '../../core/ports/clock.ts';
import { RunEnded, RunNotFound } from '../../core/ports/errors.ts';
import type { Ids } from '../../core/ports/ids.ts';
import type {
  ClaimedRun,
  ImportRequest,
  ItemOutcome,
  OpenItem,
  RunItemPage,
  RunRequest,
  RunStore,
} from '../../core/ports/run-store.ts';
import { dialectOf } from './dialect.ts';
import { isUniqueViolation } from './driver-failure.ts';
import { freezeSelection } from './freeze-selection.ts';
import { readRows } from './read-rows.ts';
import { RunBell } from './run-bell.ts';
import { closeItems, readItems, readOpenItems, writeOutcomes } from './run-items.ts';
import { keepKey, keyedRun } from './run-keys.ts';
import { RunLeases } from './run-leases.ts';
import { accountsColumn, type RunRow, runOf } from './run-row.ts';
import { isStorable } from './storable-text.ts';

const TABLE = 'autotask_run';
const CREATE_TRIES = 5;

interface KnexRunStoreParts {
  readonly knex: Knex;
  readonly clock: Clock;
  readonly ids: Ids;
  /** How long a follower of a run waits before it looks for what other nodes have written. */
  readonly lookAgainMs?: number;
}

/** Runs and their items in SQL tables. */
export class KnexRunStore implements RunStore {
  readonly #knex: Knex;
  readonly #clock: Clock;
  readonly #ids: Ids;
  readonly #leases: RunLeases;
  readonly #bell: RunBell;

  constructor({ knex, clock, ids, lookAgainMs = 500 }: KnexRunStoreParts) {
    this.#knex = knex;
    this.#clock = clock;
    this.#ids = ids;
    this.#leases = new RunLeases(knex, clock);
    this.#bell = new RunBell(lookAgainMs);
  }

  createRefresh(tenantId: TenantId, request: RunRequest): Promise<Run> {
    return this.#create(tenantId, request, async (transaction) => {
      const own = transaction(TABLE).where({ tenant_id: tenantId, kind: 'refresh' });
      const [present] = await readRows<RunRow>(own.whereIn('state', ['queued', 'running']));
      if (present) return runId(present.id);
      const id = this.#ids.runId();
      await transaction(TABLE).insert({ ...this.#newRow(tenantId, id, request), kind: 'refresh' });
      return id;
    });
  }

  createImport(scope: BookScope, request: ImportRequest): Promise<Run> {
    return this.#create(scope.tenantId, request, async (transaction) => {
      const id = this.#ids.runId();
      await transaction(TABLE).insert({
        ...this.#newRow(scope.tenantId, id, request),
        kind: 'import',
        database_id: scope.databaseId,
        accounts: accountsColumn(scope.accounts),
        sends_instructions: request.sendInstructions,
      });
      const total = await freezeSelection(transaction, id, scope, request.selection);
      await transaction(TABLE).where({ tenant_id: scope.tenantId, id }).update({ total });
      return id;
    });
  }

  async findByKey(tenantId: TenantId, request: RunRequest): Promise<Run | null> {
    const id = await keyedRun(this.#knex, tenantId, request);
    return id === null ? null : this.find(tenantId, id);
  }

  async find(tenantId: TenantId, id: RunId): Promise<Run | null> {
    if (!isStorable(id)) return null;
    const [row] = await readRows<RunRow>(this.#knex(TABLE).where({ tenant_id: tenantId, id }));
    return row === undefined ? null : runOf(row);
  }

  async recent(tenantId: TenantId, limit: number): Promise<readonly Run[]> {
    const rows: readonly RunRow[] = await this.#knex(TABLE)
      .where({ tenant_id: tenantId })
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
    return rows.map(runOf);
  }

  async *changes(tenantId: TenantId, id: RunId, signal: CancelSignal): AsyncGenerator<Run> {
    const follower = this.#bell.follow(id);
    try {
      let last = '';
      while (!signal.aborted) {
        const run = await this.find(tenantId, id);
        if (run === null) return;
        const seen = JSON.stringify(run);
        if (seen !== last) yield run;
        last = seen;
        if (ENDED_STATES.includes(run.state)) return;
        await follower.next(signal);
      }
    } finally {
      follower.end();
    }
  }

  items(
    tenantId: TenantId,
    id: RunId,
    request: { readonly outcome?: Outcome; readonly after?: string; readonly limit: number },
  ): Promise<RunItemPage> {
    return readItems(this.#knex, tenantId, id, request);
  }

  async claim({ leaseMs }: { readonly leaseMs: number }): Promise<ClaimedRun | null> {
    const claimed = await this.#leases.claim(leaseMs);
    if (claimed !== null) this.#bell.ring(claimed.run.id);
    return claimed;
  }

  async renew(
    claimed: ClaimedRun,
    { leaseMs }: { readonly leaseMs: number },
  ): Promise<{ readonly isCancelRequested: boolean }> {
    return { isCancelRequested: await this.#leases.renew(claimed, leaseMs) };
  }

  async release(claimed: ClaimedRun): Promise<void> {
    await this.#leases.update(this.#knex, claimed, { state: 'queued', lease: null, lease_until: null });
    this.#bell.ring(claimed.run.id);
  }

  async openItems(claimed: ClaimedRun, limit: number): Promise<readonly OpenItem[]> {
    await this.#leases.check(claimed);
    return readOpenItems(this.#knex, claimed, limit);
  }

  async recordOutcomes(claimed: ClaimedRun, outcomes: readonly ItemOutcome[]): Promise<void> {
    await this.#transaction(async (transaction) => {
      // First of all, so that the run's row is locked and no other worker takes it up in between.
      await this.#leases.update(transaction, claimed, { lease: claimed.lease });
      const given = await writeOutcomes(transaction, claimed, outcomes);
      const done = Object.values(given).reduce((sum, count) => sum + count, 0);
      const counts = Object.entries({ done, ...given }).map(([name, count]) => [
        name,
        transaction.raw<Knex.Raw>('?? + ?', [name, count]),
      ]);
      await this.#leases.update(transaction, claimed, Object.fromEntries(counts) as object);
    });
    this.#bell.ring(claimed.run.id);
  }

  async progress(
    claimed: ClaimedRun,
    { total, done }: { readonly total: number; readonly done: number },
  ): Promise<void> {
    await this.#leases.update(this.#knex, claimed, { total, done });
    this.#bell.ring(claimed.run.id);
  }

  async finish(
    claimed: ClaimedRun,
    { state, problem }: { readonly state: 'done' | 'failed' | 'cancelled'; readonly problem?: RunProblem },
  ): Promise<void> {
    await this.#transaction(async (transaction) => {
      await this.#leases.update(transaction, claimed, {
        ...this.#ending(state),
        problem_code: problem?.code ?? null,
        problem_text: problem?.text ?? null,
        problem_remedy: problem?.remedy ?? null,
      });
      await closeItems(transaction, claimed.run.tenantId, claimed.run.id);
    });
    this.#bell.ring(claimed.run.id);
  }

  async cancel(tenantId: TenantId, id: RunId): Promise<void> {
    if (!isStorable(id)) throw new RunNotFound('There is no such run.');
    await this.#transaction(async (transaction) => {
      const run = () => transaction(TABLE).where({ tenant_id: tenantId, id });
      const [row] = await readRows<RunRow>(run().forUpdate());
      if (row === undefined) throw new RunNotFound(`There is no run ${id}.`);
      if (ENDED_STATES.includes(row.state)) throw new RunEnded('The run has ended already.');
      if (this.#leases.isLive(row)) {
        await run().update({ is_cancel_requested: true });
        return;
      }
      await run().update(this.#ending('cancelled'));
      await closeItems(transaction, tenantId, id);
    });
    this.#bell.ring(id);
  }

  /** Writes a run down once per idempotency key; a race is settled by whoever was first. */
  async #create(
    tenantId: TenantId,
    request: RunRequest,
    write: (transaction: Knex.Transaction) => Promise<RunId>,
  ): Promise<Run> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await this.#transaction(async (transaction) => {
          const earlier = await keyedRun(transaction, tenantId, request);
          const id = earlier ?? (await write(transaction));
          if (earlier === null) await keepKey(transaction, tenantId, id, request);
          const [row] = await readRows<RunRow>(transaction(TABLE).where({ tenant_id: tenantId, id }));
          if (row === undefined) throw new Error('A run that was written down can be found');
          return runOf(row);
        });
      } catch (error) {
        if (!isUniqueViolation(error) || tried === CREATE_TRIES) throw error;
      }
    }
  }

  #newRow(tenantId: TenantId, id: RunId, { requestedBy }: RunRequest): object {
    return {
      tenant_id: tenantId,
      id,
      state: 'queued',
      sends_instructions: false,
      requested_by: requestedBy,
      created_at: this.#clock.now().toISOString(),
    };
  }

  #transaction<Result>(work: (transaction: Knex.Transaction) => Promise<Result>): Promise<Result> {
    return this.#knex.transaction(async (transaction) => {
      await dialectOf(transaction).beginWriting(transaction, TABLE);
      return work(transaction);
    });
  }

  #ending(state: 'done' | 'failed' | 'cancelled'): object {
    return { state, lease: null, lease_until: null, finished_at: this.#clock.now().toISOString() };
  }
}
