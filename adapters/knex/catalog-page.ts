import type { Knex } from 'knex';
import { orderFingerprint } from '../../core/domain/catalog-order.ts';
import type { BookScope } from '../../core/domain/scope.ts';
import { isUserHidden } from '../../core/domain/shown-row.ts';
import type { BookPage, BookPageRequest, CatalogSort } from '../../core/ports/contact-book.ts';
import { CursorInvalid } from '../../core/ports/errors.ts';
import { groupsOf, membersOf, NOTHING, SHOWN_COLUMNS } from './catalog-groups.ts';
import { type GroupMembers, type Place, placesAlong } from './catalog-places.ts';
import { contactsOf } from './contact-filter-sql.ts';
import { isContactNumber } from './contact-number.ts';
import { bookRowOf, type ContactRow, contactColumns } from './contact-row.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { fewContacts } from './matching-contacts.ts';
import { stretchOf } from './page-stretch.ts';
import { readManyRows, readRows } from './read-rows.ts';
import { whereId } from './value-lists.ts';

interface CatalogPageRequest extends BookPageRequest {
  readonly sort: CatalogSort;
}

/**
 * One page by what the contacts show as assigned. The tables do not know the order of the catalog, so the page is read
 * group by group along an index that has each group in the order of the ids.
 */
export async function catalogPage(knex: Knex, scope: BookScope, request: CatalogPageRequest): Promise<BookPage> {
  const { sort, limit, after } = request;
  const from = after === undefined ? undefined : placeBehind(after, sort);
  const groups = await groupsOf(knex, scope, sort, from?.group);
  const places =
    (await placesOfFew(knex, scope, request, groups, from)) ?? (await placesOfMany(knex, scope, request, groups, from));
  const shown = places.slice(0, limit);
  const last = places.length > limit ? shown.at(-1) : undefined;
  return { rows: await rowsAt(knex, scope, shown), next: last ? cursorOf(sort, last) : null };
}

async function rowsAt(knex: Knex, scope: BookScope, places: readonly Place[]): Promise<BookPage['rows']> {
  const ids = places.map(({ id }) => id);
  const query = whereId(contactsOf(knex, scope), knex, 'in', ids).select(...contactColumns(knex));
  const rows = new Map((await readRows<ContactRow>(query)).map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = rows.get(id);
    return row === undefined ? [] : [bookRowOf(row)];
  });
}

/** The page's places and the one behind it, by a walk along the groups. */
async function placesOfMany(
  knex: Knex,
  scope: BookScope,
  request: CatalogPageRequest,
  groups: readonly string[],
  from: Place | undefined,
): Promise<readonly Place[]> {
  const { filter, sort } = request;
  const stretch = await stretchOf(knex, scope, request);
  const inOrder = stretch.direction === 'ascending' ? groups : groups.toReversed();
  const rest = from === undefined ? inOrder : inOrder.slice(inOrder.indexOf(from.group));
  const walked = rest.map((group): GroupMembers => {
    const members = () => membersOf(knex, scope, filter, { field: sort.field, group });
    if (group !== from?.group) return { group, members };
    const isBehind = `id ${sort.direction === 'ascending' ? '>' : '<'} cast(? as bigint)`;
    return { group, members: () => members().whereRaw(isBehind, [from.id]) };
  });
  const places = await placesAlong(knex, walked, stretch);
  return stretch.direction === sort.direction ? places : places.toReversed();
}

interface FewRow {
  readonly id: string;
  readonly shown: string;
  readonly chosen: string | null;
  readonly user_company_key: string | null;
}

/** The same of so few that they are sorted one by one, wherever in the groups they are; null when there are more. */
async function placesOfFew(
  knex: Knex,
  scope: BookScope,
  { filter, sort, limit, at = 0 }: CatalogPageRequest,
  groups: readonly string[],
  from: Place | undefined,
): Promise<readonly Place[] | null> {
  const few = await fewContacts(knex, scope, filter);
  if (few === null) return null;
  const { shown, chosen } = SHOWN_COLUMNS[sort.field];
  const query = few().select({ shown, chosen }, 'user_company_key', knex.raw('cast(id as text) as id'));
  const rows = await readManyRows<FewRow>(query, knex, ['id', 'shown', 'chosen', 'user_company_key']);
  const ranks = new Map(groups.map((group, rank) => [group, rank]));
  const sign = sort.direction === 'ascending' ? 1 : -1;
  const compare = (one: Place, other: Place) =>
    sign * ((ranks.get(one.group) ?? 0) - (ranks.get(other.group) ?? 0) || Number(BigInt(one.id) - BigInt(other.id)));
  const isHidden = (row: FewRow) => isUserHidden({ userCompany: row.user_company_key }, scope.accounts);
  return rows
    .map((row) => ({ id: row.id, group: isHidden(row) ? (row.chosen ?? NOTHING) : row.shown }))
    .filter((place) => from === undefined || compare(place, from) > 0)
    .sort(compare)
    .slice(at, at + limit + 1);
}

/** Field, direction, the order of the catalog, group and id. */
type CatalogCursor = readonly [string, string, string, string, string];

function cursorOf({ field, direction, order }: CatalogSort, { group, id }: Place): string {
  const cursor: CatalogCursor = [field, direction, orderFingerprint(order), group, id];
  return writeCursor(cursor);
}

function placeBehind(after: string, { field, direction, order }: CatalogSort): Place {
  const isCursor = (parts: readonly string[]): parts is CatalogCursor =>
    parts.length === 5 && parts[0] === field && parts[1] === direction && isContactNumber(parts[4] ?? '');
  const [, , mark, group, id] = readCursor(after, isCursor);
  if (mark === orderFingerprint(order)) return { group, id };
  throw new CursorInvalid('The destinations or packages have changed since the page that after is of; begin again.');
}
