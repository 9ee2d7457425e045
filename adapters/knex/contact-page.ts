import type { Knex } from 'knex';
import type { BookScope } from '../../core/domain/scope.ts';
import type { TextField } from '../../core/domain/selection.ts';
import type { BookPage, BookPageRequest, TextSort } from '../../core/ports/contact-book.ts';
import { contactsOf } from './contact-filter-sql.ts';
import { isContactNumber } from './contact-number.ts';
import { bookRowOf, type ContactRow, contactColumns } from './contact-row.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { matchingContacts } from './matching-contacts.ts';
import { ORDERS, type Stretch, stretchOf } from './page-stretch.ts';
import { readRows } from './read-rows.ts';

const SORT_COLUMNS = {
  firstName: 'first_name_sort',
  lastName: 'last_name_sort',
  email: 'email_sort',
  account: 'account_sort',
  status: 'status',
} as const satisfies Record<TextField, string>;

interface ContactPageRequest extends BookPageRequest {
  readonly sort: TextSort;
}

interface SortedRow extends ContactRow {
  readonly sort_key: string;
}

/** One page along the index of its sort, from a cursor, a row's number, or the beginning. */
export async function contactPage(knex: Knex, scope: BookScope, request: ContactPageRequest): Promise<BookPage> {
  const { sort, limit } = request;
  // The places alone are all in the index; the rows are read only of those that are shown.
  const stretch = await stretchOf(knex, scope, request);
  const matching = await matchingContacts(knex, scope, request.filter);
  const order = ORDERS[sort.direction];
  const rows = await readRows<SortedRow>(
    contactsOf(knex, scope)
      .with('place', placesOf(matching('id', SORT_COLUMNS[sort.field]), request, stretch))
      .from(knex.raw('place cross join autotask_contact'))
      .whereRaw('autotask_contact.id = place.place_id')
      .select(...contactColumns(knex), 'sort_key')
      .orderBy([
        { column: 'sort_key', order },
        { column: 'place_id', order },
      ]),
  );
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { rows: rows.slice(0, limit).map(bookRowOf), next: last ? cursorOf(sort, last) : null };
}

/** Sort keys and ids of the page's rows and the one behind it. */
function placesOf(
  matching: Knex.QueryBuilder,
  { sort, after }: ContactPageRequest,
  stretch: Stretch,
): Knex.QueryBuilder {
  const column = SORT_COLUMNS[sort.field];
  const order = ORDERS[stretch.direction];
  if (after !== undefined) {
    const [, , key, id] = readCursor(after, isPlaceIn(sort));
    matching.whereRaw(`(${column}, autotask_contact.id) ${order === 'asc' ? '>' : '<'} (?, cast(? as bigint))`, [
      key,
      id,
    ]);
  }
  return matching
    .clearSelect()
    .select({ place_id: 'autotask_contact.id', sort_key: column })
    .orderBy([
      { column, order },
      { column: 'autotask_contact.id', order },
    ])
    .offset(stretch.offset)
    .limit(stretch.limit);
}

/** Field, direction, sort key and id. */
type Place = readonly [string, string, string, string];

function cursorOf({ field, direction }: TextSort, row: SortedRow): string {
  const place: Place = [field, direction, row.sort_key, row.id];
  return writeCursor(place);
}

function isPlaceIn({ field, direction }: TextSort): (parts: readonly string[]) => parts is Place {
  return (parts): parts is Place =>
    parts.length === 4 && parts[0] === field && parts[1] === direction && isContactNumber(parts[3] ?? '');
}
