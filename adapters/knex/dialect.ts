import type { Knex } from 'knex';

export type ColumnType = 'text' | 'bigint' | 'boolean' | 'double';

/** Names the columns that a JSON parameter's objects carry, with their types. */
export type Columns = Readonly<Record<string, ColumnType>>;

/** What the engines say differently; chosen once per store, so that no store asks which engine it has. */
export interface Dialect {
  /**
   * SQL of a table made of one parameter: a JSON array of objects.
   *
   * One parameter, because many rows as many parameters cost more than half of the speed, and SQLite refuses
   * more than 500 rows of them (measured: json_each 1.7 times as fast as the query builder's inserts).
   */
  rowsFrom(columns: Columns, alias: string): string;
  /** SQL of a table made of one parameter, a JSON array of texts: its one column is `value`. */
  listFrom(type: ColumnType, alias: string): string;
  /** SQL of whether something is among the ids of a query, its one binding, that are gathered once. */
  readonly isAmong: string;
  /** Where more ids are among which, a walk along the index of the sort meets them sooner. */
  readonly mostGathered: number;
  /** Many rows of a query with the columns that are named, in the query's order. */
  readMany(knex: Knex, query: Knex.QueryBuilder, columns: readonly string[]): Promise<readonly unknown[]>;
  /** The rows of a raw statement's answer. */
  rowsOf(answer: unknown): readonly unknown[];
  /** How many rows the raw statement before this has changed, which was answered so. */
  changedBy(transaction: Knex.Transaction, answer: unknown): Promise<number>;
  /** Takes the lock for writing at once: a read lock that is to become one later may be refused for good. */
  beginWriting(transaction: Knex.Transaction, table: string): Promise<void>;
  /** Prepares a transaction for statements that join whole books. */
  beginBulk(transaction: Knex.Transaction): Promise<void>;
  /** Carries out a statement that writes rows of a table, at most so many, and perhaps its first ones. */
  fill(
    transaction: Knex.Transaction,
    filled: { readonly table: string; readonly rows: number },
    statement: () => Promise<unknown>,
  ): Promise<void>;
  /** Lets the engine know of the many rows that were written, within the transaction. */
  endBulk(transaction: Knex.Transaction, tables: readonly string[]): Promise<void>;
  /** Lets one migrator of the plugin's tables at a time go on; a file has but one writer anyway. */
  lockForMigration(transaction: Knex.Transaction): Promise<void>;
}

// Any number that no other program uses on the same PostgreSQL database.
const MIGRATION_LOCK = 7_283_164_502;

// Fewer are written before their indexes could be made.
const MANY_ROWS = 20_000;

const SQLITE: Dialect = {
  isAmong: 'in ?',
  mostGathered: 6000,
  rowsFrom(columns, alias) {
    const fields = Object.keys(columns).map((name) => `json_extract(value, '$.${name}') as ${name}`);
    return `(select ${fields.join(', ')} from json_each(?)) as ${alias}`;
  },
  listFrom(_type, alias) {
    return `json_each(?) as ${alias}`;
  },
  // As one text: the driver takes longer to hand 2,000 contacts over than the engine to find them (measured: 2.2 times
  // as fast).
  async readMany(knex, query, columns) {
    const fields = columns.map((name) => `'${name}', ${name}`).join(', ');
    const packed = knex.select(knex.raw(`json_group_array(json_object(${fields})) as packed`)).from(query.as('chosen'));
    const [row] = (await packed) as readonly { readonly packed: string }[];
    return JSON.parse(row?.packed ?? '[]') as readonly unknown[];
  },
  rowsOf(answer) {
    return Array.isArray(answer) ? (answer as readonly unknown[]) : [];
  },
  // To have the rows themselves returned costs more than to change them.
  async changedBy(transaction) {
    const [row] = await transaction.select<{ readonly rows: number }[]>(transaction.raw('changes() as rows'));
    return row?.rows ?? 0;
  },
  async beginWriting(transaction, table) {
    // Any writing statement will do, even one that changes no row.
    await transaction.raw('delete from ?? where false', [table]);
  },
  async beginBulk() {
    // Joins along the keys, whatever the number of rows.
  },
  // An index that is made of all rows at once is written in its own order. Row by row it is written at random places,
  // which takes longer per row the more there are (measured: twice as long at a million as at 100,000).
  async fill(transaction, { table, rows }, statement) {
    const isEmpty = rows >= MANY_ROWS && (await transaction(table).select(transaction.raw('1')).limit(1)).length === 0;
    const indexes = isEmpty ? await indexesOf(transaction, table) : [];
    for (const { name } of indexes) await transaction.raw('drop index ??', [name]);
    await statement();
    for (const { sql } of indexes) await transaction.raw(sql);
  },
  async endBulk() {
    // Keeps no statistics by itself, and the indexes are made to do without.
  },
  async lockForMigration() {
    // The first statement that writes takes the file's only lock.
  },
};

interface SqliteIndex {
  readonly name: string;
  readonly sql: string;
}

/** The indexes that were made by statements of their own; those of a table's keys have none. */
async function indexesOf(transaction: Knex.Transaction, table: string): Promise<readonly SqliteIndex[]> {
  return await transaction('sqlite_master')
    .select<SqliteIndex[]>('name', 'sql')
    .where({ type: 'index', tbl_name: table })
    .whereNotNull('sql');
}

const POSTGRES_TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'text',
  bigint: 'bigint',
  boolean: 'boolean',
  double: 'double precision',
};

const POSTGRES: Dialect = {
  // As a query, the planner may go through it again for each row while it takes it for a single id (measured: 1 s for
  // 2,000 ids among 6,500 contacts).
  isAmong: '= any(array?)',
  // 5,000 of 100,000 contacts are sorted in 9 ms, and the first 50 of them met in 2 ms (measured).
  mostGathered: 3000,
  async readMany(_knex, query) {
    const rows: unknown = await query;
    return rows as readonly unknown[];
  },
  rowsFrom(columns, alias) {
    const fields = Object.entries(columns).map(([name, type]) => `${name} ${POSTGRES_TYPES[type]}`);
    return `jsonb_to_recordset(?::jsonb) as ${alias}(${fields.join(', ')})`;
  },
  listFrom(type, alias) {
    const value = `value::${POSTGRES_TYPES[type]} as value`;
    return `(select ${value} from jsonb_array_elements_text(?::jsonb)) as ${alias}`;
  },
  rowsOf(answer) {
    const isResult = typeof answer === 'object' && answer !== null && 'rows' in answer;
    return isResult && Array.isArray(answer.rows) ? (answer.rows as readonly unknown[]) : [];
  },
  async changedBy(_transaction, answer) {
    const isResult = typeof answer === 'object' && answer !== null && 'rowCount' in answer;
    return isResult && typeof answer.rowCount === 'number' ? answer.rowCount : 0;
  },
  async beginWriting() {
    // Rows are locked one by one.
  },
  async beginBulk(transaction) {
    // A book fills its tables in one go, before there are statistics: the planner takes it for a single row and
    // goes through the other table for each contact (measured: 4 s for 2,500 contacts, by the square of their number).
    await transaction.raw('set local enable_nestloop = off');
  },
  async fill(_transaction, _filled, statement) {
    await statement();
  },
  async endBulk(transaction, tables) {
    for (const table of tables) await transaction.raw('analyze ??', [table]);
  },
  async lockForMigration(transaction) {
    await transaction.raw('select pg_advisory_xact_lock(?)', [MIGRATION_LOCK]);
  },
};

export function dialectOf(knex: Knex): Dialect {
  const { dialect: name } = knex.client as { readonly dialect: unknown };
  return name === 'postgresql' ? POSTGRES : SQLITE;
}
