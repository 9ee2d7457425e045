import { describe, expect, it } from 'vitest';
import { aRequest, MSP, OTHER_MSP } from '../../support/run-builders.ts';
import { never, RIGHT, useCasesInMemory } from '../../support/use-cases-in-memory.ts';

async function openConnected() {
  const app = useCasesInMemory();
  await app.connect();
  return app;
}

describe('StartRefresh', () => {
  it('writes a refresh down, wakes a worker and keeps who asked', async () => {
    const app = await openConnected();
    const run = await app.startRefresh.run(MSP, aRequest());
    expect(run).toMatchObject({ kind: 'refresh', state: 'queued', total: 0, accounts: 'all' });
    expect(app.ports.jobs.woken).toBe(1);
    expect((await app.activities())[0]).toBe(`refresh_started ${run.id}`);
  });

  it('answers the running one while there is one, and a new one after it', async () => {
    const app = await openConnected();
    const first = await app.startRefresh.run(MSP, aRequest());
    expect((await app.startRefresh.run(MSP, aRequest())).id).toBe(first.id);
    await app.work();
    expect((await app.startRefresh.run(MSP, aRequest())).id).not.toBe(first.id);
  });

  it('is one per provider, not one for all', async () => {
    const app = await openConnected();
    await app.saveConnection.run(OTHER_MSP, RIGHT, 'Sam', never());
    const own = await app.startRefresh.run(MSP, aRequest());
    expect((await app.startRefresh.run(OTHER_MSP, aRequest())).id).not.toBe(own.id);
  });

  it('answers a repeated request with its run, even when that has ended and the credentials are forgotten', async () => {
    const app = await openConnected();
    const request = aRequest({ idempotencyKey: 'key-1' });
    const first = await app.startRefresh.run(MSP, request);
    await app.work();
    await app.forgetConnection.run(MSP, 'Grace');
    expect(await app.startRefresh.run(MSP, request)).toMatchObject({ id: first.id, state: 'done' });
    expect(app.ports.jobs.woken).toBe(1);
  });

  it('refuses the key of another body', async () => {
    const app = await openConnected();
    await app.startRefresh.run(MSP, aRequest({ idempotencyKey: 'key-1' }));
    const other = app.startRefresh.run(MSP, aRequest({ idempotencyKey: 'key-1', fingerprint: 'other' }));
    await expect(other).rejects.toMatchObject({ code: 'idempotency_key_reused' });
  });

  it('starts nothing without credentials', async () => {
    const app = useCasesInMemory();
    await expect(app.startRefresh.run(MSP, aRequest())).rejects.toMatchObject({ code: 'not_connected' });
    expect(await app.listRuns.run({ tenantId: MSP, accounts: 'all' }, { limit: 10 })).toEqual([]);
    expect(app.ports.jobs.woken).toBe(0);
  });
});
