import type { Knex } from 'knex';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isUniqueViolation, openDatabase, reachDatabase } from '../../../host-shim/console/database.ts';
import { migrateConsole } from '../../../host-shim/console/migrate-console.ts';
import { prepareAdministrator } from '../../../host-shim/console/prepare-administrator.ts';
import { StartRefused } from '../../../host-shim/console/start-refused.ts';
import { ENGINES, type FreshDatabase } from './engines.ts';
import { openConsole } from './open-console.ts';

const log = pino({ level: 'silent' });
const UNSET = { email: 'admin@msp.example', isEmailSet: false, password: null };

describe.each(ENGINES)('the console database on $engine', { timeout: 30_000 }, ({ fresh }) => {
  let database: FreshDatabase;
  let opened: Knex[];
  beforeEach(async () => {
    database = await fresh();
    opened = [];
  });
  afterEach(async () => {
    await Promise.all(opened.map((knex) => knex.destroy()));
    await database.remove();
  });

  async function open(): Promise<Knex> {
    const knex = await openDatabase(database.address, log);
    opened.push(knex);
    return knex;
  }

  it('is migrated and seeded once by nodes that start at the same moment', async () => {
    const nodes = await Promise.all(Array.from({ length: 4 }, open));
    const prepared = await Promise.all(
      nodes.map(async (knex) => {
        await migrateConsole(knex, database.address.engine);
        return prepareAdministrator(knex, UNSET);
      }),
    );
    const [knex] = nodes;
    expect(prepared.filter((one) => one.generatedPassword !== null)).toHaveLength(1);
    expect(await knex!('console_administrator')).toHaveLength(1);
    expect(await knex!('console_package')).toHaveLength(5);
    expect(await knex!('console_migrations').select('name')).toHaveLength(5);
  });

  it('is refused when a newer version has changed it', async () => {
    const knex = await open();
    await migrateConsole(knex, database.address.engine);
    const newer = { name: '9999_later', batch: 2, migration_time: new Date() };
    await knex('console_migrations').insert(newer);
    await expect(migrateConsole(knex, database.address.engine)).rejects.toThrow(StartRefused);
    await expect(migrateConsole(knex, database.address.engine)).rejects.toThrow(
      /newer version has changed \(9999_later\)/,
    );
  });

  it('keeps its data over a restart, and seeds no second time', async () => {
    const first = await openConsole({ database: database.address });
    const added = await first.ask('POST', '/console/users', { email: 'ann', company: 'Kept', enabled: false });
    await first.knex('console_package').whereNotNull('id').delete();
    await first.close();

    const second = await openConsole({ database: database.address });
    expect((await second.ask('GET', '/console/users')).json()).toMatchObject({ items: [added.json()] });
    expect((await second.ask('GET', '/console/packages')).json()).toEqual({ items: [], next: null });
    await second.close();
  });

  it('serves every route', async () => {
    const console_ = await openConsole({ database: database.address });
    const created = async (url: string, body: object) => {
      const response = await console_.ask('POST', url, body);
      expect(response.statusCode, response.body).toBe(201);
      return response.json<{ id: string }>();
    };
    const account = await created('/console/storage-accounts', { name: 'Azure', type: 'Azure' });
    const destination = await created(`/console/storage-accounts/${account.id}/destinations`, { name: 'box' });
    const limit = await created('/console/packages', { name: 'Small', storageLimitGb: 12.5 });
    await created('/console/companies', { name: 'Quay Dental' });
    const storage = { destinationId: destination.id, packageId: limit.id };
    const user = await created('/console/users', { email: 'Ann', lastName: 'Élan', company: 'New', ...storage });

    const url = `/console/users/${user.id}`;
    expect((await console_.ask('PATCH', url, { enabled: false })).json()).toMatchObject({ enabled: false, ...storage });
    expect((await console_.ask('POST', '/console/users', { email: 'ANN' })).json()).toMatchObject({
      code: 'email_taken',
    });
    const again = await console_.ask('POST', `/console/storage-accounts/${account.id}/destinations`, { name: 'box' });
    expect(again.json()).toMatchObject({ code: 'destination_exists' });
    expect((await console_.ask('PATCH', `/console/packages/${limit.id}`, { enabled: false })).json()).toEqual({
      id: limit.id,
      name: 'Small',
      storageLimitGb: 12.5,
      enabled: false,
    });
    for (const list of ['users?q=élan', 'companies?limit=1', 'storage-accounts', 'packages']) {
      expect((await console_.ask('GET', `/console/${list}`)).json<{ items: object[] }>().items.length).toBeGreaterThan(
        0,
      );
    }
    expect((await console_.ask('DELETE', url)).statusCode).toBe(204);
    expect((await console_.ask('GET', '/healthz')).json()).toEqual({ status: 'ok' });
    await console_.close();
  });

  it('tells a unique key from other failures', async () => {
    const knex = await open();
    await migrateConsole(knex, database.address.engine);
    const company = { id: 'a', tenant_id: 't', name: 'n', name_key: 'n' };
    await knex('console_company').insert(company);
    const failureOf = (insert: PromiseLike<unknown>) =>
      insert.then(
        () => null,
        (error: unknown) => error,
      );
    expect(isUniqueViolation(await failureOf(knex('console_company').insert({ ...company, id: 'b' })))).toBe(true);
    expect(isUniqueViolation(await failureOf(knex('console_company').insert({ id: 'c' })))).toBe(false);
    expect(isUniqueViolation(await failureOf(knex('nowhere').insert({ id: 'c' })))).toBe(false);
  });
});

describe('a database that is not there', () => {
  it.each([
    { engine: 'postgres', url: 'postgres://me:hunter2@127.0.0.1:1/none' },
    { engine: 'sqlite', file: '/dev/null/console.sqlite' },
    { engine: 'sqlite', file: '/' },
  ] as const)('is refused by its variable, without the password: %j', async (address) => {
    const failure = await openDatabase(address, log)
      .then(async (knex) => {
        await reachDatabase(knex).finally(() => knex.destroy());
        return null;
      })
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StartRefused);
    expect(String(failure)).toMatch(/DATABASE_URL must name a database that can be opened/);
    expect(String(failure)).not.toContain('hunter2');
  });
});
