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

/** Opens a database that nobody else uses and that is as new, with all tables of the plugin and of the stand-in console. */
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

/** Databases that tests of this file are done with: emptying one takes a tenth of the time of copying one. */
const emptied: string[] = [];

async function openPostgres(): Promise<TestDatabase> {
  const name = emptied.pop() ?? (await copyTemplate());
  const database = connectPostgres(name);
  return {
    ...database,
    async dispose() {
      await database.knex.destroy();
      if (await emptyAgain(name)) emptied.push(name);
      else await administer('drop database ?? with (force)', [name]);
    },
  };
}

async function copyTemplate(): Promise<string> {
  const name = newName();
  await administer('create database ?? template ??', [name, (await migratedTemplate()).name]);
  return name;
}

const DELETE_ALL_ROWS = `
  do $$ declare name text; begin
    perform set_config('session_replication_role', 'replica', true); -- no foreign keys meanwhile
    for name in select tablename from pg_tables where schemaname = 'public' and tablename not like '%migrations%' loop
      execute format('delete from %I', name);
    end loop;
  end $$`;

const SCHEMA_IMAGE = `
  select md5(string_agg(relname || coalesce(attname, '') || coalesce(attisdropped::text, ''), ',' order by relation.oid, attnum))
    || (select count(*) from pg_trigger) || '/' || (select count(*) from pg_proc) as image
  from pg_class relation left join pg_attribute on attrelid = relation.oid
  where relnamespace = 'public'::regnamespace`;

/** Says whether the database is as new; it is not when a test changed its tables. */
async function emptyAgain(name: string): Promise<boolean> {
  const { knex } = connectPostgres(name);
  try {
    if ((await schemaImage(knex)) !== (await migratedTemplate()).schemaImage) return false;
    await knex.raw(DELETE_ALL_ROWS);
    return true;
  } finally {
    await knex.destroy();
  }
}

async function schemaImage(knex: Knex): Promise<string> {
  const { rows } = await knex.raw<{ rows: readonly { image: string }[] }>(SCHEMA_IMAGE);
  return rows[0]?.image ?? '';
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

interface Template {
  readonly name: string;
  readonly schemaImage: string;
}

let template: Promise<Template> | undefined;

/** Copying a migrated database is quicker than migrating each; one per test file. */
function migratedTemplate(): Promise<Template> {
  template ??= (async () => {
    const name = newName();
    await administer('create database ??', [name]);
    const { knex } = openConfigured({ connection: `${inject('postgresUrl')}/${name}` });
    await migrate(knex);
    const image = await schemaImage(knex);
    await knex.destroy();
    return { name, schemaImage: image };
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
