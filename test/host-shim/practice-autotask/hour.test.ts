import { describe, expect, it } from 'vitest';
import { instantWaits } from './manual-waits.ts';
import { get, practice, send } from './practice-client.ts';

const HOUR_MS = 3_600_000;

async function clockedPractice() {
  const clock = { now: Date.UTC(2026, 10, 24) };
  const waits = instantWaits();
  const server = await practice({ contacts: 5, now: () => clock.now, wait: waits.wait });
  const used = async () => (await get(server, 'ThresholdInformation')).json.currentTimeframeRequestCount;
  return { clock, waits, server, used };
}

describe('practice Autotask, rule 7: the hour', () => {
  it('counts every call of the last 60 minutes, its own question included', async () => {
    const { clock, server, used } = await clockedPractice();
    await get(server, 'Version');
    expect(await used()).toBe(2);
    server.control.useHour(100);
    expect(await used()).toBe(103);
    clock.now += HOUR_MS - 1;
    expect(await used()).toBe(104);
    clock.now += 1;
    expect(await used()).toBe(2);
    expect((await get(server, 'ThresholdInformation')).json).toMatchObject({
      externalRequestThreshold: 10_000,
      requestThresholdTimeframe: 60,
    });
  });

  it('counts neither refused logins nor zone look-ups, unless so switched', async () => {
    const { server, used } = await clockedPractice();
    const user = encodeURIComponent(server.credentials.username);
    await send(`${server.url}V1.0/Version`, {});
    await send(`${server.url}V1.0/zoneInformation?user=${user}`, {});
    expect(await used()).toBe(1);
    server.control.setSwitches({ zoneCallCounts: true });
    await send(`${server.url}V1.0/zoneInformation?user=${user}`, {});
    expect(await used()).toBe(3);
  });

  it.each([
    [4_999, []],
    [5_000, [500]],
    [7_499, [500]],
    [7_500, [1000]],
  ])('after %i calls adds a delay of %j ms', async (calls, delays) => {
    const { waits, server } = await clockedPractice();
    server.control.useHour(calls);
    expect((await get(server, 'Version')).status).toBe(200);
    expect(waits.asked).toEqual(delays);
  });

  it('refuses above the limit until the count has fallen', async () => {
    const { clock, server } = await clockedPractice();
    server.control.useHour(10_000);
    const refused = await get(server, 'Version');
    expect(refused.status).toBe(429);
    expect(refused.json).toEqual({ errors: [expect.stringContaining('10000')] });
    server.control.setSwitches({ overLimitStatus: 503 });
    expect((await get(server, 'Version')).status).toBe(503);
    server.control.setSwitches({ overLimitBody: 'empty' });
    expect(await get(server, 'Version')).toMatchObject({ status: 503, text: '' });
    clock.now += HOUR_MS;
    expect((await get(server, 'Version')).status).toBe(200);
  });
});
