import { describe, expect, it } from 'vitest';
import { client, logIn, MbsClient, newUser, practice, send } from './mbs-client.ts';

describe('practice MBS: the log-in', () => {
  it('answers a bearer token of two weeks, to JSON', async () => {
    const server = await practice({ now: () => Date.UTC(2018, 3, 28, 13, 50, 43) });
    const answer = await logIn(server);
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({
      access_token: expect.any(String) as string,
      token_type: 'bearer',
      expires_in: 1_209_599,
      userName: server.login.username,
      '.issued': 'Sat, 28 Apr 2018 13:50:43 GMT',
      '.expires': 'Sat, 12 May 2018 13:50:42 GMT',
    });
  });

  it('takes a form, too', async () => {
    const server = await practice();
    const body = new URLSearchParams({ UserName: server.login.username, Password: server.login.password });
    expect((await send(`${server.url}/api/Provider/Login`, { method: 'POST', body })).status).toBe(200);
  });

  it.each([
    ['status_403', 403, { Message: 'The user name or password is incorrect.' }],
    ['status_401', 401, { Message: 'The user name or password is incorrect.' }],
    ['status_400', 400, { error: 'invalid_grant', error_description: 'The user name or password is incorrect.' }],
  ] as const)('refuses a wrong one with %s', async (wrongLogin, status, json) => {
    const server = await practice({ switches: { wrongLogin } });
    expect(await logIn(server, 'wrong')).toMatchObject({ status, json });
  });

  it('voids the old password at once when a new one is generated', async () => {
    const server = await practice();
    server.control.changePassword('another one');
    expect((await logIn(server)).status).toBe(403);
    expect((await logIn(server, 'another one')).status).toBe(200);
  });

  it('lets nobody in without a good token', async () => {
    const { server, mbs } = await client();
    expect((await mbs.call('GET Packages')).status).toBe(200);
    expect((await send(`${server.url}/api/Packages`)).status).toBe(401);
    server.control.expireTokens();
    expect((await mbs.call('GET Packages')).status).toBe(401);
    server.control.setSwitches({ badToken: 'status_403' });
    expect((await mbs.call('GET Packages')).status).toBe(403);
    expect((await (await MbsClient.of(server)).call('GET Packages')).status).toBe(200);
  });

  it('ends a token when its time is over', async () => {
    let now = 0;
    const { mbs } = await client({ now: () => now, switches: { tokenSeconds: 60 } });
    now = 59_999;
    expect((await mbs.call('GET Packages')).status).toBe(200);
    now = 60_000;
    expect((await mbs.call('GET Packages')).status).toBe(401);
  });

  it('says in a 200 that a create came without a token', async () => {
    const { server, mbs } = await client();
    const headers = { 'content-type': 'application/json' };
    const bare = { method: 'POST', headers, body: JSON.stringify(newUser()) };
    expect(await send(`${server.url}/api/Users`, bare)).toMatchObject({ status: 200, json: 'No token received' });
    mbs.loseToken();
    expect((await mbs.call('POST Users', newUser())).status).toBe(401);
    server.control.setSwitches({ badTokenOnCreate: 'said_in_200' });
    expect(await mbs.create()).toBe('No token received');
    expect(server.control.users()).toEqual([]);
  });
});
