import { setTimeout as wait } from 'node:timers/promises';
import type { Knex } from 'knex';
import { ConsoleMigrations } from '../../migrations/console/console-migrations.ts';
import type { DatabaseAddress } from './configuration-addresses.ts';
import { StartRefused } from './start-refused.ts';

const TABLE = 'console_migrations';
// Any number that no other program uses on the same PostgreSQL database.
const ADVISORY_LOCK = 7_283_164_501;
const TRIES = 100;
const PAUSE_MS = 100;

/**
 * Brings the console's tables up to date.
 *
 * Everything, knex's own lock row included, is one transaction: a process killed in the middle leaves no trace,
 * and no lock that somebody has to free by hand. Another node that migrates at the same moment is waited for.
 */
export async function migrateConsole(knex: Knex, engine: DatabaseAddress['engine']): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      await knex.transaction((transaction) => migrateInside(transaction, engine));
      return;
    } catch (error) {
      if (!isOtherNodeAtIt(error) || tried === TRIES) throw error;
      await wait(PAUSE_MS);
    }
  }
}

async function migrateInside(transaction: Knex.Transaction, engine: DatabaseAddress['engine']): Promise<void> {
  if (engine === 'postgres') await transaction.raw('select pg_advisory_xact_lock(?)', [ADVISORY_LOCK]);
  const source = new ConsoleMigrations();
  await refuseNewerTables(transaction, await source.getMigrations());
  await transaction.migrate.latest({ tableName: TABLE, migrationSource: source });
}

async function refuseNewerTables(transaction: Knex.Transaction, known: readonly string[]): Promise<void> {
  if (!(await transaction.schema.hasTable(TABLE))) return;
  const rows: readonly { name: string }[] = await transaction(TABLE).select('name').orderBy('id');
  const unknown = rows.find((row) => !known.includes(row.name));
  if (unknown) {
    throw new StartRefused(
      `DATABASE_URL names a database that a newer version has changed (${unknown.name}); ` +
        'start that version, or use another DATA_DIR or DATABASE_URL.',
    );
  }
}

function isOtherNodeAtIt(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'MigrationLocked' || ('code' in error && error.code === 'SQLITE_BUSY');
}
