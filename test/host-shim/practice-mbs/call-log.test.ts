import { describe, expect, it } from 'vitest';
import { ManualWaits } from '../practice-autotask/manual-waits.ts';
import { client, MbsClient, newUser, practice, send } from './mbs-client.ts';

describe('practice MBS: the call log', () => {
  it('tells what was called and sent, with how it ended, and never a password or token', async () => {
    const { server, mbs } = await client({ now: () => 1000 });
    server.control.resetCounters();
    server.control.orderFault({ fault: 'error_after_effect', path: 'POST Users' });
    await mbs.create({ Password: 'very secret' });
    await mbs.call('GET Destinations/nobody');
    expect(server.control.calls()).toEqual([
      {
        method: 'POST',
        route: 'Users',
        path: '/api/Users',
        sent: { Email: 'ann.lee@contoso.example', Enabled: true },
        started: expect.any(Number) as number,
        startedAt: 1000,
        ended: expect.any(Number) as number,
        endedAt: 1000,
        status: 500,
        fault: 'error_after_effect',
      },
      expect.objectContaining({
        route: 'Destinations/{id}',
        path: '/api/Destinations/nobody',
        sent: null,
        status: 406,
      }),
    ]);
    await MbsClient.of(server);
    const text = JSON.stringify([server.control.calls(), server.control.counters()]);
    for (const secret of ['very secret', server.login.password]) expect(text).not.toContain(secret);
  });

  it('counts calls, answers and the creates of each login, refused ones too', async () => {
    const { server, mbs } = await client();
    server.control.resetCounters();
    for (const Email of ['Ann', 'ann ', 'bob']) await mbs.create({ Email });
    await mbs.call('GET Users');
    expect(server.control.counters()).toEqual({
      total: 4,
      calls: { 'POST Users': 3, 'GET Users': 1 },
      statuses: { '200': 4 },
      mostInFlight: 1,
      createsByLogin: { ann: 2, bob: 1 },
    });
  });

  it('counts the most calls in flight, and refuses more than it is switched to', async () => {
    const waits = new ManualWaits();
    const { server, mbs } = await client({ wait: waits.wait });
    server.control.setSwitches({ latencyMs: 10, mostAtOnce: 2 });
    const calls = [mbs.call('GET Users'), mbs.call('GET Packages')];
    await waits.reached(2);
    expect(server.control.calls().at(-1)).toMatchObject({ ended: null, endedAt: null, status: null });
    expect((await mbs.call('GET Companies')).status).toBe(429);
    waits.endAll();
    for (const { status } of await Promise.all(calls)) expect(status).toBe(200);
    expect(server.control.counters().mostInFlight).toBe(3);
  });

  it('remembers no more calls than it is told to', async () => {
    const { server, mbs } = await client({ keptCalls: 2 });
    for (let call = 0; call < 5; call += 1) await mbs.call('GET Users');
    expect(server.control.calls()).toHaveLength(2);
    expect(server.control.counters().total).toBe(6);
  });
});

describe('practice MBS: the rest of the API', () => {
  it('answers 404 for paths and 405 for methods that it does not have, with ASP.NET’s words', async () => {
    const { server, mbs } = await client();
    expect(await mbs.call('GET Nothing')).toMatchObject({
      status: 404,
      json: { Message: `No HTTP resource was found that matches the request URI '${server.url}/api/Nothing'.` },
    });
    expect((await mbs.call('DELETE Users')).status).toBe(405);
    expect((await send(`${server.url}/elsewhere`)).status).toBe(404);
    server.control.setSwitches({ messageSpelling: 'message' });
    expect((await mbs.call('GET Nothing')).json).toHaveProperty('message');
  });

  it('matches paths whatever their letter case', async () => {
    const { mbs } = await client();
    expect((await mbs.call('GET users')).json).toEqual([]);
  });
});

describe('practice MBS: the control', () => {
  it('edits users as people on the Users page would', async () => {
    const { server, mbs } = await client();
    const { control } = server;
    const id = control.putUser({ login: 'ann', firstName: 'Ann' });
    expect(control.putUser({ id, lastName: 'Lee' })).toBe(id);
    expect(await mbs.user(id)).toMatchObject({ Email: 'ann', FirstName: 'Ann', LastName: 'Lee', Enabled: true });
    expect(() => control.putUser({ login: 'ANN' })).toThrow('Another user has the login');
    expect(() => control.putUser({ firstName: 'Nobody' })).toThrow('needs a login');
    expect(() => control.putUser({ id: 'x' })).toThrow('There is no user x');
    control.deleteUser(id);
    expect(() => control.deleteUser(id)).toThrow('There is no user');
    expect(control.users()).toEqual([]);
    expect(control.erasedUsers()).toEqual([]);
  });

  it('takes packages away, and refuses unknown ones', async () => {
    const { control } = await practice();
    const [first] = control.packages();
    control.removePackage(first!.id);
    expect(control.packages()).not.toContainEqual(first);
    expect(() => control.removePackage(first!.id)).toThrow('There is no package');
    expect(() => control.changePackage(first!.id, { isEnabled: false })).toThrow('There is no package');
  });

  it('does something just before a call is carried out, once', async () => {
    const { server, mbs } = await client();
    server.control.whenCalled('POST Users', 2, () => server.control.takeElsewhere('bob'));
    await mbs.create();
    expect(await mbs.create({ Email: 'bob' })).toBe('Email already exist.');
    server.control.whenCalled('GET Users', 1, () => server.control.putUser({ login: 'carol' }));
    expect(await mbs.users()).toHaveLength(2);
    expect((await mbs.call<string>('POST Users', newUser({ Email: 'dave' }))).json).toMatch(/-/);
  });
});
