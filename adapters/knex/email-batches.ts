import type { Knex } from 'knex';
import type { BookRow } from '../../core/ports/contact-book.ts';
import { bookRowOf, CONTACT_COLUMNS, type ContactRow, contactColumns } from './contact-row.ts';
import { readManyRows } from './read-rows.ts';

/**
 * Yields the contacts of a query by email, in batches that end where an email ends; contacts without an email
 * have nothing to do with each other and may be parted.
 */
export async function* emailBatches(
  knex: Knex,
  contacts: () => Knex.QueryBuilder,
  batchSize: number,
): AsyncGenerator<readonly BookRow[]> {
  const select = () =>
    contacts()
      .select(...contactColumns(knex))
      .orderBy(['email_key', 'autotask_contact.id']);
  const readMany = (query: Knex.QueryBuilder) => readManyRows<ContactRow>(query, knex, CONTACT_COLUMNS);
  let last: ContactRow | undefined;
  do {
    const query = select().limit(batchSize);
    if (last) query.whereRaw('(email_key, autotask_contact.id) > (?, cast(? as bigint))', [last.email_key, last.id]);
    const rows = await readMany(query);
    const parted = rows.length === batchSize ? rows.at(-1) : undefined;
    const rest: readonly ContactRow[] =
      parted && parted.email_key !== ''
        ? await readMany(
            select()
              .where('email_key', parted.email_key)
              .whereRaw('autotask_contact.id > cast(? as bigint)', [parted.id]),
          )
        : [];
    last = rest.at(-1) ?? parted;
    if (rows.length > 0) yield [...rows, ...rest].map(bookRowOf);
  } while (last);
}
