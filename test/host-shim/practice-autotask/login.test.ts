import { describe, expect, it } from 'vitest';
import { everything, get, loginHeaders, post, practice, send } from './practice-client.ts';

describe('practice Autotask, rule 2: the login', () => {
  it('lets in with the three headers, whatever their letter case', async () => {
    const server = await practice();
    const { username, secret, integrationCode } = server.credentials;
    const headers = { USERNAME: username, secret, apiintegrationcode: integrationCode };
    expect((await get(server, 'Version', headers)).json).toMatchObject({ majorVersion: 2026 });
  });

  it.each(['UserName', 'Secret', 'ApiIntegrationCode'])(
    'refuses a wrong or missing %s with an empty 401',
    async (name) => {
      const server = await practice();
      const without = loginHeaders(server);
      Reflect.deleteProperty(without, name);
      for (const headers of [without, { ...without, [name]: 'wrong' }]) {
        const answer = await post(server, 'Contacts/query', { filter: [everything] }, headers);
        expect(answer.status).toBe(401);
        expect(answer.text).toBe('');
        expect(answer.headers.get('content-length')).toBe('0');
        expect(answer.headers.get('www-authenticate')).toBe('Basic Realm="webservices3"');
      }
    },
  );

  it('answers a wrong integration code with a text when so switched', async () => {
    const server = await practice({ switches: { wrongIntegrationCode: 'text_500' } });
    const answer = await get(server, 'Version', { ...loginHeaders(server), ApiIntegrationCode: 'WRONG' });
    expect(answer.status).toBe(500);
    expect(answer.json).toEqual({ errors: ['IntegrationCode is invalid.'] });
  });

  it('locks the user after so many wrong secrets in a row, then refuses the right one until unlocked', async () => {
    const server = await practice({ switches: { lockAfterFailures: 3 } });
    const wrong = { ...loginHeaders(server), Secret: 'wrong' };
    for (const headers of [wrong, wrong, loginHeaders(server), wrong, wrong]) await get(server, 'Version', headers);
    expect((await get(server, 'Version')).status).toBe(200);
    for (const headers of [wrong, wrong, wrong]) await get(server, 'Version', headers);
    const locked = await get(server, 'Version');
    expect(locked.status).toBe(401);
    expect(locked.text).toBe('');
    server.control.unlockUser();
    expect((await get(server, 'Version')).status).toBe(200);
  });

  it('refuses an inactive or locked user, with a text when so switched', async () => {
    const server = await practice({ switches: { userIsActive: false } });
    expect((await get(server, 'Version')).status).toBe(401);
    server.control.setSwitches({ userIsActive: true, lockedAnswer: 'text_500' });
    server.control.lockUser();
    expect((await get(server, 'Version')).status).toBe(500);
  });

  it('keeps its credentials from one server to the next', async () => {
    const [one, other] = [await practice(), await practice({ seed: 2 })];
    expect(one.credentials).toEqual(other.credentials);
    expect(one.credentials.integrationCode).toHaveLength(27);
    expect(one.credentials.secret).toMatch(/[#$*!~^@]/);
    expect(one.url).not.toBe(other.url);
  });

  it('counts the calls that begin after a 401, but no zone look-ups', async () => {
    const server = await practice();
    await get(server, 'Version', { ...loginHeaders(server), Secret: 'wrong' });
    await send(`${server.url}V1.0/zoneInformation?user=x`, {});
    expect(server.control.counters().startedAfter401).toBe(0);
    await get(server, 'Version');
    expect(server.control.counters().startedAfter401).toBe(1);
  });
});
