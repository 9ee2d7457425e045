import type { Knex } from 'knex';
import type { BookKey } from '../../core/domain/scope.ts';
import type { BookState } from '../../core/ports/contact-book.ts';
import type { SourceEntity } from '../../core/ports/contact-source.ts';
import { readRows } from './read-rows.ts';
import { ENTITY_TABLES } from './staged-generation.ts';

const UNKNOWN: BookState = { contacts: 0, accounts: 0, watermarks: null, comparedAt: null };

interface StateRow {
  readonly contacts: number;
  readonly accounts: number;
  readonly contacts_watermark: string | null;
  readonly accounts_watermark: string | null;
  readonly compared_at: string | null;
}

export async function readBookState(knex: Knex, key: BookKey): Promise<BookState> {
  const [row] = await readRows<StateRow>(rowsOfBook(knex, 'autotask_book', key));
  if (row === undefined) return UNKNOWN;
  const { contacts_watermark: contacts, accounts_watermark: accounts } = row;
  return {
    contacts: row.contacts,
    accounts: row.accounts,
    watermarks: contacts === null || accounts === null ? null : { contacts, accounts },
    comparedAt: row.compared_at,
  };
}

/**
 * Walks along the key from one boundary to the next, so that each row is passed once; contacts that are gone are few
 * and count as well, because only the key's index holds nothing else.
 */
export async function readBoundaries(
  knex: Knex,
  key: BookKey,
  entity: SourceEntity,
  shares: number,
): Promise<readonly string[]> {
  const rows = () => rowsOfBook(knex, ENTITY_TABLES[entity].present, key);
  const id = numberOf(entity);
  const [counted] = await readRows<{ readonly rows: number | string }>(rows().count({ rows: '*' }));
  const boundaries: string[] = [];
  let [passed, last] = [0, '-1'];
  for (const end of endsOfShares(Number(counted?.rows ?? 0), shares)) {
    const next = rows()
      .select(knex.raw('cast(id as text) as boundary'))
      .whereRaw(`${id} > cast(? as bigint)`, [last])
      .orderByRaw(id)
      .offset(end - passed - 1)
      .limit(1);
    const [row] = await readRows<{ readonly boundary: string }>(next);
    if (row === undefined) break;
    [passed, last] = [end, row.boundary];
    boundaries.push(last);
  }
  return boundaries;
}

/** The highest id of those that are in the list. */
export async function readLastId(knex: Knex, key: BookKey, entity: SourceEntity): Promise<string | null> {
  const { present, isInList } = ENTITY_TABLES[entity];
  const [row] = await readRows<{ readonly last: string }>(
    rowsOfBook(knex, `${present} as present`, key)
      .whereRaw(isInList)
      .select(knex.raw('cast(id as text) as last'))
      .orderByRaw(`${numberOf(entity)} desc`)
      .limit(1),
  );
  return row?.last ?? null;
}

/** Accounts have their numbers as texts. */
function numberOf(entity: SourceEntity): string {
  return entity === 'contacts' ? 'id' : 'cast(id as bigint)';
}

/** How many rows there are up to the end of each share but the last. */
function endsOfShares(rows: number, shares: number): readonly number[] {
  const ends = Array.from({ length: shares - 1 }, (_, share) => Math.floor((rows * (share + 1)) / shares));
  return [...new Set(ends)].filter((end) => end > 0);
}

function rowsOfBook(knex: Knex, table: string, { tenantId, databaseId }: BookKey): Knex.QueryBuilder {
  return knex(table).where({ tenant_id: tenantId, database_id: databaseId });
}
