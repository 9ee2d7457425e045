import type { Knex } from 'knex';
import type { BookKey, BookScope } from '../../core/domain/scope.ts';
import type { CatalogField, ContactFilter } from '../../core/domain/selection.ts';
import type { CatalogSort } from '../../core/ports/contact-book.ts';
import { filteredContacts } from './contact-filter-sql.ts';
import { dialectOf } from './dialect.ts';
import { isUserHidden } from './hidden-users.ts';

/** What a row shows as assigned, and what of it was chosen. */
export const SHOWN_COLUMNS = {
  destination: { shown: 'shown_destination_id', chosen: 'destination_id' },
  package: { shown: 'shown_package_id', chosen: 'package_id' },
} as const satisfies Record<CatalogField, unknown>;

/** The group of those that show nothing as assigned. */
export const NOTHING = '';

/**
 * The ids that contacts show as assigned, in the order of the catalog; ids that it does not hold follow by themselves, and
 * those that show none come last.
 *
 * @param besides - a group that has its place even when no contact is in it any longer
 */
export async function groupsOf(
  knex: Knex,
  key: BookKey,
  { field, order }: CatalogSort,
  besides: string | undefined,
): Promise<readonly string[]> {
  const present = new Set(await shownIds(knex, key, SHOWN_COLUMNS[field].shown));
  if (besides !== undefined && besides !== NOTHING) present.add(besides);
  const known = order.filter((id) => present.has(id));
  for (const id of known) present.delete(id);
  const gone = [...present].sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
  return [...known, ...gone, NOTHING];
}

/** Every id, by one step into the index for each, however many contacts have it. */
async function shownIds(knex: Knex, { tenantId, databaseId }: BookKey, column: string): Promise<readonly string[]> {
  const next = (after: string) => `(select ${column} from autotask_contact
    where tenant_id = ? and database_id = ? and ${column} > ${after} order by ${column} limit 1)`;
  const answer: unknown = await knex.raw(
    `with recursive found (id) as (
      select ${next("''")} union all select ${next('found.id')} from found where found.id is not null)
    select id from found where id is not null`,
    [tenantId, databaseId, tenantId, databaseId],
  );
  return (dialectOf(knex).rowsOf(answer) as readonly { readonly id: string }[]).map(({ id }) => id);
}

/** The ids of the matching contacts of a group; who may not see the user is shown what was chosen, and no more. */
export function membersOf(
  knex: Knex,
  scope: BookScope,
  filter: ContactFilter,
  { field, group }: { readonly field: CatalogField; readonly group: string },
): Knex.QueryBuilder {
  const { shown, chosen } = SHOWN_COLUMNS[field];
  const matching = () => filteredContacts(knex, scope, filter).select('id');
  if (scope.accounts === 'all') return matching().where(shown, group);
  const hidden = isUserHidden(knex, scope.accounts);
  if (group !== NOTHING) return matching().where(shown, group).whereRaw(`not (${chosen} is null and ?)`, [hidden]);
  const unseen = matching().whereNull(chosen).whereNot(shown, NOTHING).whereRaw('?', [hidden]);
  return knex.select('id').from(knex.unionAll([matching().where(shown, NOTHING), unseen]).as('members'));
}
