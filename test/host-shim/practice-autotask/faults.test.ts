import { describe, expect, it } from 'vitest';
import { type FaultName, faultNames } from '../../../host-shim/practice-autotask/practice-autotask.ts';
import { instantWaits } from './manual-waits.ts';
import { everything, get, loginHeaders, post, practice, send } from './practice-client.ts';

const query = { filter: [everything], maxRecords: 10 };

async function struck(fault: FaultName) {
  const server = await practice();
  server.control.orderFault({ fault });
  const answer = await post(server, 'Contacts/query', query);
  expect((await post(server, 'Contacts/query', query)).json.items).toHaveLength(10);
  return answer;
}

describe('practice Autotask, rule 8: faults', () => {
  it.each([
    ['html_200', 200],
    ['html_404', 404],
    ['error_500', 500],
    ['bad_gateway', 502],
    ['unavailable', 503],
    ['gateway_timeout', 504],
  ] as const)('%s answers a page of HTML, once', async (fault, status) => {
    const answer = await struck(fault);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.json).toBeUndefined();
  });

  it('truncated_json breaks the JSON off', async () => {
    const answer = await struck('truncated_json');
    expect(answer.status).toBe(200);
    expect(answer.text).toMatch(/^\{"items":\[/);
    expect(answer.json).toBeUndefined();
  });

  it('empty_200 answers nothing', async () => {
    expect(await struck('empty_200')).toMatchObject({ status: 200, text: '' });
  });

  it('errors_in_200 hides errors beside an empty list', async () => {
    const answer = await struck('errors_in_200');
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({ items: [], errors: [expect.any(String)] });
  });

  it('short_page leaves rows out and ends the walk', async () => {
    const { items, pageDetails } = (await struck('short_page')).json;
    expect(items).toHaveLength(5);
    expect(pageDetails).toMatchObject({ count: 5, nextPageUrl: null });
  });

  it('looping_page and foreign_next_page lead elsewhere', async () => {
    expect((await struck('looping_page')).json.pageDetails.nextPageUrl).toMatch(/\/Contacts\/query$/);
    const foreign = (await struck('foreign_next_page')).json.pageDetails.nextPageUrl!;
    expect(new URL(foreign).hostname).not.toBe('127.0.0.1');
  });

  it('repeated_page answers the page before again, to those who go on from the last id', async () => {
    const server = await practice();
    const first = await post(server, 'Contacts/query', query);
    const after = { op: 'gt', field: 'id', value: first.json.items.at(-1)!.id };
    server.control.orderFault({ fault: 'repeated_page' });
    expect((await post(server, 'Contacts/query', { filter: [after], maxRecords: 10 })).json).toEqual(first.json);
  });

  it('repeated_page answers the page before again, to those who follow addresses', async () => {
    const server = await practice();
    const first = await post(server, 'Contacts/query', query);
    server.control.orderFault({ fault: 'repeated_page' });
    const init = { method: 'POST', headers: loginHeaders(server), body: JSON.stringify(query) };
    expect((await send(first.json.pageDetails.nextPageUrl!, init)).json).toEqual(first.json);
  });

  it('repeated_page leaves the only page of a walk as it is, whatever else was asked before', async () => {
    const server = await practice();
    await post(server, 'Contacts/query', query);
    await post(server, 'Companies/query', query);
    const isActive = { op: 'eq', field: 'isActive', value: 0 };
    const inactive = await post(server, 'Contacts/query/count', { filter: [isActive] });
    server.control.orderFault({ fault: 'repeated_page' });
    const page = await post(server, 'Contacts/query', { filter: [isActive] });
    expect(page.json.items).toHaveLength(inactive.json.queryCount);
  });

  it('redirect, thread_refusal and unauthorized come with their status', async () => {
    expect((await struck('redirect')).headers.get('location')).toMatch(/^https:/);
    expect((await struck('thread_refusal')).status).toBe(429);
    expect((await struck('unauthorized')).headers.get('content-length')).toBe('0');
  });

  it.each(['reset', 'reset_midway'] as const)('%s breaks the connection', async (fault) => {
    const server = await practice();
    server.control.orderFault({ fault });
    await expect(post(server, 'Contacts/query', query)).rejects.toThrow();
    expect((await post(server, 'Contacts/query', query)).status).toBe(200);
  });

  it('slow takes its time and then answers rightly', async () => {
    const waits = instantWaits();
    const server = await practice({ wait: waits.wait });
    server.control.orderFault({ fault: 'slow', delayMs: 60_000 });
    expect((await post(server, 'Contacts/query', query)).json.items).toHaveLength(10);
    expect(waits.asked).toEqual([60_000]);
  });

  it('strikes only where and when it is ordered', async () => {
    const server = await practice();
    server.control.orderFault({ fault: 'unavailable', path: 'companies/query', skip: 1, times: 2 });
    const statuses = [];
    for (let call = 0; call < 4; call += 1) statuses.push((await post(server, 'Companies/query', query)).status);
    expect(statuses).toEqual([200, 503, 503, 200]);
    expect((await post(server, 'Contacts/query', query)).status).toBe(200);
  });

  it('leaves zone look-ups alone unless they are named', async () => {
    const server = await practice();
    const zone = () =>
      send(`${server.url}V1.0/zoneInformation?user=${encodeURIComponent(server.credentials.username)}`, {});
    server.control.orderFault({ fault: 'unavailable', times: 5 });
    expect((await zone()).status).toBe(200);
    server.control.clearFaults();
    server.control.orderFault({ fault: 'error_500', path: 'zoneInformation' });
    expect((await zone()).status).toBe(500);
  });

  it('strikes with a probability, the same way for the same seed', async () => {
    const runs = [];
    for (const seed of [7, 7, 8]) {
      const server = await practice({ contacts: 5 });
      server.control.orderFault({ fault: 'unavailable', probability: 0.3, seed });
      server.control.orderFault({ fault: 'bad_gateway', probability: 0.3, seed: seed + 100 });
      const statuses = [];
      for (let call = 0; call < 60; call += 1) statuses.push((await get(server, 'Contacts/1')).status);
      runs.push(statuses.join());
    }
    expect(runs[0]).toBe(runs[1]);
    expect(runs[0]).not.toBe(runs[2]);
    for (const status of ['200', '502', '503']) expect(runs[0]).toContain(status);
  });

  it('strikes the same calls of a seed whatever their order', async () => {
    const struckIds = async (reversed: 'reversed' | 'straight') => {
      const server = await practice({ faults: [{ fault: 'unavailable', probability: 0.3, seed: 9 }] });
      const ids = server.control.contactIds().slice(0, 60);
      for (const id of reversed === 'reversed' ? ids.toReversed() : ids) await get(server, `Contacts/${id}`);
      const calls = server.control.calls().filter(({ fault }) => fault === 'unavailable');
      return calls.map(({ path }) => path).toSorted();
    };
    const straight = await struckIds('straight');
    expect(straight.length).toBeGreaterThan(5);
    expect(await struckIds('reversed')).toEqual(straight);
  });

  it('mixes several faults, about as often as it is told', async () => {
    const fault = faultNames.filter((name) => !/^reset|slow/.test(name));
    const server = await practice({ faults: [{ fault, probability: 0.1, seed: 3 }], keptCalls: 1000 });
    const ids = server.control.contactIds();
    for (const id of ids) {
      await post(server, 'Contacts/query', { filter: [{ op: 'gte', field: 'id', value: id }], maxRecords: 2 });
    }
    const struckBy = server.control.calls().flatMap((call) => call.fault ?? []);
    expect(struckBy.length).toBeGreaterThan(20);
    expect(struckBy.length).toBeLessThan(70);
    expect(new Set(struckBy).size).toBeGreaterThan(8);
  });

  it('spoils pages only where there is a page', async () => {
    const server = await practice();
    const pageFaults = ['short_page', 'repeated_page', 'looping_page', 'foreign_next_page'] as const;
    server.control.orderFault({ fault: pageFaults, probability: 1 });
    expect((await post(server, 'Contacts/query/count', query)).json).toEqual({ queryCount: 400 });
    await post(server, 'Contacts/query', query);
    expect(server.control.calls().map(({ fault }) => fault)).toEqual([null, expect.any(String)]);
    expect((await post(server, 'Contacts/query', { filter: [] })).json.errors).toHaveLength(1);
  });

  it('leads to the address that it is told', async () => {
    const server = await practice();
    const leadsTo = 'http://127.0.0.1:9/ATServicesRest/';
    server.control.orderFault({ fault: 'redirect', leadsTo });
    expect((await post(server, 'Contacts/query', query)).headers.get('location')).toBe(leadsTo);
    server.control.orderFault({ fault: 'foreign_next_page', leadsTo });
    const { nextPageUrl } = (await post(server, 'Contacts/query', query)).json.pageDetails;
    expect(nextPageUrl).toBe(`${leadsTo}V1.0/Contacts/query/next`);
  });

  it('hides errors beside an empty list only where a list belongs', async () => {
    const server = await practice();
    server.control.orderFault({ fault: 'errors_in_200' });
    expect((await post(server, 'Contacts/query/count', query)).json).toEqual({ errors: [expect.any(String)] });
  });
});
