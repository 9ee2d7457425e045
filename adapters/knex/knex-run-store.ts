import type { Knex } from 'knex';
import type { ContactId, RunId, TenantId } from '../../core/domain/ids.ts';
import { ENDED_STATES, type Outcome, type Run, type RunProblem } from '../../core/domain/run.ts';
import type { BookScope } from '../../core/domain/scope.ts';
import type { CancelSignal } from '../../core/ports/cancel-signal.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { ImportRecord } from '../../core/ports/contact-book.ts';
import type { Ids } from '../../core/ports/ids.ts';
import type {
  ClaimedRun,
  ImportRequest,
  ItemIntent,
  ItemOutcome,
  OpenItem,
  RefreshRequest,
  RunItemPage,
  RunRequest,
  RunStore,
} from '../../core/ports/run-store.ts';
import { writeImports } from './contact-updates.ts';
import { readRows } from './read-rows.ts';
import { RunBell } from './run-bell.ts';
import { RunCreation } from './run-creation.ts';
import { RunDecisions } from './run-decisions.ts';
import { readItems } from './run-item-pages.ts';
import { closeItems, readOpenItems, writeIntents, writeOutcomes } from './run-items.ts';
import { keyedRun } from './run-keys.ts';
import { RunLeases } from './run-leases.ts';
import { endedColumns, problemColumns, type RunRow, runOf } from './run-row.ts';
import { isStorable } from './storable-text.ts';
import { writingTransaction } from './writing-transaction.ts';

const TABLE = 'autotask_run';

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
  readonly #creation: RunCreation;
  readonly #leases: RunLeases;
  readonly #decisions: RunDecisions;
  readonly #bell: RunBell;

  constructor({ knex, clock, ids, lookAgainMs = 500 }: KnexRunStoreParts) {
    this.#knex = knex;
    this.#clock = clock;
    this.#creation = new RunCreation({ knex, clock, ids });
    this.#leases = new RunLeases(knex, clock);
    this.#decisions = new RunDecisions(knex, this.#leases);
    this.#bell = new RunBell(lookAgainMs);
  }

  async createRefresh(tenantId: TenantId, request: RefreshRequest): Promise<Run> {
    const { run, dropped } = await this.#creation.refresh(tenantId, request);
    if (dropped !== null) this.#bell.ring(dropped);
    return run;
  }

  createImport(scope: BookScope, request: ImportRequest): Promise<Run> {
    return this.#creation.import(scope, request);
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
    await this.#leases.release(claimed);
    this.#bell.ring(claimed.run.id);
  }

  async openItems(claimed: ClaimedRun, limit: number, after = -1): Promise<readonly OpenItem[]> {
    const items = await readOpenItems(this.#knex, claimed, limit, after);
    if (items.length === 0) await this.#leases.check(claimed);
    return items;
  }

  async recordIntents(claimed: ClaimedRun, intents: readonly ItemIntent[]): Promise<void> {
    await this.#leases.whileHeld(claimed, (transaction) => writeIntents(transaction, claimed, intents));
  }

  async recordOutcomes(
    claimed: ClaimedRun,
    outcomes: readonly ItemOutcome[],
    records: readonly ImportRecord[] = [],
  ): Promise<readonly ContactId[]> {
    const { run, databaseId } = claimed;
    const unkept = await this.#leases.whileHeld(claimed, async (transaction) => {
      const given = await writeOutcomes(transaction, claimed, outcomes);
      const done = Object.values(given).reduce((sum, count) => sum + count, 0);
      const counts = Object.entries({ done, ...given }).map(([name, count]) => [
        name,
        transaction.raw<Knex.Raw>('?? + ?', [name, count]),
      ]);
      await this.#leases.update(transaction, claimed, Object.fromEntries(counts) as object);
      return databaseId === null ? [] : writeImports(transaction, { tenantId: run.tenantId, databaseId }, records);
    });
    this.#bell.ring(claimed.run.id);
    return unkept;
  }

  async progress(
    claimed: ClaimedRun,
    { total, done }: { readonly total: number; readonly done: number },
  ): Promise<void> {
    await this.#leases.update(this.#knex, claimed, { total, done });
    this.#bell.ring(claimed.run.id);
  }

  async hold(claimed: ClaimedRun, problem: RunProblem): Promise<void> {
    const held = { state: 'held', lease: null, lease_until: null, ...problemColumns(problem) };
    await this.#leases.update(this.#knex, claimed, held);
    this.#bell.ring(claimed.run.id);
  }

  async finish(
    claimed: ClaimedRun,
    { state, problem }: { readonly state: 'done' | 'failed' | 'cancelled'; readonly problem?: RunProblem },
  ): Promise<void> {
    await writingTransaction(this.#knex, TABLE, async (transaction) => {
      const ended = { ...endedColumns(state, this.#clock.now()), ...problemColumns(problem ?? null) };
      await this.#leases.update(transaction, claimed, ended);
      await closeItems(transaction, claimed.run.tenantId, claimed.run.id);
    });
    this.#bell.ring(claimed.run.id);
  }

  async cancel(tenantId: TenantId, id: RunId): Promise<void> {
    await this.#decisions.cancel(tenantId, id, this.#clock.now());
    this.#bell.ring(id);
  }

  async releaseHeld(tenantId: TenantId, id: RunId): Promise<void> {
    await this.#decisions.releaseHeld(tenantId, id, this.#clock.now());
    this.#bell.ring(id);
  }
}
