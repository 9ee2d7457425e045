import type { Knex } from 'knex';
import type { RunId } from '../../core/domain/ids.ts';
import type { BookScope } from '../../core/domain/scope.ts';
import { PlanChanged } from '../../core/ports/errors.ts';
import type { ImportRequest, PlannedSelection, SeenUser } from '../../core/ports/run-store.ts';
import { selectedContacts } from './contact-filter-sql.ts';
import { isContactNumber } from './contact-number.ts';
import { SNAPSHOT_COLUMNS } from './contact-row.ts';
import { dialectOf } from './dialect.ts';
import { readRows } from './read-rows.ts';
import { storableJson } from './storable-text.ts';

const TABLE = 'autotask_run_item';
const IS_RIVAL = 'case when is_active and not is_gone then 1 else 0 end';
const COLUMNS = ['tenant_id', 'run_id', 'position', 'contact_id', 'rivals', 'seen', ...SNAPSHOT_COLUMNS];

// From here on it pays to let the engine know.
const MANY = 1000;

/**
 * Writes the selection into the items of a run, by email and id, with the users as they were seen, and says how many;
 * one statement at any size.
 */
export async function freezeSelection(
  transaction: Knex.Transaction,
  run: RunId,
  scope: BookScope,
  { selection, seen, planned }: ImportRequest,
): Promise<number> {
  const frozen = selectedContacts(transaction, scope, selection)
    .withMaterialized('seen', seenRows(transaction, seen))
    .leftJoin('seen', 'seen.contact_id', 'autotask_contact.id')
    .select(
      'tenant_id',
      transaction.raw('?', [run]),
      transaction.raw('row_number() over (order by email_key, id)'),
      'id',
      transaction.raw(
        `case when email_key = '' then ${IS_RIVAL} else sum(${IS_RIVAL}) over (partition by email_key) end`,
      ),
      transaction.raw("coalesce(seen.image, '')"),
      ...SNAPSHOT_COLUMNS,
    );
  await transaction(transaction.raw(`${TABLE} (${COLUMNS.join(', ')})`)).insert(frozen);
  const [counted] = await transaction(TABLE).where({ tenant_id: scope.tenantId, run_id: run }).count({ items: '*' });
  const total = Number(counted?.['items'] ?? 0);
  if (planned !== null) await refuseOtherSelection(selectedContacts(transaction, scope, selection), planned, total);
  if (total >= MANY) await dialectOf(transaction).endBulk(transaction, [TABLE]);
  return total;
}

/** Whatever changes a contact raises its revision, so that the sum tells. */
async function refuseOtherSelection(
  selected: Knex.QueryBuilder,
  planned: PlannedSelection,
  contacts: number,
): Promise<void> {
  const [sum] = await readRows<{ readonly revisions: number | string | null }>(selected.sum({ revisions: 'revision' }));
  if (contacts === planned.contacts && Number(sum?.revisions ?? 0) === planned.revisions) return;
  throw new PlanChanged('The selected contacts have changed since the import was planned.');
}

function seenRows(transaction: Knex.Transaction, seen: readonly SeenUser[]): Knex.Raw {
  const known = seen.filter(({ contactId }) => isContactNumber(contactId));
  // One row for each contact, or it would become several items.
  const images = new Map(known.map(({ contactId, image }) => [contactId, image]));
  const rows = [...images].map(([contact_id, image]) => ({ contact_id, image }));
  const rowsSql = dialectOf(transaction).rowsFrom({ contact_id: 'bigint', image: 'text' }, 'sent');
  // As a number, or SQLite would go through all of them for each contact.
  return transaction.raw(`select cast(contact_id as bigint) as contact_id, image from ${rowsSql}`, [
    storableJson(rows),
  ]);
}
