import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../adapters/knex/open-database.ts';
import { ENGINES, openEmptyDatabase, openDatabase as openTestDatabase } from '../../support/databases.ts';

describe('openDatabase', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'autotask-database-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('opens an SQLite file with write-ahead log, foreign keys and one connection', async () => {
    const { knex, close } = openDatabase({ connection: `sqlite:${path.join(folder, 'console.sqlite')}` });
    const pragma = async (name: string): Promise<unknown> => {
      const rows: readonly object[] = await knex.raw(`pragma ${name}`);
      return Object.values(rows[0] ?? {})[0];
    };
    expect(await pragma('journal_mode')).toBe('wal');
    expect(await pragma('synchronous')).toBe(1);
    expect(await pragma('foreign_keys')).toBe(1);
    expect(await pragma('busy_timeout')).toBe(5000);
    expect(knex).toHaveProperty('client.pool.max', 1);
    await close();
  });

  it('keeps the values of a failed statement out of its error', async () => {
    const { knex, close } = openDatabase({ connection: 'sqlite::memory:' });
    const failure: unknown = await knex('nowhere')
      .insert({ name: 'Ada Lovelace' })
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(String(failure)).not.toContain('Ada');
    await close();
  });

  it('takes driver settings and the name of another client as they are', async () => {
    const { knex, close } = openDatabase({ client: 'sqlite3', connection: { filename: ':memory:' } });
    expect(await knex.raw('select 1 as one')).toEqual([{ one: 1 }]);
    await close();
  });

  it('leaves a knex that was handed over open', async () => {
    const { knex, close } = openDatabase({ connection: 'sqlite::memory:' });
    const taken = openDatabase(knex);
    expect(taken.knex).toBe(knex);
    await taken.close();
    expect(await knex.raw('select 1 as one')).toEqual([{ one: 1 }]);
    await close();
  });
});

describe.each(ENGINES)('the test databases on %s', (engine) => {
  it('are new and migrated each time', async () => {
    const first = await openTestDatabase(engine);
    await first.knex('console_company').insert({ id: '1', tenant_id: 't', name: 'ACME', name_key: 'ACME' });
    const second = await openTestDatabase(engine);
    expect(await second.knex('console_company').select()).toEqual([]);
    expect(await second.knex('autotask_connection').select()).toEqual([]);
    await first.dispose();
    await second.dispose();
  });

  it('can be had without tables', async () => {
    const { knex, dispose } = await openEmptyDatabase(engine);
    expect(await knex.schema.hasTable('console_user')).toBe(false);
    await dispose();
  });
});
