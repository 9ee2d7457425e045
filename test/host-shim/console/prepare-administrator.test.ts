import type { Knex } from 'knex';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Administrator, AdministratorStore } from '../../../host-shim/console/administrator-store.ts';
import { openDatabase } from '../../../host-shim/console/database.ts';
import { migrateConsole } from '../../../host-shim/console/migrate-console.ts';
import { isPasswordOf } from '../../../host-shim/console/password.ts';
import { prepareAdministrator } from '../../../host-shim/console/prepare-administrator.ts';

const EMAIL = 'admin@msp.example';
let knex: Knex;
beforeEach(async () => {
  knex = await openDatabase({ engine: 'sqlite', file: ':memory:' }, pino({ level: 'silent' }));
  await migrateConsole(knex, 'sqlite');
});
afterEach(() => knex.destroy());

const start = (settings: { email?: string; password?: string }) =>
  prepareAdministrator(knex, {
    email: settings.email ?? EMAIL,
    isEmailSet: settings.email !== undefined,
    password: settings.password ?? null,
  });

async function only(): Promise<Administrator> {
  expect(await knex('console_administrator')).toHaveLength(1);
  const administrator = await new AdministratorStore(knex).findFirst();
  return administrator!;
}

describe('first administrator', () => {
  it('gets a password that is told once and holds', async () => {
    const prepared = await start({});
    expect(prepared).toEqual({
      email: EMAIL,
      tenantId: (await only()).tenantId,
      generatedPassword: expect.stringMatching(/^(\w{5}-){3}\w{5}$/) as string,
    });
    expect(await isPasswordOf((await only()).passwordHash, prepared.generatedPassword!)).toBe(true);
    expect(await start({})).toMatchObject({ email: EMAIL, generatedPassword: null });
  });

  it('has the password that is set, at each start', async () => {
    expect(await start({ password: 'one' })).toMatchObject({ email: EMAIL, generatedPassword: null });
    const before = await only();
    await start({ password: 'one' });
    expect(await only()).toEqual(before);
    await start({ password: 'two' });
    expect(await isPasswordOf((await only()).passwordHash, 'two')).toBe(true);
    await start({});
    expect(await isPasswordOf((await only()).passwordHash, 'two')).toBe(true);
  });

  it('follows the email that is set, and keeps it when none is', async () => {
    await start({ password: 'one' });
    expect(await start({ email: 'boss@msp.example' })).toMatchObject({ email: 'boss@msp.example' });
    expect(await start({})).toMatchObject({ email: 'boss@msp.example' });
    expect(await isPasswordOf((await only()).passwordHash, 'one')).toBe(true);
  });
});
