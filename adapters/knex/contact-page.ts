import type { Knex } from 'knex';
import type { BookScope } from '../../core/domain/scope.ts';
import type { ContactSort, SortField } from '../../core/domain/selection.ts';
import type { BookPage, BookPageRequest } from '../../core/ports/contact-book.ts';
import { countContacts } from './contact-counts.ts';
import { contactsOf } from './contact-filter-sql.ts';
import { isContactNumber } from './contact-number.ts';
import { bookRowOf, type ContactRow, contactColumns } from './contact-row.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { matchingContacts } from './matching-contacts.ts';
import { readRows } from './read-rows.ts';

const SORT_COLUMNS = {
  firstName: 'first_name_sort',
  lastName: 'last_name_sort',
  email: 'email_sort',
  account: 'account_sort',
  status: 'status',
} as const satisfies Record<SortField, string>;

const ORDERS = { ascending: 'asc', descending: 'desc' } as const;
const OPPOSITES = { ascending: 'descending', descending: 'ascending' } as const;

// Up to here counting takes longer than passing rows over.
const FAR = 1000;

interface SortedRow extends ContactRow {
  readonly sort_key: string;
}

/** One page along the index of its sort, from a cursor, a row's number, or the beginning. */
export async function contactPage(knex: Knex, scope: BookScope, request: BookPageRequest): Promise<BookPage> {
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
function placesOf(matching: Knex.QueryBuilder, { sort, after }: BookPageRequest, stretch: Stretch): Knex.QueryBuilder {
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

interface Stretch {
  readonly direction: ContactSort['direction'];
  readonly offset: number;
  readonly limit: number;
}

/** Where the rows are to be read: a row far from the beginning is counted from the end when that is nearer. */
async function stretchOf(knex: Knex, scope: BookScope, request: BookPageRequest): Promise<Stretch> {
  const { filter, sort, limit, at = 0 } = request;
  const forward = { direction: sort.direction, offset: at, limit: limit + 1 };
  if (at < FAR) return forward;
  const left = (await countContacts(knex, scope, filter)) - at;
  if (left > at) return forward;
  const rows = Math.max(0, Math.min(left, limit + 1));
  return { direction: OPPOSITES[sort.direction], offset: Math.max(0, left - rows), limit: rows };
}

/** Field, direction, sort key and id. */
type Place = readonly [string, string, string, string];

function cursorOf({ field, direction }: ContactSort, row: SortedRow): string {
  const place: Place = [field, direction, row.sort_key, row.id];
  return writeCursor(place);
}

function isPlaceIn({ field, direction }: ContactSort): (parts: readonly string[]) => parts is Place {
  return (parts): parts is Place =>
    parts.length === 4 && parts[0] === field && parts[1] === direction && isContactNumber(parts[3] ?? '');
}
