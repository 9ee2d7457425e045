import type { Knex } from 'knex';
import type { BookScope } from '../../core/domain/scope.ts';
import type { ContactFilter, ContactSort, SortField } from '../../core/domain/selection.ts';
import type { BookPage, BookPageRequest } from '../../core/ports/contact-book.ts';
import { filteredContacts } from './contact-filter-sql.ts';
import { isContactNumber } from './contact-number.ts';
import { bookRowOf, type ContactRow, contactColumns } from './contact-row.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { readRows } from './read-rows.ts';

const SORT_COLUMNS = {
  firstName: 'first_name_sort',
  lastName: 'last_name_sort',
  email: 'email_sort',
  account: 'account_sort',
  status: 'status',
} as const satisfies Record<SortField, string>;

interface SortedRow extends ContactRow {
  readonly sort_key: string;
}

/** One page along the index of its sort, from a cursor, a row's number, or the beginning. */
export async function contactPage(knex: Knex, scope: BookScope, request: BookPageRequest): Promise<BookPage> {
  const { filter, sort, limit, after, at } = request;
  const column = SORT_COLUMNS[sort.field];
  const direction = sort.direction === 'ascending' ? 'asc' : 'desc';
  const query = listedContacts(knex, scope, filter)
    .select(...contactColumns(knex), knex.ref(column).as('sort_key'))
    .orderBy([
      { column, order: direction },
      { column: 'autotask_contact.id', order: direction },
    ])
    .limit(limit + 1);
  if (after !== undefined) {
    const [, , key, id] = readCursor(after, isPlaceIn(sort));
    query.whereRaw(`(${column}, autotask_contact.id) ${direction === 'asc' ? '>' : '<'} (?, cast(? as bigint))`, [
      key,
      id,
    ]);
  } else if (at !== undefined) {
    query.offset(at);
  }
  const rows = await readRows<SortedRow>(query);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { rows: rows.slice(0, limit).map(bookRowOf), next: last ? cursorOf(sort, last) : null };
}

/**
 * An account's contacts are few, so they are taken out before they are sorted; SQLite, which keeps no statistics
 * by itself, would rather walk along the index of the sort through all contacts.
 */
function listedContacts(knex: Knex, scope: BookScope, filter: ContactFilter): Knex.QueryBuilder {
  const contacts = filteredContacts(knex, scope, filter);
  if (filter.account === undefined) return contacts;
  return knex.withMaterialized('chosen', contacts.select('*')).from({ autotask_contact: 'chosen' });
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
