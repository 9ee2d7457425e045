import { join } from 'node:path';
import knexFactory, { type Knex } from 'knex';
import { migratePlugin } from '../../adapters/knex/migrate-plugin.ts';
import { removeDirectory, temporaryDirectory } from '../support/console-process.ts';
import { generatedSource } from './generated-source.ts';
import { atLeast, grouped, type Measured, millisecondsOf } from './measure.ts';
import { openPlugin } from './plugin-on-disk.ts';

const CONTACTS = 50_000;
const ACCOUNTS = 2500;
const CHUNK = 500;
const TARGET = 0.5;

type StoredRow = Record<string, unknown>;

/** Rows per second of a refresh, beside bare knex writing the same rows into the same table in 500-row upserts. */
export async function storingContacts(): Promise<readonly Measured[]> {
  const { refresh, rows } = await refreshed();
  const upserts = await upsertedBare(rows);
  return [
    atLeast(TARGET, {
      name: `${grouped(CONTACTS)} contacts: rows per second of a refresh / of bare upserts`,
      ratio: upserts / refresh,
      detail: `${perSecond(refresh)} / ${perSecond(upserts)} rows/s`,
    }),
  ];
}

async function refreshed(): Promise<{ readonly refresh: number; readonly rows: readonly StoredRow[] }> {
  const plugin = await openPlugin({
    source: generatedSource({ contacts: CONTACTS, accounts: ACCOUNTS }),
    credentials: { username: 'bench', password: 'bench', integrationCode: null },
  });
  try {
    const refresh = await millisecondsOf(() => plugin.refresh('full'));
    const rows = await plugin.knex<StoredRow>('autotask_contact').select('*');
    if (rows.length !== CONTACTS) throw new Error(`The refresh stored ${rows.length} of ${CONTACTS} contacts`);
    return { refresh, rows };
  } finally {
    await plugin.close();
  }
}

async function upsertedBare(rows: readonly StoredRow[]): Promise<number> {
  const directory = await temporaryDirectory();
  const bare = openBare(join(directory, 'bare.sqlite'));
  try {
    await migratePlugin(bare);
    return await millisecondsOf(() => upsertAll(bare, rows));
  } finally {
    await bare.destroy();
    await removeDirectory(directory);
  }
}

async function upsertAll(knex: Knex, rows: readonly StoredRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK) {
    await knex('autotask_contact')
      .insert(rows.slice(start, start + CHUNK))
      .onConflict(['tenant_id', 'database_id', 'id'])
      .merge();
  }
}

function openBare(filename: string): Knex {
  return knexFactory({
    client: 'sqlite3',
    connection: { filename },
    useNullAsDefault: true,
    compileSqlOnError: false,
    pool: {
      min: 1,
      max: 1,
      afterCreate: (opened: { exec(sql: string, done: (error: Error | null) => void): void }, done: () => void) =>
        opened.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON', done),
    },
  });
}

function perSecond(milliseconds: number): string {
  return grouped((CONTACTS / milliseconds) * 1000);
}
