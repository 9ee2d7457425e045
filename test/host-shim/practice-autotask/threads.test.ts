import { describe, expect, it } from 'vitest';
import { ManualWaits } from './manual-waits.ts';
import { everything, get, post, practice } from './practice-client.ts';

const REFUSAL = { errors: ['The Autotask API thread threshold of 3 threads has been exceeded.'] };

/** A server whose calls stay at work until the test ends their waits. */
async function slowPractice(slotReleaseMs: number) {
  const waits = new ManualWaits();
  const clock = { at: 0 };
  const server = await practice({
    contacts: 5,
    wait: waits.wait,
    elapsed: () => clock.at,
    switches: { latencyMs: 100, slotReleaseMs },
  });
  const ask = () => post(server, 'Contacts/query', { filter: [everything] });
  return { waits, server, ask, clock };
}

describe('practice Autotask, rule 6: threads', () => {
  it('works at three calls per entity and refuses the fourth', async () => {
    const { waits, server, ask } = await slowPractice(0);
    const working = [ask(), get(server, 'Contacts/1'), post(server, 'Contacts/query/count', { filter: [everything] })];
    await waits.reached(3);
    const refused = await get(server, 'Contacts/entityInformation');
    expect(refused.status).toBe(429);
    expect(refused.json).toEqual(REFUSAL);
    expect(refused.headers.has('retry-after')).toBe(false);
    waits.endAll();
    expect((await Promise.all(working)).map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect(server.control.counters().mostInFlight['Contacts']).toBe(4);
  });

  it('has a budget of its own for each entity, and for the threshold information', async () => {
    const { waits, server, ask } = await slowPractice(0);
    const working = [ask(), ask(), ask(), post(server, 'Companies/query', { filter: [everything] })];
    working.push(...[1, 2, 3].map(() => get(server, 'ThresholdInformation')));
    await waits.reached(7);
    expect((await get(server, 'ThresholdInformation')).status).toBe(429);
    waits.endAll();
    expect((await Promise.all(working)).every((answer) => answer.status === 200)).toBe(true);
  });

  it('frees a thread only some milliseconds after the answer', async () => {
    const { waits, ask, clock } = await slowPractice(3);
    const working = [ask(), ask(), ask()];
    await waits.reached(3);
    waits.endAll();
    await Promise.all(working);
    clock.at += 2;
    expect((await ask()).status).toBe(429);
    clock.at += 1;
    const again = ask();
    await waits.reached(1);
    waits.endAll();
    expect((await again).status).toBe(200);
  });

  it('can refuse with another status and say when to come again', async () => {
    const { waits, server, ask } = await slowPractice(0);
    server.control.setSwitches({ threadRefusalStatus: 500, retryAfterSeconds: 2, threadLimit: 1 });
    const working = ask();
    await waits.reached(1);
    const refused = await ask();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([500, '2']);
    expect(refused.json.errors[0]).toContain('thread threshold of 1 threads');
    server.control.orderFault({ fault: 'thread_refusal' });
    waits.endAll();
    await working;
    const asked = ask();
    await waits.reached(1);
    waits.endAll();
    expect((await asked).headers.get('retry-after')).toBe('2');
  });

  it('frees the thread of a call that failed', async () => {
    const server = await practice({ switches: { threadLimit: 1 } });
    server.control.orderFault({ fault: 'reset' });
    await expect(post(server, 'Contacts/query', { filter: [everything] })).rejects.toThrow();
    expect((await post(server, 'Contacts/query', { filter: [everything] })).status).toBe(200);
  });
});
