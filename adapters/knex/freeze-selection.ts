import type { Knex } from 'knex';
import type { RunId } from '../../core/domain/ids.ts';
import type { BookScope } from '../../core/domain/scope.ts';
import type { Selection } from '../../core/domain/selection.ts';
import { selectedContacts } from './contact-filter-sql.ts';
import { SNAPSHOT_COLUMNS } from './contact-row.ts';
import { dialectOf } from './dialect.ts';

const TABLE = 'autotask_run_item';
const IS_RIVAL = 'case when is_active and not is_gone then 1 else 0 end';
const COLUMNS = ['tenant_id', 'run_id', 'position', 'contact_id', 'rivals', ...SNAPSHOT_COLUMNS];

// From here on it pays to let the engine know.
const MANY = 1000;

/** Writes the selection into the items of a run, by email and id, and says how many; one statement at any size. */
export async function freezeSelection(
  transaction: Knex.Transaction,
  run: RunId,
  scope: BookScope,
  selection: Selection,
): Promise<number> {
  const frozen = selectedContacts(transaction, scope, selection).select(
    'tenant_id',
    transaction.raw('?', [run]),
    transaction.raw('row_number() over (order by email_key, id)'),
    'id',
    transaction.raw(
      `case when email_key = '' then ${IS_RIVAL} else sum(${IS_RIVAL}) over (partition by email_key) end`,
    ),
    ...SNAPSHOT_COLUMNS,
  );
  await transaction(transaction.raw(`${TABLE} (${COLUMNS.join(', ')})`)).insert(frozen);
  const [counted] = await transaction(TABLE).where({ tenant_id: scope.tenantId, run_id: run }).count({ items: '*' });
  const total = Number(counted?.['items'] ?? 0);
  if (total >= MANY) await dialectOf(transaction).endBulk(transaction, [TABLE]);
  return total;
}
