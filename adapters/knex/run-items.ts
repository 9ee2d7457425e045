import type { Knex } from 'knex';
import { contactId, type RunId, type TenantId } from '../../core/domain/ids.ts';
import { type ReasonCode, reasonOf } from '../../core/domain/reason.ts';
import { type Outcome, type RunItem, type Tally, tallyOf } from '../../core/domain/run.ts';
import type { ClaimedRun, ItemOutcome, OpenItem, RunItemPage } from '../../core/ports/run-store.ts';
import {
  assignmentOf,
  attemptOf,
  contactOf,
  linkOf,
  SNAPSHOT_COLUMNS,
  type SnapshotRow,
  TRACE_COLUMNS,
  type TraceRow,
} from './contact-row.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { type Columns, dialectOf } from './dialect.ts';
import { storable } from './storable-text.ts';

const TABLE = 'autotask_run_item';
const OUTCOME = { contact_id: 'bigint', outcome: 'text', code: 'text', quote: 'text' } as const satisfies Columns;

interface ItemRow {
  readonly position: number;
  readonly contact_id: string;
  readonly outcome: Outcome | null;
  readonly code: ReasonCode | null;
  readonly quote: string | null;
}

interface OpenItemRow extends SnapshotRow, TraceRow {
  readonly position: number;
  readonly contact_id: string;
  readonly rivals: number;
  /** Null when the contact is no longer in the book. */
  readonly present_id: string | null;
}

export async function readItems(
  knex: Knex,
  tenantId: TenantId,
  runId: RunId,
  { outcome, after, limit }: { readonly outcome?: Outcome; readonly after?: string; readonly limit: number },
): Promise<RunItemPage> {
  const query = knex(TABLE)
    .where({ tenant_id: tenantId, run_id: runId })
    .select('position', knex.raw('cast(contact_id as text) as contact_id'), 'outcome', 'code', 'quote')
    .orderBy('position')
    .limit(limit + 1);
  if (outcome !== undefined) query.where('outcome', outcome);
  if (after !== undefined) query.where('position', '>', Number(readCursor(after, isPlace)[1]));
  const rows: readonly ItemRow[] = await query;
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(itemOf),
    next: last ? writeCursor(['items', String(last.position)]) : null,
  };
}

/** The next items without an outcome; link and attempt as they are now, the rest as it was frozen. */
export async function readOpenItems(
  knex: Knex,
  { run, databaseId }: ClaimedRun,
  limit: number,
): Promise<readonly OpenItem[]> {
  const rows: readonly OpenItemRow[] = await knex(`${TABLE} as item`)
    .leftJoin('autotask_contact as present', (join) =>
      join
        .on('present.tenant_id', 'item.tenant_id')
        .on('present.id', 'item.contact_id')
        .on('present.database_id', knex.raw('?', [databaseId])),
    )
    .where({ 'item.tenant_id': run.tenantId, 'item.run_id': run.id })
    .whereNull('item.outcome')
    .select(
      'item.position',
      'item.rivals',
      knex.raw('cast(item.contact_id as text) as contact_id'),
      knex.raw('cast(present.id as text) as present_id'),
      ...SNAPSHOT_COLUMNS.map((column) => `item.${column}`),
      ...TRACE_COLUMNS.map((column) => `present.${column}`),
    )
    .orderBy('item.position')
    .limit(limit);
  return rows.map(openItemOf);
}

/** Gives items their outcome unless they have one, and says how many of each were given. */
export async function writeOutcomes(
  transaction: Knex.Transaction,
  { run }: ClaimedRun,
  outcomes: readonly ItemOutcome[],
): Promise<Tally> {
  if (outcomes.length === 0) return tallyOf([]);
  const dialect = dialectOf(transaction);
  const rows = outcomes.map(({ contactId: id, outcome, code, quote }) => ({
    contact_id: id,
    outcome,
    code,
    quote: quote === null ? null : storable(quote),
  }));
  const answer: unknown = await transaction.raw(
    `with given as materialized (select * from ${dialect.rowsFrom(OUTCOME, 'row')})
    update ${TABLE} set outcome = given.outcome, code = given.code, quote = given.quote from given
    where tenant_id = ? and run_id = ? and ${TABLE}.contact_id = given.contact_id and ${TABLE}.outcome is null
    returning ${TABLE}.outcome`,
    [JSON.stringify(rows), run.tenantId, run.id],
  );
  return tallyOf(dialect.rowsOf(answer).map((row) => (row as { readonly outcome: Outcome }).outcome));
}

/** Ends every item that has no outcome, and says how many there were. */
export async function closeItems(transaction: Knex.Transaction, tenantId: string, runId: string): Promise<number> {
  return await transaction(TABLE)
    .where({ tenant_id: tenantId, run_id: runId })
    .whereNull('outcome')
    .update({ outcome: 'not_attempted', code: 'not_attempted' });
}

function itemOf({ contact_id, outcome, code, quote }: ItemRow): RunItem {
  return { contactId: contactId(contact_id), outcome, reason: code === null ? null : reasonOf(code, quote) };
}

function openItemOf(row: OpenItemRow): OpenItem {
  const contact = contactOf(row.contact_id, row);
  return {
    position: row.position,
    rivals: Number(row.rivals),
    entry: {
      contact: row.present_id === null ? { ...contact, isGone: true } : contact,
      assignment: assignmentOf(row),
      link: linkOf(row),
      attempt: attemptOf(row),
    },
  };
}

function isPlace(parts: readonly string[]): parts is readonly ['items', string] {
  return parts.length === 2 && parts[0] === 'items' && /^\d{1,9}$/u.test(parts[1] ?? '');
}
