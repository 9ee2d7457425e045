import { describe, expect, it } from 'vitest';
import type { FaultName } from '../../../host-shim/practice-mbs/practice-mbs.ts';
import { instantWaits, ManualWaits } from '../practice-autotask/manual-waits.ts';
import { client, newUser } from './mbs-client.ts';

async function struckCreate(fault: FaultName) {
  const { server, mbs } = await client();
  server.control.orderFault({ fault, path: 'POST Users' });
  const answer = await mbs.call('POST Users', newUser()).catch(() => 'broken off' as const);
  return { server, mbs, answer, created: server.control.users().length };
}

describe('practice MBS: faults', () => {
  it.each([
    ['error_500', 500, 'application/json'],
    ['bad_gateway', 502, 'text/html'],
    ['unavailable', 503, 'text/html'],
    ['html_200', 200, 'text/html'],
    ['too_many', 429, 'application/json'],
    ['token_expired', 401, 'application/json'],
  ] as const)('%s answers %i and nothing happens', async (fault, status, type) => {
    const { answer, created } = await struckCreate(fault);
    expect(answer).toMatchObject({ status });
    expect(answer === 'broken off' || answer.headers.get('content-type')).toContain(type);
    expect(created).toBe(0);
  });

  it.each([
    ['error_after_effect', 500],
    ['gateway_timeout', 504],
    ['html_after_effect', 200],
    ['garbage_json', 200],
    ['empty_200', 200],
  ] as const)('%s answers %i after the user was created', async (fault, status) => {
    const { mbs, answer, created } = await struckCreate(fault);
    expect(answer).toMatchObject({ status });
    expect(answer === 'broken off' || /^"[\da-f-]{36}"$/.test(answer.text)).toBe(false);
    expect(created).toBe(1);
    expect(await mbs.create()).toBe('Email already exist.');
  });

  it.each([
    ['reset', 0],
    ['answer_lost', 1],
    ['reset_midway', 1],
  ] as const)('%s cuts the connection with %i users created', async (fault, users) => {
    expect(await struckCreate(fault)).toMatchObject({ answer: 'broken off', created: users });
  });

  it('token_expired ends all tokens until a new log-in', async () => {
    const { mbs } = await struckCreate('token_expired');
    expect((await mbs.call('GET Users')).status).toBe(401);
  });

  it('garbage_json and reset_midway break long lists and empty answers, too', async () => {
    const { server, mbs } = await client({ users: 3000 });
    server.control.orderFault({ fault: 'garbage_json', times: 2 });
    const list = await mbs.call('GET Users');
    expect(list.text).toMatch(/^\[\{"ID"/);
    expect(list.json).toBeUndefined();
    const [{ id: ID } = { id: '' }] = server.control.users();
    const changed = await mbs.call('PUT Users', { ID, Enabled: true });
    expect([changed.status, changed.json]).toEqual([200, undefined]);
    server.control.orderFault({ fault: 'reset_midway' });
    await expect(mbs.call('GET Users')).rejects.toThrow();
  });

  it('slow_answer works at once and slow_effect late, and both answer rightly', async () => {
    const waits = new ManualWaits();
    const { server, mbs } = await client({ wait: waits.wait });
    server.control.orderFault({ fault: 'slow_answer', delayMs: 60_000 });
    server.control.orderFault({ fault: 'slow_effect', delayMs: 90_000 });
    const answer = mbs.create({ Email: 'early' });
    await waits.reached(1);
    const effect = mbs.create({ Email: 'late' });
    await waits.reached(2);
    expect(server.control.users().map(({ login }) => login)).toEqual(['early']);
    expect(waits.asked).toEqual([60_000, 90_000]);
    waits.endAll();
    for (const id of await Promise.all([answer, effect])) expect(await mbs.user(id)).toMatchObject({ ID: id });
  });

  it('says after how long to come back where it is so switched', async () => {
    const { server, mbs } = await client({ switches: { retryAfterSeconds: 3 } });
    server.control.orderFault({ fault: 'too_many' });
    expect((await mbs.call('GET Users')).headers.get('retry-after')).toBe('3');
  });

  it('strikes only where and when it is ordered, and no log-in unless it is named', async () => {
    const { server, mbs } = await client();
    server.control.orderFault({ fault: 'unavailable', path: 'get packages', skip: 1, times: 2 });
    const statuses = [];
    for (let call = 0; call < 4; call += 1) statuses.push((await mbs.call('GET Packages')).status);
    expect(statuses).toEqual([200, 503, 503, 200]);
    server.control.orderFault({ fault: 'unavailable', times: 5 });
    expect((await mbs.call('POST Provider/Login', {})).status).toBe(403);
    server.control.clearFaults();
    expect((await mbs.call('GET Users')).status).toBe(200);
    server.control.orderFault({ fault: 'error_500', path: 'Login' });
    expect((await mbs.call('POST Provider/Login', {})).status).toBe(500);
  });

  it('strikes a share of the calls, the same ones for the same seed, whatever their order', async () => {
    const struck = async (seed: number, numbers: readonly number[]) => {
      const { server, mbs } = await client({ faults: [{ fault: ['error_500', 'unavailable'], share: 0.3, seed }] });
      for (const number of numbers) {
        await mbs.create({ Email: `user${String(number)}`, Password: `random ${String(Math.random())}` });
      }
      const calls = server.control.calls().filter(({ fault }) => fault !== null);
      return calls.map(({ sent, fault }) => `${JSON.stringify(sent)} ${fault!}`).toSorted();
    };
    const numbers = Array.from({ length: 60 }, (_none, place) => place);
    const first = await struck(7, numbers);
    expect(first.length).toBeGreaterThan(8);
    expect(first.length).toBeLessThan(30);
    expect(await struck(7, numbers.toReversed())).toEqual(first);
    expect(await struck(8, numbers)).not.toEqual(first);
    expect(new Set(first.map((call) => call.split(' ').at(-1)))).toEqual(new Set(['error_500', 'unavailable']));
  });

  it('refuses a fault and a switch that do not exist', async () => {
    const { server } = await client();
    expect(() => server.control.orderFault({ fault: 'flood' as FaultName })).toThrow('no fault "flood"');
    expect(() => server.control.setSwitches({ colour: 'red' } as object)).toThrow('no switch "colour"');
    expect(() => server.control.setSwitches({ latencyMs: 'long' } as object)).toThrow('takes a number');
    expect(() => server.control.setSwitches({ wrongLogin: 'never' } as object)).toThrow('takes one of');
    server.control.setSwitches({ mostAtOnce: null });
  });

  it('takes as long as the switch says', async () => {
    const waits = instantWaits();
    const { server, mbs } = await client({ wait: waits.wait });
    await mbs.call('GET Users');
    expect(waits.asked).toEqual([]);
    server.control.setSwitches({ latencyMs: 100 });
    await mbs.call('GET Users');
    expect(waits.asked).toEqual([100]);
  });
});
