import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openConsole, type TestConsole } from './open-console.ts';

interface Account {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly destinations: readonly { id: string; name: string }[];
}

let console_: TestConsole;
beforeAll(async () => {
  console_ = await openConsole();
});
afterAll(() => console_.close());
beforeEach(() => console_.reset());

async function accounts(): Promise<Account[]> {
  return (await console_.ask('GET', '/console/storage-accounts?limit=500')).json<{ items: Account[] }>().items;
}

describe('companies', () => {
  it('are added with their white space folded, once per name', async () => {
    const added = await console_.ask('POST', '/console/companies', { name: ' Quay   Dental ' });
    expect([added.statusCode, added.json()]).toEqual([201, { id: expect.any(String) as string, name: 'Quay Dental' }]);
    const again = await console_.ask('POST', '/console/companies', { name: 'Quay Dental' });
    expect(again.json()).toMatchObject({ status: 409, code: 'company_exists', field: 'name' });
    expect((await console_.ask('POST', '/console/companies', { name: 'QUAY Dental' })).statusCode).toBe(201);
  });

  it('come in pages', async () => {
    const first = (await console_.ask('GET', '/console/companies?limit=2')).json<{ items: object[]; next: string }>();
    const rest = await console_.ask('GET', `/console/companies?limit=2&after=${first.next}`);
    expect([...first.items, ...rest.json<{ items: object[] }>().items]).toHaveLength(3);
    expect(rest.json()).toMatchObject({ next: null });
  });
});

describe('storage accounts', () => {
  it('are seeded with buckets, containers and a root folder', async () => {
    expect(new Set((await accounts()).map((account) => account.type))).toEqual(
      new Set(['AmazonS3', 'Azure', 'Wasabi', 'FS']),
    );
  });

  it('are added with their destinations', async () => {
    const body = { name: 'Backblaze', type: 'BackblazeB2', destinations: [{ name: 'b-2' }, { name: 'a-1' }] };
    const added = await console_.ask('POST', '/console/storage-accounts', body);
    expect([added.statusCode, added.json()]).toMatchObject([201, body]);
    const listed = (await accounts()).find((account) => account.name === 'Backblaze');
    expect(listed?.destinations.map((destination) => destination.name)).toEqual(['a-1', 'b-2']);
  });

  it('get further destinations, each name once', async () => {
    const account = (await accounts()).find((one) => one.type === 'AmazonS3')!;
    const url = `/console/storage-accounts/${account.id}/destinations`;
    const added = await console_.ask('POST', url, { name: 'new-bucket' });
    expect([added.statusCode, added.json()]).toMatchObject([
      201,
      { id: expect.any(String) as string, name: 'new-bucket' },
    ]);
    const again = await console_.ask('POST', url, { name: 'new-bucket' });
    expect(again.json()).toMatchObject({ status: 409, code: 'destination_exists', field: 'name' });
    const after = (await accounts()).find((one) => one.id === account.id)!;
    expect(after.destinations).toHaveLength(account.destinations.length + 1);
    expect(after.destinations).toContainEqual(added.json());
  });

  it('of the file share kind keep their one root folder', async () => {
    const share = (await accounts()).find((account) => account.type === 'FS')!;
    const second = await console_.ask('POST', `/console/storage-accounts/${share.id}/destinations`, { name: 'more' });
    expect(second.json()).toMatchObject({ status: 409, code: 'destination_single' });
    const both = { name: 'NAS', type: 'FS', destinations: [{ name: 'a' }, { name: 'b' }] };
    expect((await console_.ask('POST', '/console/storage-accounts', both)).json()).toMatchObject({ status: 409 });
    const empty = (
      await console_.ask('POST', '/console/storage-accounts', { name: 'NAS', type: 'FS' })
    ).json<Account>();
    const first = await console_.ask('POST', `/console/storage-accounts/${empty.id}/destinations`, { name: 'root' });
    expect(first.statusCode).toBe(201);
  });

  it('are not stored at all when one of their destinations is refused', async () => {
    const twice = { name: 'Twice', type: 'AmazonS3', destinations: [{ name: 'same' }, { name: 'same' }] };
    expect((await console_.ask('POST', '/console/storage-accounts', twice)).json()).toMatchObject({
      code: 'destination_exists',
    });
    expect((await accounts()).map((account) => account.name)).not.toContain('Twice');
  });

  it.each(['none', 'x'.repeat(400), '%00'])('are not found by the id %s', async (id) => {
    const response = await console_.ask('POST', `/console/storage-accounts/${id}/destinations`, { name: 'x' });
    expect(response.json()).toMatchObject({ status: 404, code: 'not_found' });
  });
});

describe('packages', () => {
  it('are seeded, one of them disabled', async () => {
    const { items } = (await console_.ask('GET', '/console/packages')).json<{ items: { enabled: boolean }[] }>();
    expect(items.filter((one) => !one.enabled)).toHaveLength(1);
    expect(items.length).toBeGreaterThanOrEqual(4);
  });

  it('are added and changed', async () => {
    const added = await console_.ask('POST', '/console/packages', { name: 'Half', storageLimitGb: 0.5 });
    expect(added.statusCode).toBe(201);
    const { id } = added.json<{ id: string }>();
    expect(added.json()).toEqual({ id, name: 'Half', storageLimitGb: 0.5, enabled: true });
    const changed = await console_.ask('PATCH', `/console/packages/${id}`, { enabled: false, storageLimitGb: 750 });
    expect(changed.json()).toEqual({ id, name: 'Half', storageLimitGb: 750, enabled: false });
    expect((await console_.ask('PATCH', `/console/packages/${id}`, {})).json()).toEqual(changed.json());
    expect((await console_.ask('PATCH', '/console/packages/none', {})).statusCode).toBe(404);
  });
});

describe('a search', () => {
  it.each([
    ['/console/companies', 'legal harb', ['Harbour Street Legal']],
    ['/console/companies', 'finch', ['Alder & Finch Architects']],
    ['/console/companies', 'inch', []],
    ['/console/packages', 'tb', ['Business 1 TB', 'Server 5 TB']],
    ['/console/packages', 'RETIRED', ['Starter 10 GB (retired)']],
    ['/console/storage-accounts', 'aws', ['AWS Frankfurt', 'AWS Ohio']],
    ['/console/storage-accounts', 'archive 2', ['AWS Ohio']],
    ['/console/storage-accounts', 'backups', ['Head office file server']],
    ['/console/storage-accounts', '%', 5],
  ])('in %s for %s finds by the beginnings of words', async (url, q, names) => {
    const response = await console_.ask('GET', `${url}?q=${encodeURIComponent(q)}`);
    const found = response.json<{ items: { name: string }[] }>().items.map(({ name }) => name);
    if (typeof names === 'number') expect(found).toHaveLength(names);
    else expect(found).toEqual(names);
  });
});
