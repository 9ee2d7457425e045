import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import knexFactory, { type Knex } from 'knex';
import type { DatabaseAddress } from './configuration-addresses.ts';
import { StartRefused } from './start-refused.ts';

interface SqliteConnection {
  exec(sql: string, done: (error: Error | null) => void): void;
}

const SQLITE_PRAGMAS = `
  PRAGMA busy_timeout = 5000;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA foreign_keys = ON;
  PRAGMA wal_autocheckpoint = 8000; -- pages: some thousand contacts are committed without a wait for the disk
  PRAGMA cache_size = -16384; -- 16 MB: writing many rows at once is bound by it
`;

/** The only place that knows the engines' drivers. */
export async function openDatabase(address: DatabaseAddress, log: FastifyBaseLogger): Promise<Knex> {
  const shared: Knex.Config = {
    // Without this every failed statement carries the row's values in its message.
    compileSqlOnError: false,
    log: {
      warn: (message: unknown) => log.debug({ message }, 'database driver warning'),
      error: (message: unknown) => log.error({ message }, 'database driver error'),
      deprecate: (message: unknown) => log.debug({ message }, 'database driver deprecation'),
      debug: (message: unknown) => log.trace({ message }, 'database driver'),
    },
  };
  if (address.engine === 'postgres') {
    const connection = { connectionString: address.url, application_name: 'stand-in console' };
    return knexFactory({ ...shared, client: 'pg', connection, pool: { min: 0, max: 10 } });
  }
  if (address.file !== ':memory:') await makeDirectoryOf(address.file);
  return knexFactory({
    ...shared,
    client: 'sqlite3',
    connection: { filename: address.file },
    useNullAsDefault: true,
    pool: {
      min: 1,
      max: 1,
      afterCreate: (connection: SqliteConnection, done: (error: Error | null) => void) => {
        connection.exec(SQLITE_PRAGMAS, done);
      },
    },
  });
}

/** The first connection; a driver's message may hold the password of the address, so only its code is told. */
export async function reachDatabase(knex: Knex): Promise<void> {
  try {
    await knex.raw('select 1');
  } catch (error) {
    throw unopened(error);
  }
}

async function makeDirectoryOf(file: string): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw unopened(error);
  }
}

function unopened(cause: unknown): StartRefused {
  const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
  return new StartRefused(`DATABASE_URL must name a database that can be opened; this one can not${code}.`, { cause });
}

/** Whether a write broke a unique key, in either engine's words. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return error.code === '23505' || (error.code === 'SQLITE_CONSTRAINT' && error.message.includes('UNIQUE'));
}
