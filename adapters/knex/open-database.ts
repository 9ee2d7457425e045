import knexFactory, { type Knex } from 'knex';
import type { Log } from '../../core/ports/log.ts';

/** Where the tables are: an address (`sqlite:<file>`, `sqlite::memory:`, `postgres://…`) or a driver's settings. */
export interface DatabaseConfig {
  readonly connection: string | Knex.StaticConnectionConfig;
  /** The knex client; told by the address unless it is given, so that another driver is one word. */
  readonly client?: string;
  /** Told what the driver has to say; otherwise it says nothing, least of all on standard output. */
  readonly log?: Log;
}

export interface OpenDatabase {
  readonly knex: Knex;
  /** Closes what was opened here; a knex that the host handed over stays open. */
  close(): Promise<void>;
}

interface SqliteConnection {
  // sqlite3 calls back; better-sqlite3 takes one argument and is done when it returns.
  exec(sql: string, done?: (error: Error | null) => void): unknown;
}

const SQLITE_PRAGMAS = `
  PRAGMA busy_timeout = 5000;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA foreign_keys = ON;
  PRAGMA wal_autocheckpoint = 8000; -- pages: some thousand contacts are committed without a wait for the disk
  PRAGMA cache_size = -16384; -- 16 MB: writing many rows at once is bound by it
`;

/** Opens the database, or takes the one that the host has open already. */
export function openDatabase(source: Knex | DatabaseConfig): OpenDatabase {
  if (typeof source === 'function') return { knex: source, close: () => Promise.resolve() };
  const knex = knexFactory(knexConfigOf(source));
  return { knex, close: () => knex.destroy() };
}

function knexConfigOf({ connection, client, log }: DatabaseConfig): Knex.Config {
  const driver = client ?? driverOf(connection);
  // Without compileSqlOnError: false every failed statement carries its rows' values in its message.
  const shared = { client: driver, compileSqlOnError: false, log: driverLog(log) };
  if (!driver.includes('sqlite')) return { ...shared, connection, pool: { min: 0, max: 10 } };
  return {
    ...shared,
    connection: typeof connection === 'string' ? { filename: connection.replace(/^sqlite:/, '') } : connection,
    useNullAsDefault: true,
    pool: {
      min: 1,
      max: 1,
      afterCreate: (opened: SqliteConnection, done: (error: Error | null) => void) => prepare(driver, opened, done),
    },
  };
}

function driverLog(log: Log | undefined): Knex.Logger {
  return {
    debug: () => undefined,
    deprecate: (method, alternative) => log?.debug({ method, alternative }, 'database driver: deprecated'),
    warn: (message: unknown) => log?.warn({ message }, 'database driver: warning'),
    error: (message: unknown) => log?.error({ message }, 'database driver: error'),
  };
}

function driverOf(connection: DatabaseConfig['connection']): string {
  const isSqlite = typeof connection === 'string' ? connection.startsWith('sqlite:') : 'filename' in connection;
  return isSqlite ? 'sqlite3' : 'pg';
}

function prepare(driver: string, opened: SqliteConnection, done: (error: Error | null) => void): void {
  if (driver === 'sqlite3') {
    opened.exec(SQLITE_PRAGMAS, done);
    return;
  }
  try {
    opened.exec(SQLITE_PRAGMAS);
    done(null);
  } catch (error) {
    done(error instanceof Error ? error : new Error('The pragmas could not be set', { cause: error }));
  }
}
