import { randomUUID } from 'node:crypto';
import knexFactory, { type Knex } from 'knex';
import { inject } from 'vitest';
import { openDatabase as openConfigured } from '../../adapters/knex/open-database.ts';
import { ConsoleMigrations } from '../../migrations/console/console-migrations.ts';
import { PluginMigrations } from '../../migrations/plugin/plugin-migrations.ts';

/** The engines that every store is tested on. */
export const ENGINES = ['sqlite', 'postgres'] as const;
export type Engine = (typeof ENGINES)[number];

export interface TestDatabase {
  readonly knex: Knex;
  /** What to connect to for a second connection, as another process would; in memory there is none. */
  readonly url: string | null;
  dispose(): Promise<void>;
}

/** Opens a new database that nobody else uses, with all tables of the plugin and of the stand-in console. */
export function openDatabase(engine: Engine): Promise<TestDatabase> {
  return engine === 'sqlite' ? openSqlite() : openPostgres();
}

/** Opens a new database without any table. */
export async function openEmptyDatabase(engine: Engine): Promise<TestDatabase> {
  if (engine === 'sqlite') return connectSqlite();
  const name = newName();
  await administer('create database ??', [name]);
  return connectPostgres(name);
}

async function openSqlite(): Promise<TestDatabase> {
  const database = connectSqlite();
  await migrate(database.knex);
  return database;
}

async function openPostgres(): Promise<TestDatabase> {
  const name = newName();
  await administer('create database ?? template ??', [name, await migratedTemplate()]);
  return connectPostgres(name);
}

function connectSqlite(): TestDatabase {
  const { knex } = openConfigured({ connection: 'sqlite::memory:' });
  return { knex, url: null, dispose: () => knex.destroy() };
}

function connectPostgres(name: string): TestDatabase {
  const url = `${inject('postgresUrl')}/${name}`;
  const { knex } = openConfigured({ connection: url });
  return {
    knex,
    url,
    async dispose() {
      await knex.destroy();
      await administer('drop database ?? with (force)', [name]);
    },
  };
}

let template: Promise<string> | undefined;

/** Copying a migrated database is quicker than migrating each; one per test file. */
function migratedTemplate(): Promise<string> {
  template ??= (async () => {
    const name = newName();
    await administer('create database ??', [name]);
    const { knex } = openConfigured({ connection: `${inject('postgresUrl')}/${name}` });
    await migrate(knex);
    await knex.destroy();
    return name;
  })();
  return template;
}

async function migrate(knex: Knex): Promise<void> {
  await knex.migrate.latest({ tableName: 'autotask_migrations', migrationSource: new PluginMigrations() });
  await knex.migrate.latest({ tableName: 'console_migrations', migrationSource: new ConsoleMigrations() });
}

function newName(): string {
  return `test_${randomUUID().replaceAll('-', '')}`;
}

async function administer(statement: string, names: readonly string[]): Promise<void> {
  const server = knexFactory({
    client: 'pg',
    connection: `${inject('postgresUrl')}/postgres`,
    pool: { min: 0, max: 1 },
  });
  try {
    await server.raw(statement, [...names]);
  } finally {
    await server.destroy();
  }
}
