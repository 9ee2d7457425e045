import type { Knex } from 'knex';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../host-shim/console/database.ts';
import { migrateConsole } from '../../../host-shim/console/migrate-console.ts';
import { findUsers } from '../../../host-shim/console/user-search.ts';
import { ENGINES, type FreshDatabase } from './engines.ts';

const USERS = 10_050;

// More than are counted have the word "many"; one in a thousand is "rare", and the last in the list is "last".
const userOf = (index: number) => ({
  id: `u${String(index).padStart(5, '0')}`,
  tenant_id: 'here',
  email: `p${String(index)}@msp.example`,
  email_key: String(index),
  first_name: index % 1000 === 0 ? 'Rare' : 'Plain',
  last_name: index === USERS - 1 ? 'Zz-Last' : `Name ${String(index % 50)}`,
  company: 'Many Ltd',
  enabled: true,
  created_at: '',
  updated_at: '',
});

describe.each(ENGINES)('the search among many users on $engine', { timeout: 60_000 }, ({ fresh }) => {
  let database: FreshDatabase;
  let knex: Knex;
  beforeAll(async () => {
    database = await fresh();
    knex = await openDatabase(database.address, pino({ level: 'silent' }));
    await migrateConsole(knex, database.address.engine);
    const users = Array.from({ length: USERS }, (_, index) => userOf(index));
    for (let start = 0; start < USERS; start += 450) {
      await knex('console_user').insert(users.slice(start, start + 450));
    }
    await knex('console_user').insert({ ...userOf(0), id: 'x', email_key: 'x', tenant_id: 'elsewhere' });
  }, 60_000);
  afterAll(async () => {
    await knex.destroy();
    await database.remove();
  });

  async function allOf(q: string): Promise<{ ids: string[]; total: number | null }> {
    const ids: string[] = [];
    let page = await findUsers(knex, 'here', { q, limit: 500 });
    for (; page.next !== null; page = await findUsers(knex, 'here', { q, limit: 500, after: page.next })) {
      ids.push(...page.items.map(({ id }) => id));
    }
    return { ids: [...ids, ...page.items.map(({ id }) => id)], total: page.total };
  }

  it('pages through as many as are no longer counted, each once', async () => {
    const { ids, total } = await allOf('many');
    expect([ids.length, new Set(ids).size, total]).toEqual([USERS, USERS, null]);
    expect(ids.at(-1)).toBe(userOf(USERS - 1).id);
    expect((await allOf('many ltd')).ids).toEqual(ids);
  });

  it('counts and finds fewer by the rarest word, in the order of the list, each once', async () => {
    expect(await allOf('many rar')).toMatchObject({ total: 11 });
    expect((await allOf('rare')).ids).toEqual((await allOf('MANY rare p')).ids);
    expect(await allOf('last msp')).toEqual({ ids: [userOf(USERS - 1).id], total: 1 });
    expect(await allOf('rare last')).toEqual({ ids: [], total: 0 });
    expect(await allOf('nobody many')).toEqual({ ids: [], total: 0 });
    expect(await allOf('')).toMatchObject({ total: USERS });
  });

  it('forgets its tables when the migration is taken back, and finds those who were there when it comes again', async () => {
    const one = await allOf('last');
    const { up, down } = await import('../../../migrations/console/0002-user-words.ts');
    await down(knex);
    expect(await knex.schema.hasTable('console_user_word')).toBe(false);
    await knex('console_user').where({ id: 'x' }).update({ company: 'Other' });
    await up(knex);
    expect(await allOf('last')).toEqual(one);
  });
});
