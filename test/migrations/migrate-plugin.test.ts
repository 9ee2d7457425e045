import type { Knex } from 'knex';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migratePlugin } from '../../adapters/knex/migrate-plugin.ts';
import { PluginMigrations } from '../../migrations/plugin/plugin-migrations.ts';
import { ENGINES } from '../support/databases.ts';
import { type EmptyDatabase, emptyDatabase } from './migration-databases.ts';

const SOURCE = { tableName: 'autotask_migrations', migrationSource: new PluginMigrations() };

async function migrated(knex: Knex): Promise<readonly string[]> {
  const rows: readonly { name: string }[] = await knex(SOURCE.tableName).select('name').orderBy('id');
  return rows.map(({ name }) => name);
}

describe.each(ENGINES)('migratePlugin on %s', (engine) => {
  let database: EmptyDatabase;
  let knex: Knex;
  beforeEach(async () => {
    database = await emptyDatabase(engine);
    knex = database.connect();
  });
  afterEach(() => database.dispose());

  it('makes every table, and nothing the second time', async () => {
    await migratePlugin(knex);
    await migratePlugin(knex);
    expect(await migrated(knex)).toEqual(await SOURCE.migrationSource.getMigrations());
    expect(await knex('autotask_contact').count({ rows: '*' })).toHaveLength(1);
  });

  it('lets several nodes start at once, on a new database and on a migrated one', async () => {
    const nodes = [knex, database.connect(), database.connect(), database.connect()];
    for (let start = 0; start < 2; start += 1) {
      await Promise.all(nodes.map((node) => migratePlugin(node)));
      for (const node of nodes) {
        expect(await migrated(node)).toEqual(await SOURCE.migrationSource.getMigrations());
      }
    }
  });

  it('gives every table the prefix of the plugin', async () => {
    await migratePlugin(knex);
    const tables: readonly { name: string }[] =
      engine === 'sqlite'
        ? await knex('sqlite_master').select('name').where({ type: 'table' }).whereNot('name', 'like', 'sqlite_%')
        : await knex('pg_tables').select('tablename as name').where({ schemaname: 'public' });
    expect(tables.length).toBeGreaterThan(5);
    expect(tables.map(({ name }) => name).filter((name) => !name.startsWith('autotask_'))).toEqual([]);
  });

  it('refuses a database that a newer version has changed, and leaves it as it is', async () => {
    await migratePlugin(knex);
    await knex(SOURCE.tableName).insert({ name: '9999_future', batch: 9, migration_time: new Date() });
    await expect(migratePlugin(knex)).rejects.toMatchObject({
      code: 'newer_schema',
      safeDetail: expect.stringContaining('9999_future') as string,
    });
    expect((await migrated(knex)).at(-1)).toBe('9999_future');
  });

  it('leaves no trace of a migration that breaks off, and goes on the next time', async () => {
    await knex.schema.createTable('autotask_run_item', (table) => table.text('in_the_way'));
    await expect(migratePlugin(knex)).rejects.toThrow(/autotask_run_item/);
    expect(await knex.schema.hasTable('autotask_contact')).toBe(false);
    expect(await knex.schema.hasTable(SOURCE.tableName)).toBe(false);
    await knex.schema.dropTable('autotask_run_item');
    await migratePlugin(knex);
    expect(await migrated(knex)).toEqual(await SOURCE.migrationSource.getMigrations());
  });

  it('lets the runs of an earlier version wait since they were written down, with items that say nothing new', async () => {
    for (const name of ['0001_connection', '0002_contact_book', '0003_runs', '0004_incremental_refresh']) {
      await knex.migrate.up({ ...SOURCE, name });
    }
    await fillTables(knex);
    await migratePlugin(knex);
    expect(await knex('autotask_run').pluck('queued_at')).toEqual(['2026-11-24T09:00:00.000Z']);
    expect(await knex('autotask_run_item').select('seen', 'intent')).toEqual([{ seen: '', intent: null }]);
  });

  it('finds the contacts of an earlier version by their words', async () => {
    for (const name of ['0001_connection', '0002_contact_book', '0003_runs']) {
      await knex.migrate.up({ ...SOURCE, name });
    }
    await fillTables(knex);
    await migratePlugin(knex);
    expect(await knex('autotask_contact_word').orderBy('word').pluck('word')).toEqual(['ada', 'lovelace']);
    await knex.migrate.down({ ...SOURCE, name: '0006_look_ups' });
    expect(await knex.schema.hasTable('autotask_contact_word')).toBe(false);
    await migratePlugin(knex);
    expect(await knex('autotask_contact_word').pluck('id')).toHaveLength(2);
  });

  it('lets the contacts of an earlier version show what was chosen for them', async () => {
    const { migrationSource } = SOURCE;
    for (const name of (await migrationSource.getMigrations()).filter((each) => each < '0008')) {
      await knex.migrate.up({ ...SOURCE, name });
    }
    await fillTables(knex);
    await knex('autotask_contact').update({ destination_id: 'd-1' });
    await migratePlugin(knex);
    const shown = () => knex('autotask_contact').select('shown_destination_id', 'shown_package_id', 'user_company_key');
    expect(await shown()).toEqual([{ shown_destination_id: 'd-1', shown_package_id: '', user_company_key: null }]);
    await knex.migrate.down({ ...SOURCE, name: '0008_shown_assignments' });
    expect(await knex.schema.hasColumn('autotask_contact', 'shown_destination_id')).toBe(false);
    expect(await knex('autotask_contact').pluck('destination_id')).toEqual(['d-1']);
  });

  it('counts what the books of an earlier version hold, and keeps their runs', async () => {
    for (const name of ['0001_connection', '0002_contact_book', '0003_runs']) {
      await knex.migrate.up({ ...SOURCE, name });
    }
    for (const database_id of ['4711', '4712']) await knex('autotask_book').insert({ tenant_id: 'msp-1', database_id });
    await fillTables(knex);
    await migratePlugin(knex);
    const counted = await knex('autotask_book').select('contacts', 'accounts', 'compared_at').orderBy('database_id');
    expect(counted).toEqual([
      { contacts: 1, accounts: 0, compared_at: null },
      { contacts: 0, accounts: 0, compared_at: null },
    ]);
    expect(await knex('autotask_run').where({ is_released: false }).whereNull('mode').pluck('requested_by')).toEqual([
      'Grace',
    ]);
  });

  it('keeps the connection when later tables come, go and come again', async () => {
    const connection = {
      tenant_id: 'msp-1',
      state: 'connected',
      has_password: true,
      contacts_access: 'all',
      accounts_access: 'all',
    };
    await knex.migrate.up({ ...SOURCE, name: '0001_connection' });
    await knex('autotask_connection').insert(connection);
    for (let round = 0; round < 2; round += 1) {
      await migratePlugin(knex);
      await fillTables(knex);
      await knex.migrate.down({ ...SOURCE, name: '0005_turns_and_intents' });
      expect(await knex.schema.hasColumn('autotask_run', 'queued_at')).toBe(false);
      expect(await knex.schema.hasColumn('autotask_run_item', 'intent')).toBe(false);
      expect(await knex('autotask_run_item').pluck('last_name')).toEqual(['Lovelace']);
      await knex.migrate.down({ ...SOURCE, name: '0004_incremental_refresh' });
      expect(await knex.schema.hasTable('autotask_call')).toBe(false);
      expect(await knex.schema.hasColumn('autotask_run', 'mode')).toBe(false);
      expect(await knex('autotask_run').pluck('requested_by')).toEqual(['Grace']);
      await knex.migrate.down({ ...SOURCE, name: '0003_runs' });
      expect(await knex.schema.hasTable('autotask_run')).toBe(false);
      expect(await knex('autotask_contact').pluck('last_name')).toEqual(['Lovelace']);
      await knex.migrate.down({ ...SOURCE, name: '0002_contact_book' });
      expect(await knex.schema.hasTable('autotask_contact')).toBe(false);
      expect(await knex('autotask_connection').pluck('tenant_id')).toEqual(['msp-1']);
    }
    await knex.migrate.down({ ...SOURCE, name: '0001_connection' });
    expect(await knex.schema.hasTable('autotask_connection')).toBe(false);
  });
});

async function fillTables(knex: Knex): Promise<void> {
  const book = { tenant_id: 'msp-1', database_id: '4711' };
  const names = {
    first_name: 'Ada',
    last_name: 'Lovelace',
    email: 'ada@engines.example',
    account_id: '100',
    account: 'E',
  };
  await knex('autotask_contact').insert({
    ...book,
    ...names,
    id: '1',
    is_active_itself: true,
    is_active: true,
    email_key: 'ada@engines.example',
    first_name_sort: 'ada',
    last_name_sort: 'lovelace',
    email_sort: 'ada@engines.example',
    account_sort: 'e',
    account_key: 'E',
    search_text: ' ada lovelace',
  });
  const run = { tenant_id: 'msp-1', run_id: 'run-1' };
  await knex('autotask_run').insert({
    tenant_id: 'msp-1',
    id: 'run-1',
    kind: 'import',
    state: 'done',
    sends_instructions: false,
    requested_by: 'Grace',
    created_at: '2026-11-24T09:00:00.000Z',
  });
  await knex('autotask_run_item').insert({
    ...run,
    ...names,
    position: 1,
    contact_id: '1',
    is_active: true,
    is_gone: false,
    rivals: 1,
  });
}
