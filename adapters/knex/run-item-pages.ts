import type { Knex } from 'knex';
import { contactId, type RunId, type TenantId } from '../../core/domain/ids.ts';
import { type ReasonCode, reasonOf } from '../../core/domain/reason.ts';
import type { Outcome, RunItem } from '../../core/domain/run.ts';
import type { RunItemPage } from '../../core/ports/run-store.ts';
import type { SnapshotRow } from './contact-row.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { readRows } from './read-rows.ts';
import { isStorable } from './storable-text.ts';

const COLUMNS = ['position', 'first_name', 'last_name', 'email', 'account', 'outcome', 'code', 'quote'] as const;

interface ItemRow extends Pick<SnapshotRow, 'first_name' | 'last_name' | 'email' | 'account'> {
  readonly position: number;
  readonly contact_id: string;
  readonly outcome: Outcome | null;
  readonly code: ReasonCode | null;
  readonly quote: string | null;
}

/** One page of a run's items, from a cursor or the beginning. */
export async function readItems(
  knex: Knex,
  tenantId: TenantId,
  runId: RunId,
  { outcome, after, limit }: { readonly outcome?: Outcome; readonly after?: string; readonly limit: number },
): Promise<RunItemPage> {
  const query = knex('autotask_run_item')
    .where({ tenant_id: tenantId })
    .whereIn('run_id', isStorable(runId) ? [runId] : [])
    .select(knex.raw('cast(contact_id as text) as contact_id'), ...COLUMNS)
    .orderBy('position')
    .limit(limit + 1);
  if (outcome !== undefined) query.where('outcome', outcome);
  if (after !== undefined) query.where('position', '>', Number(readCursor(after, isPlace)[1]));
  const rows = await readRows<ItemRow>(query);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(itemOf),
    next: last ? writeCursor(['items', String(last.position)]) : null,
  };
}

function itemOf(row: ItemRow): RunItem {
  return {
    contactId: contactId(row.contact_id),
    contact: { firstName: row.first_name, lastName: row.last_name, email: row.email, account: row.account },
    outcome: row.outcome,
    reason: row.code === null ? null : reasonOf(row.code, row.quote),
  };
}

function isPlace(parts: readonly string[]): parts is readonly ['items', string] {
  return parts.length === 2 && parts[0] === 'items' && /^\d{1,9}$/u.test(parts[1] ?? '');
}
