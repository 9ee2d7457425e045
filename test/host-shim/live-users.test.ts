import { describe, expect, it } from 'vitest';
import { LiveDesk } from './live-desk.ts';

interface Problem {
  readonly code: string;
  readonly detail: string;
}

/** A console at live Managed Backup with two users, the first of whom is edited. */
async function openUsers() {
  const desk = await LiveDesk.open({ users: 2 });
  const { control } = desk.mbs;
  const [first, second] = control.users();
  const route = `/console/users/${first!.id}`;
  const present = () => control.users().find(({ id }) => id === first!.id);
  const edit = (change: object) => desk.ask<Problem>('PATCH', route, change);
  return { desk, control, route, user: first!, other: second!, present, edit };
}

describe('a user of live Managed Backup', { timeout: 60_000 }, () => {
  it('is changed in what is named, keeps everything else, and is shown as it is then', async () => {
    const { desk, user, present, edit, route } = await openUsers();
    const change = { firstName: 'Ada', lastName: ' King ', company: 'Brand New Inc', enabled: false };
    const answer = await edit(change);
    const shown = { ...change, lastName: 'King', id: user.id, email: user.login };
    expect(answer).toMatchObject({ status: 200, body: shown });
    expect(present()).toEqual({ ...user, ...shownAtMbs(shown) });
    expect(desk.mbs.control.companies().map(({ name }) => name)).toContain('Brand New Inc');
    expect((await desk.ask('GET', route)).body).toMatchObject(shown);

    function shownAtMbs({ firstName, lastName, company }: typeof shown) {
      return { firstName, lastName, company, isEnabled: false };
    }
  });

  it('keeps what somebody has changed there since it was listed', async () => {
    const { desk, control, user, present, edit } = await openUsers();
    await desk.ask('GET', '/console/users');
    control.putUser({ id: user.id, firstName: 'Changed', notificationEmails: ['boss@engines.example'] });
    await edit({ lastName: 'King' });
    expect(present()).toEqual({
      ...user,
      firstName: 'Changed',
      notificationEmails: ['boss@engines.example'],
      lastName: 'King',
    });
  });

  it('gets another login, unless somebody has it', async () => {
    const { control, user, other, present, edit } = await openUsers();
    control.takeElsewhere('elsewhere@example.com');
    for (const email of [other.login, 'elsewhere@example.com']) {
      expect(await edit({ email })).toMatchObject({ status: 409, body: { code: 'email_taken', field: 'email' } });
    }
    expect(present()).toEqual(user);
    expect(await edit({ email: 'ada@engines.example' })).toMatchObject({
      status: 200,
      body: { email: 'ada@engines.example' },
    });
    expect(present()).toEqual({ ...user, login: 'ada@engines.example' });
  });

  it('gets a destination beside those it has, under an enabled package', async () => {
    const { control, user, present, edit } = await openUsers();
    const share = control.accounts().find(({ type }) => type === 'FS')!;
    const folder = share.destinations[0]!.name;
    const destinationId = `${share.id}/${encodeURIComponent(folder)}`;
    const enabled = control.packages().find(({ isEnabled }) => isEnabled)!;
    const retired = control.packages().find(({ isEnabled }) => !isEnabled)!;
    const codes = [
      [{ destinationId, packageId: String(retired.id) }, 'package_disabled'],
      [{ destinationId, packageId: '999999' }, 'package_unknown'],
      [{ destinationId: 'nowhere', packageId: String(enabled.id) }, 'destination_unknown'],
    ] as const;
    for (const [change, code] of codes) expect(await edit(change)).toMatchObject({ status: 422, body: { code } });
    expect(present()).toEqual(user);

    expect((await edit({ destinationId, packageId: String(enabled.id) })).status).toBe(200);
    expect(present()?.destinations).toEqual([
      ...user.destinations,
      expect.objectContaining({ destination: folder, packageId: enabled.id }),
    ]);
  });

  it('is told to be refused in Managed Backup’s own words', async () => {
    const { control, user, present, edit } = await openUsers();
    control.setSwitches({ companyCreation: 'refused' });
    const refused = await edit({ company: 'Brand New Inc' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'managed_backup_rejected' } });
    expect(refused.body.detail).toContain('You have no permission to create companies.');
    expect(present()).toEqual(user);
  });

  it('is looked up when the answer is lost, and is not called saved unless it is', async () => {
    const { control, user, present, edit } = await openUsers();
    control.orderFault({ fault: 'html_after_effect', path: 'PUT Users' });
    expect(await edit({ lastName: 'King' })).toMatchObject({ status: 200, body: { lastName: 'King' } });
    control.orderFault({ fault: 'error_500', path: 'PUT Users' });
    expect(await edit({ lastName: 'Byron' })).toMatchObject({ status: 502, body: { code: 'managed_backup_unclear' } });
    expect(present()).toEqual({ ...user, lastName: 'King' });
  });

  it('is not found once it is deleted there, and not changed while Managed Backup is away', async () => {
    const { control, user, present, edit } = await openUsers();
    control.orderFault({ fault: 'unavailable', path: 'GET Users/{id}', times: 4 });
    const away = await edit({ lastName: 'King' });
    expect(away).toMatchObject({ status: 503, body: { code: 'managed_backup_unavailable' } });
    expect(away.body.detail).toContain('out of order');
    expect(present()).toEqual(user);
    control.deleteUser(user.id);
    expect((await edit({ lastName: 'King' })).status).toBe(404);
  });

  it('shows at its contact as soon as it is saved', async () => {
    const { desk, control } = await openUsers();
    await desk.prepare();
    await desk.importAll();
    const equal = (await desk.contacts()).find(({ status }) => status === 'equal')!;
    const { id } = control.users().find(({ login }) => login === equal.email)!;
    const statusOf = async () => (await desk.contacts()).find((contact) => contact.id === equal.id)?.status;
    await desk.ask('PATCH', `/console/users/${id}`, { lastName: 'Otherwise' });
    expect(await statusOf()).toBe('modified');
    await desk.ask('PATCH', `/console/users/${id}`, { email: 'somebody.else@example.com' });
    expect(await statusOf()).toBe('blank');
  });
});
