import { describe, expect, it } from 'vitest';
import { jsonList } from '../../../host-shim/practice-mbs/server/json-list.ts';
import { assignment, client, newUser, practice } from './mbs-client.ts';

const full = {
  FirstName: 'Ann',
  LastName: 'Lee',
  Company: 'Internal IT',
  NotificationEmails: ['ann@home.example'],
  LicenseManagmentMode: 1,
};

describe('practice MBS: reading users', () => {
  it('lists everybody at once, whatever page is asked for, unless switched', async () => {
    const { server, mbs } = await client({ users: 30 });
    expect((await mbs.call<unknown[]>('GET Users?skip=10&take=5')).json).toHaveLength(30);
    server.control.setSwitches({ paging: 'honoured' });
    expect((await mbs.call<unknown[]>('GET Users?skip=28&take=5')).json).toHaveLength(2);
  });

  it('lists 50,000 in parts that are made while they are sent', { timeout: 30_000 }, async () => {
    const { mbs } = await client({ users: 50_000 });
    const answer = await mbs.call<{ ID: string }[]>('GET Users');
    expect(answer.headers.get('transfer-encoding')).toBe('chunked');
    expect(new Set(answer.json.map(({ ID }) => ID)).size).toBe(50_000);
  });

  it('makes no part of a list before it is asked for', () => {
    let made = 0;
    const list = jsonList(new Array<number>(50_000).fill(7), () => {
      made += 1;
      return 'x'.repeat(100);
    });
    const first = list.next().value as string;
    expect(first.length).toBeLessThan(66_000);
    expect(made).toBeLessThan(1000);
    const rest = [...list];
    expect(JSON.parse([first, ...rest].join(''))).toHaveLength(50_000);
    expect(Math.max(...rest.map((part) => part.length))).toBeLessThan(66_000);
  });

  it('is the same for the same seed only', async () => {
    const people = async (seed: number) => (await practice({ users: 20, seed })).control.users();
    expect(await people(1)).toEqual(await people(1));
    expect(await people(1)).not.toEqual(await people(2));
  });

  it('answers null for an unknown id and 400 for a malformed one', async () => {
    const { mbs } = await client();
    const unknown = await mbs.call('GET Users/6970973d-e245-4bbf-a766-dc65a96549c9');
    expect(unknown).toMatchObject({ status: 200, text: 'null' });
    expect((await mbs.call('GET Users/12')).status).toBe(400);
  });

  it('knows a user by login and password', async () => {
    const { mbs } = await client();
    const ID = await mbs.create();
    const body = { Email: 'ann.lee@contoso.example', Password: 'correct horse' };
    expect((await mbs.call('PUT Users/Authenticate', body)).json).toMatchObject({ ID });
    expect((await mbs.call('PUT Users/Authenticate', { ...body, Password: 'wrong' })).json).toBeNull();
  });

  it('has the unit of the used space, the licence field and the ids as switched', async () => {
    const { server, mbs } = await client({ users: 20 });
    const [before] = await mbs.users();
    expect(before).toHaveProperty('LicenseManagmentMode');
    server.control.setSwitches({ spaceUsedUnit: 'bytes', licenseSpelling: 'correct', idSpelling: 'Id' });
    const [after] = await mbs.users();
    expect(after).toMatchObject({ Id: before!.ID, SpaceUsed: before!.SpaceUsed * 1024 });
    expect(after).toHaveProperty('LicenseManagementMode');
    expect(JSON.stringify(await mbs.users())).not.toMatch(/ID"/);
  });
});

describe('practice MBS: changing a user', () => {
  it('blanks what a PUT leaves out, but neither login nor password nor destinations, and returns nothing', async () => {
    const { server, mbs } = await client();
    const ID = await mbs.create({ ...full, DestinationList: [assignment(server)] });
    expect(await mbs.call('PUT Users', { ID, Enabled: false })).toMatchObject({ status: 204, text: '' });
    const [user] = server.control.users();
    expect(user).toMatchObject({
      login: 'ann.lee@contoso.example',
      password: 'correct horse',
      firstName: '',
      lastName: '',
      company: '',
      notificationEmails: [],
      licenseMode: 0,
      isEnabled: false,
      destinations: [{ packageId: assignment(server).PackageID }],
    });
  });

  it('keeps the company, or everything, where it is so switched', async () => {
    const { server, mbs } = await client({ switches: { leftOutOnPut: 'company_kept', nothingReturned: 'status_200' } });
    const ID = await mbs.create(full);
    expect((await mbs.call('PUT Users', { ID, Enabled: true, FirstName: 'Anna' })).status).toBe(200);
    expect(await mbs.user(ID)).toMatchObject({ FirstName: 'Anna', LastName: '', Company: 'Internal IT' });
    await mbs.call('PUT Users', { ID, Enabled: true, ...full });
    server.control.setSwitches({ leftOutOnPut: 'kept' });
    await mbs.call('PUT Users', { ID, Enabled: true });
    expect(await mbs.user(ID)).toMatchObject({ ID, ...full });
    await mbs.call('PUT Users', { ID, Enabled: true, Company: '' });
    expect((await mbs.user(ID)).Company).toBe('');
  });

  it('changes login and password, but not to those of others or too short ones', async () => {
    const { server, mbs } = await client();
    const ID = await mbs.create();
    await mbs.create({ Email: 'bob' });
    server.control.takeElsewhere('carol');
    const put = (values: object) => mbs.call('PUT Users', { ID, Enabled: true, ...values });
    expect((await put({ Email: 'dave', Password: 'new password' })).status).toBe(204);
    expect(server.control.users()[0]).toMatchObject({ login: 'dave', password: 'new password' });
    for (const values of [{ Email: 'BOB' }, { Email: 'carol' }, { Password: '123' }]) {
      expect((await put(values)).status).toBe(400);
    }
    expect((await put({ Email: 'DAVE' })).status).toBe(204);
    expect(server.control.users().map(({ login }) => login)).toEqual(['DAVE', 'bob']);
    expect(await mbs.create()).toMatch(/-/);
  });

  it('leaves a licence mode that comes from the company', async () => {
    const { mbs } = await client();
    const ID = await mbs.create({ LicenseManagmentMode: 2 });
    await mbs.call('PUT Users', { ID, Enabled: true, LicenseManagmentMode: 1 });
    expect((await mbs.user(ID)).LicenseManagmentMode).toBe(2);
  });

  it.each([{ Enabled: true }, { ID: '6970973d-e245-4bbf-a766-dc65a96549c9', Enabled: true }, { ID: 'x' }])(
    'refuses %j',
    async (values) => {
      const { mbs } = await client();
      expect((await mbs.call('PUT Users', values)).status).toBe(400);
    },
  );
});

describe('practice MBS: deleting a user', () => {
  it('has two calls, of which only one erases data, and may say 500 of either', async () => {
    const { server, mbs } = await client({ users: 2 });
    const [one, other] = server.control.users();
    expect((await mbs.call(`DELETE Users/${one!.id}/Account`)).status).toBe(204);
    expect(server.control.erasedUsers()).toEqual([]);
    server.control.setSwitches({ deletedUser: 'error_500' });
    expect((await mbs.call(`DELETE Users/${other!.id}`)).status).toBe(500);
    expect(server.control.erasedUsers()).toEqual([other!.id]);
    expect(server.control.users()).toEqual([]);
    expect(server.control.counters().calls).toMatchObject({ 'DELETE Users/{id}': 1 });
    expect((await mbs.call(`DELETE Users/${one!.id}`)).status).toBe(400);
  });

  it('makes the login free again', async () => {
    const { mbs } = await client();
    const id = await mbs.create();
    await mbs.call(`DELETE Users/${id}/Account`);
    expect((await mbs.call<string>('POST Users', newUser())).json).not.toBe(id);
    expect(await mbs.users()).toHaveLength(1);
  });
});
