import type { Knex } from 'knex';
import type { Run } from '../../core/domain/run.ts';
import { isContactNumber } from './contact-number.ts';
import { type Columns, dialectOf } from './dialect.ts';
import { storableRow } from './storable-text.ts';

const TABLE = 'autotask_run_item';

/** What to write of a contact's item. */
interface ItemUpdate {
  readonly contact_id: string;
  readonly [column: string]: string | null;
}

/**
 * The statement that sets columns of many items of a run; those that have an outcome are left alone. Of several updates
 * of one contact the last counts.
 */
export function openItemsUpdate(
  transaction: Knex.Transaction,
  { tenantId, id }: Pick<Run, 'tenantId' | 'id'>,
  columns: Columns,
  updates: readonly ItemUpdate[],
): Knex.Raw {
  const known = updates.filter((update) => isContactNumber(update.contact_id));
  const rows = [...new Map(known.map((update) => [update.contact_id, storableRow(update)])).values()];
  const sets = Object.keys(columns).map((column) => `${column} = given.${column}`);
  const rowsSql = dialectOf(transaction).rowsFrom({ contact_id: 'bigint', ...columns }, 'sent');
  // The run comes with each row, and not as a condition of its own: SQLite would go through all open items of the
  // run and look for each of them in the rows.
  return transaction.raw(
    `with given as materialized (
      select cast(? as text) as tenant_id, cast(? as text) as run_id, sent.* from ${rowsSql})
    update ${TABLE} set ${sets.join(', ')} from given
    where ${TABLE}.tenant_id = given.tenant_id and ${TABLE}.run_id = given.run_id
      and ${TABLE}.contact_id = given.contact_id and ${TABLE}.outcome is null`,
    [tenantId, id, JSON.stringify(rows)],
  );
}
