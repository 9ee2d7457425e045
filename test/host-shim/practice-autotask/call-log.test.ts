import { describe, expect, it } from 'vitest';
import { ManualWaits } from './manual-waits.ts';
import { address, everything, get, loginHeaders, post, practice, send } from './practice-client.ts';

const NOW = Date.UTC(2026, 10, 24, 9, 30);

describe('practice Autotask: the call log', () => {
  it('tells what was asked, when, and how it ended', async () => {
    const clock = { now: NOW };
    const wait = async (milliseconds: number) => {
      clock.now += milliseconds;
    };
    const server = await practice({ contacts: 5, now: () => clock.now, wait, switches: { latencyMs: 150 } });
    const [id] = server.control.contactIds();
    await post(server, 'contacts/Query', { filter: [everything], maxRecords: 2 });
    server.control.orderFault({ fault: 'unavailable' });
    await get(server, `Contacts/${id}`);
    expect(server.control.calls()).toEqual([
      {
        method: 'POST',
        route: 'Contacts/query',
        path: '/ATServicesRest/V1.0/contacts/Query',
        filter: [everything],
        started: 1,
        startedAt: NOW,
        ended: 2,
        endedAt: NOW + 150,
        status: 200,
        fault: null,
      },
      {
        method: 'GET',
        route: 'Contacts/{id}',
        path: `/ATServicesRest/V1.0/Contacts/${id}`,
        filter: null,
        started: 3,
        startedAt: NOW + 150,
        ended: 4,
        endedAt: NOW + 300,
        status: 503,
        fault: 'unavailable',
      },
    ]);
  });

  it('reads the filter of a search in the address too', async () => {
    const server = await practice({ contacts: 5 });
    const search = encodeURIComponent(JSON.stringify({ filter: [everything] }));
    await send(address(server, `Contacts/query/count?search=${search}`), { headers: loginHeaders(server) });
    expect(server.control.calls()).toMatchObject([{ method: 'GET', filter: [everything] }]);
  });

  it('keeps the order of starts and ends while the clock stands still', async () => {
    const waits = new ManualWaits();
    const server = await practice({ contacts: 5, now: () => NOW, wait: waits.wait, switches: { latencyMs: 1 } });
    const first = get(server, 'Contacts/1');
    await waits.reached(1);
    expect(server.control.calls()).toMatchObject([{ started: 1, ended: null, endedAt: null, status: null }]);
    const second = get(server, 'Companies/0');
    await waits.reached(2);
    waits.endAll();
    await Promise.all([first, second]);
    const [one, other] = server.control.calls();
    expect([one?.started, other?.started]).toEqual([1, 2]);
    expect([one?.ended, other?.ended].toSorted()).toEqual([3, 4]);
  });

  it('remembers no more calls than it is told to, and counts them all', async () => {
    const server = await practice({ contacts: 5, keptCalls: 2 });
    for (const route of ['Version', 'Contacts/1', 'Companies/0', 'Companies/1', 'ThresholdInformation']) {
      await get(server, route);
      expect(server.control.calls().length).toBeLessThanOrEqual(2);
    }
    expect(server.control.calls().map(({ route }) => route)).toEqual(['Companies/{id}', 'ThresholdInformation']);
    expect(server.control.counters().total).toBe(5);
  });

  it('holds no credentials', async () => {
    const server = await practice({ contacts: 5 });
    await get(server, 'Version');
    const text = JSON.stringify([server.control.calls(), server.control.counters()]);
    for (const value of Object.values(server.credentials)) expect(text).not.toContain(value);
  });
});
