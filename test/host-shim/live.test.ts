import { describe, expect, it } from 'vitest';
import { LiveDesk } from './live-desk.ts';

interface Problem {
  readonly code: string;
  readonly detail: string;
}

interface List {
  readonly items: readonly { readonly id: string; readonly name?: string; readonly email?: string }[];
  readonly next: string | null;
  readonly total: number;
  readonly asOf: string;
}

const NO_LOG_IN = { managedBackup: 'not_connected' };

describe('live Managed Backup', { timeout: 60_000 }, () => {
  it('asks for its log-in, checks it, keeps it sealed and never shows it again', async () => {
    const desk = await LiveDesk.open({ logIn: 'entered' });
    expect((await desk.ask('GET', '/session')).body).toMatchObject(NO_LOG_IN);
    const before = await desk.ask<Problem>('GET', '/console/users');
    expect(before).toMatchObject({ status: 503, body: { code: 'managed_backup_unavailable' } });
    expect(before.body.detail).toContain('not connected yet');
    const { username, password } = desk.mbs.login;

    for (const wrongLogin of ['status_400', 'status_401', 'status_403'] as const) {
      desk.mbs.control.setSwitches({ wrongLogin });
      const refused = await desk.ask<Problem>('PUT', '/console/managed-backup', { username, password: 'wrong' });
      expect(refused).toMatchObject({ status: 422, body: { code: 'managed_backup_refused' } });
      expect(refused.body.detail).toContain('refused the log-in of its API. Check its login and password.');
      expect((await desk.ask('GET', '/session')).body).toMatchObject(NO_LOG_IN);
    }

    const kept = await desk.ask('PUT', '/console/managed-backup', { username, password });
    expect(kept).toEqual({ status: 200, body: { provider: expect.any(String) as string } });
    const session = await desk.ask('GET', '/session');
    expect(session.body).toMatchObject({ managedBackup: 'connected' });
    expect(JSON.stringify([kept, session])).not.toContain(password);
    expect((await desk.ask<List>('GET', '/console/users')).status).toBe(200);
  });

  it('goes on with the log-in that it has once that is good again and somebody enters it', async () => {
    const desk = await LiveDesk.open({ logIn: 'entered' });
    const { username, password } = desk.mbs.login;
    const statusOf = async (method: string, route: string, body?: object) =>
      (await desk.ask(method, route, body)).status;
    await desk.ask('PUT', '/console/managed-backup', { username, password });
    expect(await statusOf('GET', '/console/packages')).toBe(200);
    desk.mbs.control.changePassword('another one');
    desk.mbs.control.expireTokens();
    const refused = await desk.ask('GET', '/console/packages');
    expect(refused).toMatchObject({ status: 503, body: { code: 'managed_backup_log_in_refused' } });
    desk.mbs.control.changePassword(password);
    expect(await statusOf('PUT', '/console/managed-backup', { username, password })).toBe(200);
    expect(await statusOf('GET', '/console/packages')).toBe(200);
  });

  it('has a page for another log-in, unless the environment has it', async () => {
    const entered = await LiveDesk.open({ logIn: 'entered' });
    expect((await entered.page('/settings/managed-backup')).status).toBe(200);
    const given = await LiveDesk.open({});
    expect((await given.ask('GET', '/session')).body).toMatchObject({ managedBackup: 'connected_by_environment' });
  });

  it('is not asked for another log-in where the environment has one', async () => {
    const desk = await LiveDesk.open({});
    const answer = await desk.ask('PUT', '/console/managed-backup', { username: 'other', password: 'other' });
    expect(answer).toMatchObject({ status: 409, body: { code: 'managed_backup_fixed' } });
    await expect.poll(() => desk.printed).toContain(`Managed Backup: connected as ${desk.mbs.login.username}.`);
    await expect.poll(() => desk.printed.some((line) => line.startsWith('Autotask: '))).toBe(true);
  });

  it('shows users, companies, storage accounts and packages as of a moment, page by page', async () => {
    const desk = await LiveDesk.open({ users: 12 });
    const users = await desk.ask<List>('GET', '/console/users?limit=10');
    const asOf = expect.stringMatching(/^\d{4}-.*Z$/) as string;
    expect(users.body).toMatchObject({ total: 12, whose: 'live', asOf });
    const rest = await desk.ask<List>('GET', `/console/users?limit=10&after=${users.body.next ?? ''}`);
    const ids = [...users.body.items, ...rest.body.items].map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set(desk.mbs.control.users().map(({ id }) => id)));
    expect(rest.body.next).toBeNull();
    const [first] = users.body.items;
    expect((await desk.ask<List>('GET', `/console/users?q=${first!.email!.toUpperCase()}`)).body.items).toEqual([
      first,
    ]);
    expect((await desk.ask('GET', `/console/users/${first!.id}`)).body).toEqual(first);
    const names = async (route: string) =>
      (await desk.ask<List>('GET', `/console/${route}`)).body.items.map(({ name }) => name);
    expect(await names('companies')).toContain('Harbour Street Legal');
    expect(await names('storage-accounts')).toEqual([
      'Azure',
      'Corp S3',
      'Head office file server',
      'Wasabi Amsterdam',
    ]);
    expect(await names('storage-accounts?q=workst')).toEqual(['Azure']);
    expect(await names('packages')).toContain('Half a gig (retired)');
  });

  it('refuses every change but the edit of a user or the switch of a package, says where it is made, and deletes nobody', async () => {
    const desk = await LiveDesk.open({ users: 1 });
    const [user] = desk.mbs.control.users();
    const account = desk.mbs.control.accounts()[0]!.id;
    const changes = [
      ['POST', '/console/users', { email: 'ann' }],
      ['PATCH', `/console/users/${user!.id}`, { destinationId: null, packageId: null }],
      ['DELETE', `/console/users/${user!.id}`],
      ['POST', '/console/companies', { name: 'New' }],
      ['POST', '/console/storage-accounts', { name: 'New', type: 'AmazonS3' }],
      ['POST', `/console/storage-accounts/${account}/destinations`, { name: 'new' }],
      ['POST', '/console/packages', { name: 'New', storageLimitGb: 1 }],
    ] as const;
    for (const [method, route, body] of changes) {
      expect(await desk.ask(method, route, body)).toMatchObject({
        status: 409,
        body: {
          code: 'managed_backup_read_only',
          detail: expect.stringContaining('in the Managed Backup console') as string,
        },
      });
    }
    expect(desk.mbs.control.users()).toEqual([user]);
    expect(desk.mbs.control.calls().filter(({ method, route }) => `${method} ${route}` === 'POST Packages')).toEqual(
      [],
    );
    expect(desk.mbs.control.calls().filter(({ method }) => method === 'DELETE')).toEqual([]);
  });

  it('holds the first import that nobody has previewed, and goes on once somebody has confirmed one', async () => {
    const desk = await LiveDesk.open({});
    await desk.prepare();
    const held = await desk.run('/imports', { selection: { filter: { active: true } } });
    expect(held).toMatchObject({ state: 'held', problem: { code: 'import_held' } });
    expect(desk.mbs.control.users()).toEqual([]);
    await desk.ask('POST', `/runs/${held.id}/cancel`);

    const confirmed = await desk.importAll();
    expect(confirmed.state).toBe('done');
    expect(confirmed.created).toBe(desk.mbs.control.users().length);
    expect(confirmed.created).toBeGreaterThan(0);
    const unseen = await desk.run('/imports', { selection: { filter: { active: true } } });
    expect(unseen).toMatchObject({ state: 'done', created: 0, unchanged: confirmed.created });
  });

  it('plans and reads back from what is so now, although statuses may be a minute old', async () => {
    const desk = await LiveDesk.open({});
    await desk.prepare();
    const done = await desk.importAll();
    const equal = async () => (await desk.contacts()).filter(({ status }) => status === 'equal').length;
    expect(await equal()).toBe(done.created);

    for (const { id } of desk.mbs.control.users()) desk.mbs.control.deleteUser(id);
    expect(await equal()).toBe(done.created);
    const preview = await desk.ask<{ create: number }>('POST', '/imports/preview', { selection: { filter: {} } });
    expect(preview.body.create).toBe(done.created);
    expect(await equal()).toBe(0);
  });
});
