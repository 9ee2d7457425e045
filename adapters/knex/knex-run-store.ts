import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { RunId, TenantId } from '../../core/domain/ids.ts';
import { ENDED_STATES, type Outcome, type Run, type RunProblem } from '../../core/domain/run.ts';
import type { BookScope } from '../../core/domain/scope.ts';
import type { CancelSignal } from '../../core/ports/cancel-signal.ts';
import type { Clock } from '../../core/ports/clock.ts';
import { IdempotencyKeyReused, RunEnded, RunLost, RunNotFound } from '../../core/ports/errors.ts';
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
import { RunBell } from './run-bell.ts';
import { closeItems, readItems, readOpenItems, writeOutcomes } from './run-items.ts';
import { accountsColumn, claimedRunOf, type RunRow, runOf } from './run-row.ts';

const TABLE = 'autotask_run';
const KEY_TABLE = 'autotask_run_key';
const UNFINISHED = ['queued', 'running'];

/** Runs and their items in SQL tables. A worker's hold on a run is a lease in the run's row. */
export class KnexRunStore implements RunStore {
  readonly #knex: Knex;
  readonly #clock: Clock;
  readonly #ids: Ids;
  readonly #bell = new RunBell();

  constructor({ knex, clock, ids }: { readonly knex: Knex; readonly clock: Clock; readonly ids: Ids }) {
    this.#knex = knex;
    this.#clock = clock;
    this.#ids = ids;
  }

  createRefresh(tenantId: TenantId, request: RunRequest): Promise<Run> {
    return this.#create(tenantId, request, async (transaction) => {
      const present: RunRow | undefined = await transaction(TABLE)
        .where({ tenant_id: tenantId, kind: 'refresh' })
        .whereIn('state', UNFINISHED)
        .first();
      if (present) return present.id;
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
      await freezeSelection(transaction, id, scope, request.selection);
      const items = transaction('autotask_run_item').where({ tenant_id: scope.tenantId, run_id: id }).count();
      await transaction(TABLE).where({ tenant_id: scope.tenantId, id }).update({ total: items });
      return id;
    });
  }

  async findByKey(tenantId: TenantId, request: RunRequest): Promise<Run | null> {
    const id = await keyedRun(this.#knex, tenantId, request);
    return id === null ? null : this.find(tenantId, id);
  }

  async find(tenantId: TenantId, id: string): Promise<Run | null> {
    const row: RunRow | undefined = await this.#knex(TABLE).where({ tenant_id: tenantId, id }).first();
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
      for (let last = ''; !signal.aborted; await follower.next(signal)) {
        const run = await this.find(tenantId, id);
        if (run === null) return;
        const seen = JSON.stringify(run);
        if (seen !== last) yield run;
        last = seen;
        if (ENDED_STATES.includes(run.state)) return;
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
    for (;;) {
      const candidate = await this.#oldestFree();
      if (candidate === null) return null;
      const lease = randomUUID();
      const { tenant_id, id } = candidate;
      try {
        const taken = await this.#free(this.#knex(TABLE).where({ tenant_id, id })).update({
          state: 'running',
          lease,
          lease_until: this.#after(leaseMs),
        });
        if (taken === 0) continue;
      } catch (error) {
        // Another worker has taken another run of this provider and kind in the same moment.
        if (isUniqueViolation(error)) continue;
        throw error;
      }
      this.#bell.ring(id);
      return claimedRunOf({ ...candidate, state: 'running' }, lease);
    }
  }

  async renew(
    { run, lease }: ClaimedRun,
    { leaseMs }: { readonly leaseMs: number },
  ): Promise<{ readonly isCancelRequested: boolean }> {
    await this.#update(this.#knex, run, lease, { lease_until: this.#after(leaseMs) });
    const row: RunRow | undefined = await this.#knex(TABLE).where({ tenant_id: run.tenantId, id: run.id }).first();
    return { isCancelRequested: Boolean(row?.is_cancel_requested) };
  }

  async release({ run, lease }: ClaimedRun): Promise<void> {
    await this.#update(this.#knex, run, lease, { state: 'queued', lease: null, lease_until: null });
    this.#bell.ring(run.id);
  }

  openItems(claimed: ClaimedRun, limit: number): Promise<readonly OpenItem[]> {
    return readOpenItems(this.#knex, claimed, limit);
  }

  async recordOutcomes(claimed: ClaimedRun, outcomes: readonly ItemOutcome[]): Promise<void> {
    const { run, lease } = claimed;
    await this.#transaction(async (transaction) => {
      await this.#update(transaction, run, lease, { lease });
      const tally = await writeOutcomes(transaction, claimed, outcomes);
      const given = Object.entries(tally).filter(([, count]) => count > 0);
      const sum = given.reduce((total, [, count]) => total + count, 0);
      await this.#update(transaction, run, lease, {
        done: transaction.raw('done + ?', [sum]),
        ...Object.fromEntries(given.map(([name, count]) => [name, transaction.raw('?? + ?', [name, count])])),
      });
    });
    this.#bell.ring(run.id);
  }

  async progress(
    { run, lease }: ClaimedRun,
    { total, done }: { readonly total: number; readonly done: number },
  ): Promise<void> {
    await this.#update(this.#knex, run, lease, { total, done });
    this.#bell.ring(run.id);
  }

  async finish(
    { run, lease }: ClaimedRun,
    { state, problem }: { readonly state: 'done' | 'failed' | 'cancelled'; readonly problem?: RunProblem },
  ): Promise<void> {
    await this.#transaction(async (transaction) => {
      await this.#update(transaction, run, lease, {
        ...this.#ending(state),
        problem_code: problem?.code ?? null,
        problem_text: problem?.text ?? null,
        problem_remedy: problem?.remedy ?? null,
      });
      await closeRemaining(transaction, run.tenantId, run.id);
    });
    this.#bell.ring(run.id);
  }

  async cancel(tenantId: TenantId, id: RunId): Promise<void> {
    await this.#transaction(async (transaction) => {
      const row: RunRow | undefined = await transaction(TABLE).where({ tenant_id: tenantId, id }).forUpdate().first();
      if (row === undefined) throw new RunNotFound(`There is no run ${id}.`);
      if (ENDED_STATES.includes(row.state)) throw new RunEnded('The run has ended already.');
      const run = transaction(TABLE).where({ tenant_id: tenantId, id });
      if (row.lease_until !== null && row.lease_until >= this.#now()) {
        await run.update({ is_cancel_requested: true });
        return;
      }
      await run.update(this.#ending('cancelled'));
      await closeRemaining(transaction, tenantId, id);
    });
    this.#bell.ring(id);
  }

  /** Writes a run down once per idempotency key; a race is settled by whoever was first. */
  async #create(
    tenantId: TenantId,
    request: RunRequest,
    write: (transaction: Knex.Transaction) => Promise<string>,
  ): Promise<Run> {
    const create = () =>
      this.#transaction(async (transaction) => {
        const earlier = await keyedRun(transaction, tenantId, request);
        if (earlier !== null) return earlier;
        const id = await write(transaction);
        if (request.idempotencyKey !== null) {
          await transaction(KEY_TABLE).insert({
            tenant_id: tenantId,
            idempotency_key: request.idempotencyKey,
            fingerprint: request.fingerprint,
            run_id: id,
          });
        }
        return id;
      });
    const id = await create().catch((error: unknown) => {
      if (isUniqueViolation(error)) return create();
      throw error;
    });
    const run = await this.find(tenantId, id);
    if (run === null) throw new Error('A run that was written down can be found');
    return run;
  }

  #newRow(tenantId: TenantId, id: RunId, { requestedBy }: RunRequest) {
    return {
      tenant_id: tenantId,
      id,
      state: 'queued',
      sends_instructions: false,
      requested_by: requestedBy,
      created_at: this.#now(),
    };
  }

  #transaction<Result>(work: (transaction: Knex.Transaction) => Promise<Result>): Promise<Result> {
    return this.#knex.transaction(async (transaction) => {
      await dialectOf(transaction).beginWriting(transaction, TABLE);
      return work(transaction);
    });
  }

  async #oldestFree(): Promise<RunRow | null> {
    const row: RunRow | undefined = await this.#free(this.#knex(`${TABLE} as run`))
      .whereNotExists(
        this.#knex(`${TABLE} as other`)
          .whereRaw('other.tenant_id = run.tenant_id and other.kind = run.kind and other.id <> run.id')
          .whereNotNull('other.lease'),
      )
      .orderBy(['created_at', 'id'])
      .first();
    return row ?? null;
  }

  /** Narrows to runs that nobody holds. */
  #free(query: Knex.QueryBuilder): Knex.QueryBuilder {
    return query
      .whereIn('state', UNFINISHED)
      .where((free) => free.whereNull('lease').orWhere('lease_until', '<', this.#now()));
  }

  /** @throws `run_lost` when the lease is no longer the run's */
  async #update(knex: Knex, { tenantId, id }: Run, lease: string, values: object): Promise<void> {
    const updated = await knex(TABLE).where({ tenant_id: tenantId, id, lease }).update(values);
    if (updated === 0) throw new RunLost('Another worker has taken the run over, or it has ended.');
  }

  #ending(state: 'done' | 'failed' | 'cancelled') {
    return { state, lease: null, lease_until: null, finished_at: this.#now() };
  }

  #now(): string {
    return this.#clock.now().toISOString();
  }

  #after(milliseconds: number): string {
    return new Date(this.#clock.now().getTime() + milliseconds).toISOString();
  }
}

/** @throws `idempotency_key_reused` */
async function keyedRun(
  knex: Knex,
  tenantId: TenantId,
  { idempotencyKey, fingerprint }: RunRequest,
): Promise<string | null> {
  if (idempotencyKey === null) return null;
  const row: { readonly fingerprint: string; readonly run_id: string } | undefined = await knex(KEY_TABLE)
    .where({ tenant_id: tenantId, idempotency_key: idempotencyKey })
    .first();
  if (row === undefined) return null;
  if (row.fingerprint === fingerprint) return row.run_id;
  throw new IdempotencyKeyReused('The Idempotency-Key came before with another body; use a new one.');
}

async function closeRemaining(transaction: Knex.Transaction, tenantId: string, id: string): Promise<void> {
  const closed = await closeItems(transaction, tenantId, id);
  if (closed === 0) return;
  await transaction(TABLE).where({ tenant_id: tenantId, id }).increment('not_attempted', closed);
}
