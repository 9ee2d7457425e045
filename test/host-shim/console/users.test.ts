import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openConsole, type TestConsole } from './open-console.ts';

interface Item {
  readonly id: string;
  readonly name: string;
  readonly enabled?: boolean;
  readonly destinations: readonly { id: string; name: string }[];
}
type Body = Record<string, unknown> & { readonly id: string };

let console_: TestConsole;
let destinationIds: string[];
let packageIds: string[];
let disabledPackageId: string;

beforeAll(async () => {
  console_ = await openConsole();
});
afterAll(() => console_.close());

beforeEach(async () => {
  await console_.reset();
  destinationIds = (await items('/console/storage-accounts')).flatMap((account) =>
    account.destinations.map((destination) => destination.id),
  );
  const packages = await items('/console/packages');
  packageIds = packages.filter((one) => one.enabled).map((one) => one.id);
  disabledPackageId = packages.find((one) => one.enabled === false)!.id;
});

async function items(url: string): Promise<Item[]> {
  return (await console_.ask('GET', url)).json<{ items: Item[] }>().items;
}

async function add(body: object): Promise<Body> {
  const response = await console_.ask('POST', '/console/users', body);
  expect(response.statusCode, response.body).toBe(201);
  return response.json<Body>();
}

const ANN = { email: 'ann.lee@harbour.example', firstName: 'Ann', lastName: 'Lee', company: 'Harbour Street Legal' };

describe('users', () => {
  it('are none at first', async () => {
    expect((await console_.ask('GET', '/console/users')).json()).toEqual({ items: [], next: null, total: 0 });
  });

  it('are added, read, changed and deleted', async () => {
    const ann = await add(ANN);
    const full = { ...ANN, enabled: true, destinationId: null, packageId: null, destinations: [] };
    expect(ann).toEqual({ id: ann.id, ...full });
    expect((await console_.ask('GET', `/console/users/${ann.id}`)).json()).toEqual(ann);

    const changed = await console_.ask('PATCH', `/console/users/${ann.id}`, { lastName: 'Lee-Ong', enabled: false });
    expect(changed.json()).toEqual({ ...ann, lastName: 'Lee-Ong', enabled: false });

    const deleted = await console_.ask('DELETE', `/console/users/${ann.id}`);
    expect([deleted.statusCode, deleted.body]).toEqual([204, '']);
    expect((await console_.ask('GET', `/console/users/${ann.id}`)).statusCode).toBe(404);
    expect((await console_.ask('GET', '/console/users')).json()).toEqual({ items: [], next: null, total: 0 });
  });

  it('need nothing but a login, which need not be an address', async () => {
    expect(await add({ email: ' TestUser ' })).toMatchObject({ email: 'TestUser', firstName: '', company: '' });
  });

  it('have a login that is unique whatever its case and padding', async () => {
    await add(ANN);
    const bob = await add({ email: 'bob@harbour.example' });
    for (const response of [
      await console_.ask('POST', '/console/users', { email: ' ANN.LEE@harbour.example' }),
      await console_.ask('PATCH', `/console/users/${bob.id}`, { email: 'Ann.Lee@Harbour.example' }),
    ]) {
      expect(response.json()).toMatchObject({ status: 409, code: 'email_taken', field: 'email' });
    }
    expect((await console_.ask('GET', `/console/users/${bob.id}`)).json()).toEqual(bob);
  });

  it('have a login that another provider cannot take', async () => {
    const ann = await add(ANN);
    await console_.knex('console_user').where({ id: ann.id }).update({ tenant_id: 'another' });
    expect((await console_.ask('POST', '/console/users', ANN)).json()).toMatchObject({ code: 'email_taken' });
    expect((await console_.ask('GET', `/console/users/${ann.id}`)).statusCode).toBe(404);
    expect((await console_.ask('PATCH', `/console/users/${ann.id}`, { lastName: 'X' })).statusCode).toBe(404);
    expect((await console_.ask('DELETE', `/console/users/${ann.id}`)).statusCode).toBe(404);
  });

  it('bring their company along, once', async () => {
    await add({ ...ANN, company: '  New   Ventures ' });
    expect(await add({ email: 'b', company: 'New Ventures' })).toMatchObject({ company: 'New Ventures' });
    const names = (await items('/console/companies')).map((company) => company.name);
    expect(names.filter((name) => name.startsWith('New'))).toEqual(['New Ventures']);
  });

  it('tell the plugin after each write, and only then', async () => {
    const ann = await add(ANN);
    await console_.ask('POST', '/console/users', ANN);
    await console_.ask('PATCH', `/console/users/${ann.id}`, { firstName: 'Anne' });
    await console_.ask('PATCH', `/console/users/${ann.id}`, { firstName: 1 });
    await console_.ask('DELETE', `/console/users/${ann.id}`);
    expect(console_.plugin.told.map((call) => call.userIds)).toEqual([[ann.id], [ann.id], [ann.id]]);
  });

  it('are stored even when the plugin fails', async () => {
    console_.plugin.failure = new Error('not now');
    const ann = await add(ANN);
    expect((await console_.ask('GET', `/console/users/${ann.id}`)).statusCode).toBe(200);
  });
});

describe('storage of a user', () => {
  it('is given, changed, added to and cleared', async () => {
    const [destinationId, otherDestination] = destinationIds;
    const [packageId, otherPackage] = packageIds;
    const ann = await add({ ...ANN, destinationId, packageId });
    expect(ann).toMatchObject({ destinationId, packageId, destinations: [{ destinationId, packageId }] });

    const change = async (body: object) => (await console_.ask('PATCH', `/console/users/${ann.id}`, body)).json<Body>();
    expect(await change({ destinationId, packageId: otherPackage })).toMatchObject({ packageId: otherPackage });
    expect(await change({ firstName: 'Anne' })).toMatchObject({ destinationId, packageId: otherPackage });
    const both = await change({ destinationId: otherDestination, packageId });
    expect(both).toMatchObject({ destinationId: null, packageId: null });
    expect(both['destinations']).toHaveLength(2);
    expect(await change({ destinationId: null, packageId: null })).toMatchObject({ destinations: [] });
  });

  it('goes with the user', async () => {
    const ann = await add({ ...ANN, destinationId: destinationIds[0], packageId: packageIds[0] });
    await console_.ask('DELETE', `/console/users/${ann.id}`);
    expect(await console_.knex('console_user_destination')).toEqual([]);
  });

  it.each([
    ['an unknown destination', () => ({ destinationId: 'none', packageId: packageIds[0] }), 'destination_unknown'],
    ['an unknown package', () => ({ destinationId: destinationIds[0], packageId: 'none' }), 'package_unknown'],
    [
      'a disabled package',
      () => ({ destinationId: destinationIds[0], packageId: disabledPackageId }),
      'package_disabled',
    ],
    ['a destination alone', () => ({ destinationId: destinationIds[0] }), 'invalid_request'],
    ['a package alone', () => ({ packageId: packageIds[0] }), 'invalid_request'],
    ['a half cleared pair', () => ({ destinationId: null, packageId: packageIds[0] }), 'invalid_request'],
  ])('is refused with %s, and nothing is stored', async (_name, storage, code) => {
    const response = await console_.ask('POST', '/console/users', { ...ANN, ...storage() });
    expect(response.json()).toMatchObject({
      code,
      field: expect.stringMatching(/^(destination|package)Id$/) as string,
    });
    const ann = await add({ email: 'other' });
    const change = await console_.ask('PATCH', `/console/users/${ann.id}`, { firstName: 'No', ...storage() });
    expect(change.json()).toMatchObject({ code });
    expect(await items('/console/users')).toEqual([ann]);
  });
});

describe('the list of users', () => {
  it('comes in pages that meet, sorted by last name', async () => {
    for (const lastName of ['Cho', 'Abe', 'Bell', 'Abe', ''])
      await add({ email: `${lastName}${Math.random()}`, lastName });
    const seen: string[] = [];
    let url = '/console/users?limit=2';
    for (let next: string | null = ''; next !== null; url = `/console/users?limit=2&after=${String(next)}`) {
      const page = (await console_.ask('GET', url)).json<{ items: { lastName: string }[]; next: string | null }>();
      seen.push(...page.items.map((user) => user.lastName));
      next = page.next;
    }
    expect(seen).toEqual(['', 'Abe', 'Abe', 'Bell', 'Cho']);
  });

  it('says how many there are, whatever the page', async () => {
    for (const lastName of ['C', 'A', 'B']) await add({ email: lastName, lastName });
    const page = (await console_.ask('GET', '/console/users?limit=1')).json<{ items: Body[] }>();
    expect(page).toMatchObject({ total: 3, items: [{ email: 'A' }] });
    expect((await console_.ask('GET', '/console/users?q=c')).json()).toMatchObject({ total: 1 });
  });

  it('finds by the beginnings of words, whatever their case', async () => {
    await add(ANN);
    await add({ email: 'e.munoz@100%.example', firstName: 'Éric', lastName: 'Muñoz-Ortiz', company: 'Öl & Gas' });
    const find = async (q: string) =>
      (await console_.ask('GET', `/console/users?q=${encodeURIComponent(q)}`))
        .json<{ items: { email: string }[] }>()
        .items.map((user) => user.email);
    for (const q of ['ann', 'LEE', 'harb stre', 'lee ann', 'harbour.example'])
      expect(await find(q)).toEqual([ANN.email]);
    for (const q of ['éric', 'ortiz', 'Öl', '100%']) expect(await find(q)).toEqual(['e.munoz@100%.example']);
    for (const q of ['nn', '_', '%', 'ann nobody']) expect(await find(q)).toHaveLength(/\w\w/.test(q) ? 0 : 2);
  });

  it('finds users by what they are called now, whoever wrote it', async () => {
    const ann = await add(ANN);
    await console_.knex('console_user').where({ id: ann.id }).update({ last_name: 'O’Neil "Tab\t\\"' });
    const total = async (q: string) =>
      (await console_.ask('GET', `/console/users?q=${encodeURIComponent(q)}`)).json<{ total: number }>().total;
    expect([await total('neil'), await total('ann tab'), await total('lee lee'), await total('lee harb')]).toEqual([
      1, 1, 1, 1,
    ]);
    await console_.ask('PATCH', `/console/users/${ann.id}`, { email: 'a', lastName: 'Ong' });
    expect([await total('neil'), await total('lee'), await total('ong')]).toEqual([0, 0, 1]);
    await console_.ask('DELETE', `/console/users/${ann.id}`);
    expect(await console_.knex('console_user_word')).toEqual([]);
  });
});
