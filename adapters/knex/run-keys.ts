import type { Knex } from 'knex';
import type { RunId, TenantId } from '../../core/domain/ids.ts';
import { runId } from '../../core/domain/ids.ts';
import { IdempotencyKeyReused } from '../../core/ports/errors.ts';
import type { RunRequest } from '../../core/ports/run-store.ts';
import { readRows } from './read-rows.ts';

const TABLE = 'autotask_run_key';

interface KeyRow {
  readonly fingerprint: string;
  readonly run_id: string;
}

/**
 * The run that the key of the request stands for.
 *
 * @throws `idempotency_key_reused`
 */
export async function keyedRun(
  knex: Knex,
  tenantId: TenantId,
  { idempotencyKey, fingerprint }: RunRequest,
): Promise<RunId | null> {
  if (idempotencyKey === null) return null;
  const [row] = await readRows<KeyRow>(knex(TABLE).where({ tenant_id: tenantId, idempotency_key: idempotencyKey }));
  if (row === undefined) return null;
  if (row.fingerprint === fingerprint) return runId(row.run_id);
  throw new IdempotencyKeyReused('The Idempotency-Key came before with another body; use a new one.');
}

/** Lets the key of the request stand for the run from now on. */
export async function keepKey(knex: Knex, tenantId: TenantId, id: RunId, request: RunRequest): Promise<void> {
  const { idempotencyKey, fingerprint } = request;
  if (idempotencyKey === null) return;
  await knex(TABLE).insert({ tenant_id: tenantId, idempotency_key: idempotencyKey, fingerprint, run_id: id });
}
