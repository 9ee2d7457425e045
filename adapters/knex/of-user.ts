import type { Knex } from 'knex';
import type { BookKey } from '../../core/domain/scope.ts';
import type { DerivationRecord } from '../../core/ports/contact-book.ts';
import { isContactNumber } from './contact-number.ts';
import type { Columns } from './dialect.ts';
import { takeOver, updateRows } from './update-rows.ts';

const OF_USER = {
  shown_destination_id: 'text',
  shown_package_id: 'text',
  user_company_key: 'text',
} as const satisfies Columns;

const DIFFERS = Object.keys(OF_USER)
  .map((column) => `autotask_contact.${column} is distinct from given.${column}`)
  .join(' or ');

/**
 * Writes what users add to rows that are still as they were read, where that differs. A statement of its own, because an
 * import seldom changes it, and SQLite would write the indexes of all columns that a statement names.
 */
export async function writeOfUsers(
  knex: Knex,
  { tenantId, databaseId }: BookKey,
  records: readonly Pick<DerivationRecord, 'contactId' | 'revision' | 'derived'>[],
): Promise<void> {
  const rows = records
    .filter(({ contactId }) => isContactNumber(contactId))
    .map(({ contactId, revision, derived: { shown, userCompany } }) => ({
      id: contactId,
      revision,
      shown_destination_id: shown.destinationId ?? '',
      shown_package_id: shown.packageId ?? '',
      user_company_key: userCompany,
    }));
  if (rows.length === 0) return;
  await updateRows(
    knex,
    {
      table: 'autotask_contact',
      key: { tenant_id: tenantId, database_id: databaseId },
      given: { id: 'bigint', revision: 'bigint', ...OF_USER },
      set: takeOver(OF_USER),
      where: `autotask_contact.id = given.id and autotask_contact.revision = given.revision and (${DIFFERS})`,
    },
    rows,
  );
}
