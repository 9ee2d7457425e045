import type { Knex } from 'knex';
import { type RunId, runId, type TenantId } from '../../core/domain/ids.ts';
import type { Run } from '../../core/domain/run.ts';
import type { BookScope } from '../../core/domain/scope.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { Ids } from '../../core/ports/ids.ts';
import type { ImportRequest, RefreshRequest, RunRequest } from '../../core/ports/run-store.ts';
import { isUniqueViolation } from './driver-failure.ts';
import { freezeSelection } from './freeze-selection.ts';
import { readRows } from './read-rows.ts';
import { keepKey, keyedRun } from './run-keys.ts';
import { accountsColumn, endedColumns, problemColumns, type RunRow, runOf } from './run-row.ts';
import { writingTransaction } from './writing-transaction.ts';

const TABLE = 'autotask_run';
const CREATE_TRIES = 5;

interface RunCreationParts {
  readonly knex: Knex;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Writes runs down, once per idempotency key. */
export class RunCreation {
  readonly #parts: RunCreationParts;

  constructor(parts: RunCreationParts) {
    this.#parts = parts;
  }

  /** The refresh, and the held one whose place it takes. */
  async refresh(
    tenantId: TenantId,
    request: RefreshRequest,
  ): Promise<{ readonly run: Run; readonly dropped: RunId | null }> {
    let dropped: RunId | null = null;
    const run = await this.#create(tenantId, request, async (transaction) => {
      const own = () => transaction(TABLE).where({ tenant_id: tenantId, kind: 'refresh' });
      const [present] = await readRows<RunRow>(own().whereIn('state', ['queued', 'running']));
      if (present) return runId(present.id);
      const cancelled = own().where('state', 'held').update(endedColumns('cancelled', this.#parts.clock.now()));
      const [held] = await readRows<Pick<RunRow, 'id'>>(cancelled.returning('id'));
      dropped = held === undefined ? null : runId(held.id);
      const id = this.#parts.ids.runId();
      const row = { ...this.#newRow(tenantId, id, request), kind: 'refresh', mode: request.mode };
      await transaction(TABLE).insert(row);
      return id;
    });
    return { run, dropped };
  }

  import(scope: BookScope, request: ImportRequest): Promise<Run> {
    return this.#create(scope.tenantId, request, async (transaction) => {
      const id = this.#parts.ids.runId();
      await transaction(TABLE).insert({
        ...this.#newRow(scope.tenantId, id, request),
        kind: 'import',
        database_id: scope.databaseId,
        accounts: accountsColumn(scope.accounts),
        sends_instructions: request.sendInstructions,
        state: request.hold === null ? 'queued' : 'held',
        ...problemColumns(request.hold),
      });
      const total = await freezeSelection(transaction, id, scope, request);
      await transaction(TABLE).where({ tenant_id: scope.tenantId, id }).update({ total });
      return id;
    });
  }

  /** Writes a run down once per idempotency key; a race is settled by whoever was first. */
  async #create(
    tenantId: TenantId,
    request: RunRequest,
    write: (transaction: Knex.Transaction) => Promise<RunId>,
  ): Promise<Run> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await writingTransaction(this.#parts.knex, TABLE, async (transaction) => {
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
    const now = this.#parts.clock.now().toISOString();
    return {
      tenant_id: tenantId,
      id,
      state: 'queued',
      sends_instructions: false,
      requested_by: requestedBy,
      created_at: now,
      queued_at: now,
    };
  }
}
