import { describe, expect, it } from 'vitest';
import { address, get, loginHeaders, practice, send } from './practice-client.ts';

describe('practice Autotask, rule 1: the zone', () => {
  it('names its own loopback address with a trailing slash, without credentials', async () => {
    const server = await practice();
    const user = encodeURIComponent(server.credentials.username);
    const answer = await send(address(server, `zoneInformation?user=${user}`), {});
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({ zoneName: 'America East' });
    expect(new URL(answer.json.url).origin).toBe(new URL(server.url).origin);
    expect(answer.json.url).toMatch(/\/atservicesrest\/$/);
    expect((await send(`${answer.json.url}V1.0/Version`, { headers: loginHeaders(server) })).status).toBe(200);
  });

  it('matches the path whatever its letter case', async () => {
    const server = await practice();
    const { origin } = new URL(server.url);
    const user = encodeURIComponent(server.credentials.username);
    for (const path of ['atservicesrest/v1.0/ZoneInformation', 'ATSERVICESREST/V1.0/zoneinformation']) {
      expect((await send(`${origin}/${path}?user=${user}`, {})).status).toBe(200);
    }
  });

  it.each(['nobody@elsewhere.example', ''])('does not know the user "%s"', async (user) => {
    const server = await practice();
    const answer = await send(address(server, `zoneInformation?user=${encodeURIComponent(user)}`), {});
    expect(answer.status).toBe(500);
    expect(answer.json).toEqual({ errors: ['Zone information could not be determined'] });
  });

  it('gives another seed another customer instance, and the same seed the same', async () => {
    const instances = [];
    for (const seed of [1, 2, 1]) {
      const server = await practice({ seed, contacts: 5 });
      const user = encodeURIComponent(server.credentials.username);
      instances.push((await send(address(server, `zoneInformation?user=${user}`), {})).json.ci);
    }
    expect(instances[0]).toBe(instances[2]);
    expect(instances[0]).not.toBe(instances[1]);
  });

  it('refuses at the old address once the tenant was moved, and names the new one', async () => {
    const server = await practice();
    server.control.moveZone();
    expect((await get(server, 'Version')).status).toBe(401);
    const user = encodeURIComponent(server.credentials.username);
    const zone = (await send(address(server, `zoneInformation?user=${user}`), {})).json;
    expect(zone.url).not.toMatch(/:\d+\/atservicesrest\/$/);
    expect((await send(`${zone.url}V1.0/Version`, { headers: loginHeaders(server) })).status).toBe(200);
    expect((await send(`${zone.url}V1.0/zoneInformation?user=${user}`, {})).json).toEqual(zone);
    server.control.moveZone({ home: true });
    expect((await get(server, 'Version')).status).toBe(200);
  });

  it('can name an address that is not its own', async () => {
    const server = await practice();
    server.control.moveZone({ url: 'https://elsewhere.example/ATServicesRest/' });
    const user = encodeURIComponent(server.credentials.username);
    const zone = await send(address(server, `zoneInformation?user=${user}`), {});
    expect(zone.json.url).toBe('https://elsewhere.example/ATServicesRest/');
    expect((await get(server, 'Version')).status).toBe(401);
  });

  it('answers the versions without credentials', async () => {
    const server = await practice();
    expect((await send(`${server.url}VersionInformation`, {})).json).toEqual({ apiVersions: ['1.0'] });
  });

  it('may not determine the zone of a user that exists, for a while', async () => {
    const server = await practice({ switches: { zoneLookUp: 'undetermined' } });
    const look = () =>
      send(address(server, `zoneInformation?user=${encodeURIComponent(server.credentials.username)}`), {});
    expect((await look()).json).toEqual({ errors: ['Zone information could not be determined'] });
    server.control.setSwitches({ zoneLookUp: 'found' });
    expect((await look()).status).toBe(200);
  });

  it('is looked up by GET only', async () => {
    const server = await practice();
    const answer = await send(address(server, 'zoneInformation'), { method: 'POST', body: '{}' });
    expect(answer.status).toBe(405);
  });
});
