import { describe, expect, it } from 'vitest';
import { instantWaits } from './manual-waits.ts';
import { everything, get, post, practice, send } from './practice-client.ts';

describe('practice Autotask, rule 11: latency', () => {
  it('is absent unless asked for', async () => {
    const waits = instantWaits();
    const server = await practice({ contacts: 5, wait: waits.wait });
    await post(server, 'Contacts/query', { filter: [everything] });
    expect(waits.asked).toEqual([]);
  });

  it('delays each call by the round trip, and each page of rows by more', async () => {
    const waits = instantWaits();
    const server = await practice({ contacts: 5, wait: waits.wait, switches: { latencyMs: 150, pageLatencyMs: 4500 } });
    await send(`${server.url}V1.0/zoneInformation?user=x`, {});
    await get(server, 'Contacts/entityInformation');
    await post(server, 'Contacts/query/count', { filter: [everything] });
    await post(server, 'Contacts/query', { filter: [everything] });
    await get(server, 'Companies/0/Contacts');
    expect(waits.asked).toEqual([150, 150, 150, 4650, 4650]);
  });
});
