import { describe, expect, it } from 'vitest';
import type { LoggedCall, PracticeAutotask } from '../../../host-shim/practice-autotask/practice-autotask.ts';
import { everything, get, post, practice, send } from './practice-client.ts';

function act(server: PracticeAutotask, actions: unknown) {
  const headers = { 'content-type': 'application/json' };
  return send(server.controlUrl, { method: 'POST', headers, body: JSON.stringify(actions) });
}

describe('practice Autotask: the control over HTTP', () => {
  it('does one action or several and answers their results', async () => {
    const server = await practice();
    const [id = 0, other = 0] = server.control.contactIds();
    const done = await act(server, [
      { do: 'patchContact', id, values: { lastName: 'Łuczak' } },
      { do: 'addContact', values: { companyID: 0, firstName: 'Zoë', lastName: "O'Hara" } },
      { do: 'deleteContact', id: other },
      { do: 'setPermission', entity: 'Companies', permission: 'restricted' },
      { do: 'setSwitches', switches: { retryAfterSeconds: 9 } },
      { do: 'useHour', calls: 12 },
      { do: 'contact', id },
      { do: 'moveZone' },
      { do: 'moveZone', home: true },
    ]);
    expect(done.status).toBe(200);
    expect(done.json.results[1]).toBe(server.control.contactIds().at(-1));
    expect(done.json.results[6]).toMatchObject({ id, lastName: 'Łuczak' });
    expect(server.control.contact(other)).toBeNull();
    expect(server.control.switches.retryAfterSeconds).toBe(9);
    expect((await get(server, 'ThresholdInformation')).json.currentTimeframeRequestCount).toBe(13);
    expect((await get(server, 'Companies/entityInformation')).json.info.userAccessForQuery).toBe('Restricted');
  });

  it('orders a mix of faults with all its arguments, and deletes companies', async () => {
    const server = await practice();
    const [, company = 0] = server.control.companyIds();
    const mix = { fault: ['redirect'], probability: 1, seed: 4, skip: 1, times: 1, leadsTo: 'http://127.0.0.1:9/' };
    await act(server, [
      { do: 'orderFault', ...mix, path: 'Companies' },
      { do: 'deleteCompany', id: company },
    ]);
    const statuses = [];
    for (let call = 0; call < 3; call += 1) statuses.push((await get(server, 'Companies/0')).status);
    expect(statuses).toEqual([200, 307, 200]);
    expect(server.control.company(company)).toBeNull();
  });

  it('orders faults, locks and unlocks, and reads the counters', async () => {
    const server = await practice();
    await act(server, { do: 'orderFault', fault: 'unavailable', path: 'Contacts/query', times: 1 });
    expect((await post(server, 'Contacts/query', { filter: [everything] })).status).toBe(503);
    await act(server, { do: 'lockUser' });
    expect((await get(server, 'Version')).status).toBe(401);
    await act(server, { do: 'unlockUser' });
    expect((await get(server, 'Version')).status).toBe(200);
    const [counters] = (await act(server, { do: 'counters' })).json.results;
    expect(counters).toEqual({
      total: 3,
      calls: { 'Contacts/query': 1, Version: 2 },
      statuses: { '503': 1, '401': 1, '200': 1 },
      mostInFlight: { Contacts: 1, Version: 1 },
      startedAfter401: 1,
    });
    const calls = (await act(server, [{ do: 'calls' }, { do: 'resetCounters' }])).json.results[0] as LoggedCall[];
    expect(calls.map(({ route }) => route)).toEqual(['Contacts/query', 'Version', 'Version']);
    expect((await send(server.controlUrl, {})).json.counters.total).toBe(0);
  });

  it.each([
    ['no action', {}],
    ['an unknown action', { do: 'dance' }],
    ['no object', 7],
    ['a wrong argument', { do: 'deleteContact', id: 'x' }],
    ['an unknown fault', { do: 'orderFault', fault: 'flood' }],
    ['an unknown fault among known ones', { do: 'orderFault', fault: ['slow', 'flood'] }],
    ['a wrong argument of a fault', { do: 'orderFault', fault: 'slow', delayMs: 'long' }],
    ['an unknown permission', { do: 'setPermission', entity: 'Contacts', permission: 'some' }],
    ['an unknown entity', { do: 'setPermission', entity: 'Tickets', permission: 'all' }],
  ])('refuses %s with a sentence', async (_what, action) => {
    const server = await practice({ contacts: 5 });
    const refused = await act(server, action);
    expect(refused.status).toBe(400);
    expect(refused.json).toEqual({ error: expect.any(String) as string, results: [] });
  });

  it('takes nothing but JSON by POST, so that no page in a browser can use it', async () => {
    const server = await practice({ contacts: 5 });
    const headers = { 'content-type': 'text/plain' };
    const body = JSON.stringify({ do: 'lockUser' });
    expect((await send(server.controlUrl, { method: 'POST', headers, body })).status).toBe(415);
    expect((await send(server.controlUrl, { method: 'DELETE' })).status).toBe(405);
    expect((await get(server, 'Version')).status).toBe(200);
    expect((await send(new URL('/', server.url).href, {})).status).toBe(404);
  });
});
