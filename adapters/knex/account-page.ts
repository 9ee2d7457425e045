import type { Knex } from 'knex';
import { comparable } from '../../core/domain/comparison.ts';
import { accountId } from '../../core/domain/ids.ts';
import type { BookScope } from '../../core/domain/scope.ts';
import { words } from '../../core/domain/search.ts';
import type { BookAccountPage, BookAccountRequest } from '../../core/ports/contact-book.ts';
import { isContactNumber } from './contact-number.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { readRows } from './read-rows.ts';
import { whereText } from './value-lists.ts';

const CURSOR_MARK = 'accounts';

const CONTACTS = `from autotask_contact as contact where contact.tenant_id = autotask_account.tenant_id
  and contact.database_id = autotask_account.database_id and contact.account_id = autotask_account.id`;

interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly name_sort: string;
  readonly contacts: number | string;
}

/** One page of the accounts that contacts have, along the index of their names. */
export async function accountPage(knex: Knex, scope: BookScope, request: BookAccountRequest): Promise<BookAccountPage> {
  const { limit, after } = request;
  const query = accountsOf(knex, scope, request.q ?? '');
  if (after !== undefined) {
    const [, key, id] = readCursor(after, isPlace);
    query.whereRaw('(name_sort, cast(id as bigint)) > (?, cast(? as bigint))', [key, id]);
  }
  const rows = await readRows<AccountRow>(
    query
      .select('id', 'name', 'name_sort', knex.raw(`(select count(*) ${CONTACTS}) as contacts`))
      .orderByRaw('name_sort, cast(id as bigint)')
      .limit(limit + 1),
  );
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    accounts: rows.slice(0, limit).map(({ id, name, contacts }) => ({
      id: accountId(id),
      name,
      contacts: Number(contacts),
    })),
    next: last ? writeCursor([CURSOR_MARK, last.name_sort, last.id]) : null,
  };
}

function accountsOf(knex: Knex, { tenantId, databaseId, accounts }: BookScope, q: string): Knex.QueryBuilder {
  const query = knex('autotask_account')
    .where({ tenant_id: tenantId, database_id: databaseId })
    .whereRaw(`exists (select 1 ${CONTACTS})`);
  // A word holds letters and digits only, so nothing in it can be a wildcard.
  for (const word of new Set(words(q))) query.where('search_text', 'like', `% ${word}%`);
  return accounts === 'all' ? query : whereText(query, knex, 'name_key', accounts.map(comparable));
}

function isPlace(parts: readonly string[]): parts is readonly [string, string, string] {
  return parts.length === 3 && parts[0] === CURSOR_MARK && isContactNumber(parts[2] ?? '');
}
