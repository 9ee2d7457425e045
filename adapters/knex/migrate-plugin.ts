import { setTimeout as wait } from 'node:timers/promises';
import type { Knex } from 'knex';
import { NewerSchema } from '../../core/ports/errors.ts';
import { PluginMigrations } from '../../migrations/plugin/plugin-migrations.ts';
import { dialectOf } from './dialect.ts';
import { driverCode } from './driver-failure.ts';

const TABLE = 'autotask_migrations';
const TRIES = 100;
const PAUSE_MS = 100;

/**
 * Brings the plugin's tables up to date; several nodes may do so at once.
 *
 * Everything, knex's own lock row included, is one transaction: a process killed in the middle leaves no trace,
 * and no lock that somebody has to free by hand. Another node that migrates at the same moment is waited for.
 *
 * @throws `newer_schema`
 */
export async function migratePlugin(knex: Knex): Promise<void> {
  const dialect = dialectOf(knex);
  for (let tried = 1; ; tried += 1) {
    try {
      await knex.transaction(async (transaction) => {
        await dialect.lockForMigration(transaction);
        await migrateInside(transaction);
      });
      return;
    } catch (error) {
      if (!isOtherNodeAtIt(error) || tried === TRIES) throw error;
      await wait(PAUSE_MS);
    }
  }
}

async function migrateInside(transaction: Knex.Transaction): Promise<void> {
  const migrationSource = new PluginMigrations();
  await refuseNewerTables(transaction, await migrationSource.getMigrations());
  await transaction.migrate.latest({ tableName: TABLE, migrationSource });
}

async function refuseNewerTables(transaction: Knex.Transaction, known: readonly string[]): Promise<void> {
  if (!(await transaction.schema.hasTable(TABLE))) return;
  const rows: readonly { name: string }[] = await transaction(TABLE).select('name').orderBy('id');
  const unknown = rows.find(({ name }) => !known.includes(name));
  if (unknown === undefined) return;
  throw new NewerSchema(`A newer version of the plugin has changed the database (${unknown.name}); run that version.`);
}

function isOtherNodeAtIt(error: unknown): boolean {
  return (error instanceof Error && error.name === 'MigrationLocked') || driverCode(error).startsWith('SQLITE_BUSY');
}
