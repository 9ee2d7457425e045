import type { Knex } from 'knex';
import type { ContactId, RunId, TenantId } from '../../core/domain/ids.ts';
import type { ImportIntent } from '../../core/domain/import-plan.ts';
import { EMPTY_TALLY, OUTCOMES, type Run, type Tally } from '../../core/domain/run.ts';
import type { ClaimedRun, ItemIntent, ItemOutcome, OpenItem } from '../../core/ports/run-store.ts';
import { isContactNumber } from './contact-number.ts';
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
import { type Columns, dialectOf } from './dialect.ts';
import { readManyRows, readRows } from './read-rows.ts';
import { type RowsUpdate, takeOver, updateListed, updateRows } from './update-rows.ts';

const TABLE = 'autotask_run_item';
const OUTCOME = { outcome: 'text', code: 'text', quote: 'text' } as const satisfies Columns;

interface OpenItemRow extends SnapshotRow, TraceRow {
  readonly position: number;
  readonly contact_id: string;
  readonly rivals: number;
  readonly seen: string;
  readonly intent: ImportIntent | null;
  /** Whether Autotask still shows the contact; null when it has left the book. */
  readonly present_is_gone: boolean | number | null;
  readonly revision: number | null;
}

const ITEM_COLUMNS = ['position', 'rivals', 'seen', 'intent', ...SNAPSHOT_COLUMNS] as const;

/** The contact is in the book as it was frozen, and no other has its email; an email that is cut may seem shared. */
const IS_AS_FROZEN = `${SNAPSHOT_COLUMNS.map((column) => `present.${column} is not distinct from item.${column}`).join(' and ')}
  and not exists (select 1 from autotask_contact as other where other.tenant_id = present.tenant_id
    and other.database_id = present.database_id and other.email_key = present.email_key and other.email_key <> ''
    and other.id <> present.id)`;

/**
 * The next items without an outcome, as they were frozen; link, attempt, and whether it is gone are as they are now.
 * There are none for a worker that has lost the run.
 */
export async function readOpenItems(
  knex: Knex,
  { run, databaseId, lease }: ClaimedRun,
  limit: number,
  after: number,
): Promise<readonly OpenItem[]> {
  const held = knex('autotask_run').where({ tenant_id: run.tenantId, id: run.id, lease });
  const open = knex(`${TABLE} as item`)
    .leftJoin('autotask_contact as present', (join) =>
      join
        .on('present.tenant_id', 'item.tenant_id')
        .on('present.id', 'item.contact_id')
        .on('present.database_id', knex.raw('?', [databaseId])),
    )
    .where({ 'item.tenant_id': run.tenantId, 'item.run_id': run.id })
    .whereNull('item.outcome')
    .where('item.position', '>', after)
    .whereExists(held)
    .select(
      knex.raw('cast(item.contact_id as text) as contact_id'),
      'present.is_gone as present_is_gone',
      knex.raw(`case when ${IS_AS_FROZEN} then present.revision end as revision`),
      ...ITEM_COLUMNS.map((column) => `item.${column}`),
      ...TRACE_COLUMNS.map((column) => `present.${column}`),
    )
    .orderBy('item.position')
    .limit(limit);
  const columns = ['contact_id', 'present_is_gone', 'revision', ...ITEM_COLUMNS, ...TRACE_COLUMNS];
  return (await readManyRows<OpenItemRow>(open, knex, columns)).map(openItemOf);
}

/** Marks items that have no outcome with what is about to be done; of several intents for one the last counts. */
export async function writeIntents(
  transaction: Knex.Transaction,
  { run }: ClaimedRun,
  intents: readonly ItemIntent[],
): Promise<void> {
  const last = new Map(intents.map(({ contactId, intent }) => [contactId, intent]));
  for (const intent of ['create', 'update'] as const) {
    const ids = [...last].filter(([, each]) => each === intent).map(([id]) => id);
    if (ids.length > 0) await setInOpenItems(transaction, run, `intent = '${intent}'`, ids);
  }
}

/** Gives items their outcome unless they have one, and says how many of each; of several for one the first counts. */
export async function writeOutcomes(
  transaction: Knex.Transaction,
  { run }: ClaimedRun,
  outcomes: readonly ItemOutcome[],
): Promise<Tally> {
  const tally = { ...EMPTY_TALLY };
  const changed = async (statement: Knex.Raw) => dialectOf(transaction).changedBy(transaction, await statement);
  const first = [...new Map(outcomes.toReversed().map((each) => [each.contactId, each])).values()];
  for (const outcome of OUTCOMES) {
    const ended = first.filter((each) => each.outcome === outcome);
    const [plain, explained] = [ended.filter(isPlain), ended.filter((each) => !isPlain(each))];
    if (plain.length > 0) {
      const ids = plain.map(({ contactId }) => contactId);
      tally[outcome] += await changed(setInOpenItems(transaction, run, `outcome = '${outcome}'`, ids));
    }
    if (explained.length > 0) tally[outcome] += await changed(explainOpenItems(transaction, run, explained));
  }
  return tally;
}

/** Whether something was begun of which nobody knows yet what came of it. */
export async function hasBegunItems(transaction: Knex.Transaction, tenantId: TenantId, runId: RunId): Promise<boolean> {
  const begun = transaction(TABLE)
    .where({ tenant_id: tenantId, run_id: runId })
    .whereNull('outcome')
    .whereNotNull('intent');
  return (await readRows(begun.select('position').limit(1))).length > 0;
}

/** Ends every item that has no outcome, and adds them to the run's numbers; what was begun may have been done. */
export async function closeItems(transaction: Knex.Transaction, tenantId: TenantId, runId: RunId): Promise<void> {
  const open = () => transaction(TABLE).where({ tenant_id: tenantId, run_id: runId }).whereNull('outcome');
  if ((await readRows(open().select('position').limit(1))).length === 0) return;
  const unknown: number = await open().whereNotNull('intent').update({ outcome: 'failed', code: 'outcome_unknown' });
  const closed: number = await open().update({ outcome: 'not_attempted', code: 'not_attempted' });
  await transaction('autotask_run')
    .where({ tenant_id: tenantId, id: runId })
    .increment({ failed: unknown, not_attempted: closed });
}

/** The statement that says the same of all items that are named and have no outcome. */
function setInOpenItems(
  transaction: Knex.Transaction,
  run: Run,
  assignment: string,
  ids: readonly ContactId[],
): Knex.Raw {
  const update = { table: TABLE, key: keyOf(run), set: [assignment], where: isOpenItem('value') };
  return updateListed(transaction, update, ids.filter(isContactNumber));
}

/** The statement that gives items, unless they have an outcome, one with its code and quote. */
function explainOpenItems(transaction: Knex.Transaction, run: Run, outcomes: readonly ItemOutcome[]): Knex.Raw {
  const given = { contact_id: 'bigint', ...OUTCOME } as const;
  const update = {
    table: TABLE,
    key: keyOf(run),
    given,
    set: takeOver(OUTCOME),
    where: isOpenItem('contact_id'),
  };
  const rows = outcomes
    .filter(({ contactId }) => isContactNumber(contactId))
    .map(({ contactId: id, ...end }) => ({ contact_id: id, ...end }));
  return updateRows(transaction, update, rows);
}

function isPlain({ code, quote }: ItemOutcome): boolean {
  return code === null && quote === null;
}

function keyOf({ tenantId, id }: Run): RowsUpdate['key'] {
  return { tenant_id: tenantId, run_id: id };
}

/** SQL of whether an item is the given one, by the name of its id, and has no outcome. */
function isOpenItem(given: 'value' | 'contact_id'): string {
  return `${TABLE}.contact_id = given.${given} and ${TABLE}.outcome is null`;
}

function openItemOf(row: OpenItemRow): OpenItem {
  const contact = contactOf(row.contact_id, row);
  return {
    position: row.position,
    rivals: row.rivals,
    seen: row.seen,
    intent: row.intent,
    revision: row.revision,
    entry: {
      contact: { ...contact, isGone: contact.isGone || Boolean(row.present_is_gone ?? true) },
      assignment: assignmentOf(row),
      link: linkOf(row),
      attempt: attemptOf(row),
    },
  };
}
