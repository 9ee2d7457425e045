import type { Knex } from 'knex';
import type { RunId } from '../../core/domain/ids.ts';
import type { BookScope } from '../../core/domain/scope.ts';
import type { Selection } from '../../core/domain/selection.ts';
import { selectedContacts } from './contact-filter-sql.ts';
import { SNAPSHOT_COLUMNS } from './contact-row.ts';

const IS_RIVAL = 'case when is_active and not is_gone then 1 else 0 end';
const COLUMNS = ['tenant_id', 'run_id', 'position', 'contact_id', 'rivals', ...SNAPSHOT_COLUMNS];

/** Writes the selection into the items of a run, in one statement whatever its size, by email and id. */
export async function freezeSelection(
  transaction: Knex.Transaction,
  run: RunId,
  scope: BookScope,
  selection: Selection,
): Promise<void> {
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
  await transaction(transaction.raw(`autotask_run_item (${COLUMNS.join(', ')})`)).insert(frozen);
}
