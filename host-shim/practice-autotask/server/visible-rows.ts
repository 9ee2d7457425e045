import type { EntityName } from '../dataset/database.ts';
import type { PracticeState } from '../practice-state.ts';
import { Refusal } from '../query/refusal.ts';
import type { RowTest } from '../query/row-test.ts';

/**
 * Customer and Cancelation; the other types are hidden from an API user with a restricted right.
 */
const VISIBLE_TYPES: ReadonlySet<unknown> = new Set([1, 6]);

/**
 * Which rows the API user sees: without the right a refusal, with a partial one fewer rows and no
 * word about it (autotask-api.md §2.2). `undefined` is all of them.
 */
export function visibleRows(state: PracticeState, entity: EntityName): RowTest | undefined {
  const permission = state.permissions[entity];
  if (permission === 'all') return undefined;
  if (permission === 'none') {
    throw new Refusal('The logged in Resource does not have the adequate permissions to query this entity type.');
  }
  const { Companies, Contacts } = state.database.tables;
  const type = Companies.field('companyType');
  const companyId = Contacts.field('companyID');
  if (type === undefined || companyId === undefined) throw new Error('The entities lack their own fields');
  const seesCompany = (row: number) => VISIBLE_TYPES.has(Companies.value(row, type));
  if (entity === 'Companies') return seesCompany;
  return (row) => {
    const company = Companies.row(Number(Contacts.value(row, companyId)));
    return company !== undefined && seesCompany(company);
  };
}
