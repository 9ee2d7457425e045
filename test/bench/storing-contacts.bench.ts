import { join } from 'node:path';
import knexFactory, { type Knex } from 'knex';
import { wire } from '../../adapters/container.ts';
import { migratePlugin } from '../../adapters/knex/migrate-plugin.ts';
import { MemoryPackages } from '../../adapters/memory/memory-packages.ts';
import { MemoryStorageDestinations } from '../../adapters/memory/memory-storage-destinations.ts';
import { MemoryUserRepository } from '../../adapters/memory/memory-user-repository.ts';
import { accountId, contactId, databaseId, tenantId } from '../../core/domain/ids.ts';
import type { ContactSource, SourceAccount, SourceContact } from '../../core/ports/contact-source.ts';
import { removeDirectory, temporaryDirectory } from '../support/console-process.ts';
import { type Measured, millisecondsOf } from './measure.ts';

const CONTACTS = 50_000;
const ACCOUNTS = 2500;
const PAGE = 500;
const TARGET = 0.5;
const TENANT = tenantId('bench');
const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** Rows per second of a refresh, beside bare knex writing the same rows into the same table in 500-row upserts. */
export async function storingContacts(): Promise<Measured> {
  const directory = await temporaryDirectory();
  const storageDestinations = new MemoryStorageDestinations();
  const packages = new MemoryPackages();
  const wiring = wire({
    database: { connection: `sqlite:${join(directory, 'refresh.sqlite')}` },
    secretKeys: ['a key that is long enough'],
    autotask: { url: 'https://webservices.autotask.net/ATServicesRest/', integrationCode: 'none' },
    log: SILENT,
    ports: {
      source: source(),
      users: new MemoryUserRepository({ destinations: storageDestinations, packages }),
      storageDestinations,
      packages,
    },
  });
  const bare = openBare(join(directory, 'bare.sqlite'));
  try {
    await migratePlugin(wiring.database.knex);
    await migratePlugin(bare);
    const refresh = await millisecondsOf(() => runRefresh(wiring));
    const rows = await wiring.database.knex<Record<string, unknown>>('autotask_contact').select('*');
    if (rows.length !== CONTACTS) throw new Error(`The refresh stored ${rows.length} of ${CONTACTS} contacts`);
    const upserts = await millisecondsOf(() => upsertAll(bare, rows));
    const ratio = upserts / refresh;
    return {
      name: `${CONTACTS} contacts: rows per second of a refresh / of bare upserts`,
      target: `>= ${TARGET}`,
      ratio,
      isMet: ratio >= TARGET,
      detail: `${perSecond(refresh)} / ${perSecond(upserts)} rows/s`,
    };
  } finally {
    await wiring.close();
    await bare.destroy();
    await removeDirectory(directory);
  }
}

async function runRefresh({ ports, useCases }: ReturnType<typeof wire>): Promise<void> {
  const credentials = { username: 'bench', password: 'bench', integrationCode: null };
  const { signal } = new AbortController();
  await useCases.saveConnection.run(TENANT, credentials, 'bench', signal);
  await useCases.startRefresh.run(TENANT, { requestedBy: 'bench', idempotencyKey: null, fingerprint: '' });
  const claimed = await ports.runs.claim({ leaseMs: 60_000 });
  if (claimed === null) throw new Error('There is no run to work on');
  await useCases.carryOutRun.run(claimed, signal);
}

async function upsertAll(knex: Knex, rows: readonly Record<string, unknown>[]): Promise<void> {
  for (let start = 0; start < rows.length; start += PAGE) {
    await knex('autotask_contact')
      .insert(rows.slice(start, start + PAGE))
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

/** Contacts out of nothing, so that only the storing takes time. */
function source(): ContactSource {
  return {
    check: async () => ({
      zone: 'bench',
      databaseId: databaseId('1'),
      access: { contacts: 'all', accounts: 'all' },
    }),
    counts: async () => ({ contacts: CONTACTS, accounts: ACCOUNTS }),
    contacts: () => pages(CONTACTS, contactAt),
    accounts: () => pages(ACCOUNTS, accountAt),
  };
}

async function* pages<Row>(count: number, rowAt: (index: number) => Row): AsyncGenerator<readonly Row[]> {
  for (let start = 0; start < count; start += PAGE) {
    yield Array.from({ length: Math.min(PAGE, count - start) }, (_, index) => rowAt(start + index));
  }
}

function contactAt(index: number): SourceContact {
  return {
    id: contactId(String(30_000_000 + index * 7)),
    firstName: `Jürgen ${index % 997}`,
    lastName: `Ó Briain-${index % 9973}`,
    email: `person.${index}@account-${index % ACCOUNTS}.example`,
    accountId: accountId(String(index % ACCOUNTS)),
    isActive: index % 20 !== 0,
  };
}

function accountAt(index: number): SourceAccount {
  return { id: accountId(String(index)), name: `Bäckerei Account ${index}`, isActive: index % 50 !== 1 };
}

function perSecond(milliseconds: number): string {
  return Math.round((CONTACTS / milliseconds) * 1000).toLocaleString('en');
}
