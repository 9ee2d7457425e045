import { describe, expect, it } from 'vitest';
import { packageId } from '../../../core/domain/ids.ts';
import { aSourceContact, EVERYTHING } from '../../support/book-builders.ts';
import { anImport, aRequest, MSP } from '../../support/run-builders.ts';
import { ALL, only, useCasesInMemory } from '../../support/use-cases-in-memory.ts';

async function openTwo() {
  const app = useCasesInMemory();
  await app.open(aSourceContact(1), aSourceContact(2));
  return app;
}

const UNCONFIRMED = 'known';

describe('StartImport', () => {
  it('freezes the selection, wakes a worker and keeps who asked', async () => {
    const app = await openTwo();
    const woken = app.ports.jobs.woken;
    const run = await app.start();
    expect(run).toMatchObject({ kind: 'import', state: 'queued', total: 2, done: 0, accounts: 'all' });
    expect(app.ports.jobs.woken).toBe(woken + 1);
    expect((await app.activities())[0]).toBe(`import_started ${run.id}`);
    app.ports.source.putContact(aSourceContact(3));
    await app.startRefresh.run(MSP, aRequest());
    await app.work();
    await app.work();
    expect((await app.items(run)).map(({ contactId }) => contactId)).toEqual(['1', '2']);
  });

  it('goes ahead with the fingerprint of what was previewed', async () => {
    const app = await openTwo();
    const { fingerprint } = await app.preview(only(1));
    await app.start(only(1), 'all', fingerprint);
    expect((await app.work()).tally).toMatchObject({ created: 1 });
  });

  it('refuses when the plan is no longer the one previewed, and writes nothing', async () => {
    const app = await openTwo();
    const { fingerprint } = await app.preview();
    await app.assign(only(2), { packageId: packageId('package-2') });
    const runs = await app.ports.runs.recent(MSP, 10);
    await expect(app.start(ALL, 'all', fingerprint)).rejects.toMatchObject({ code: 'plan_changed' });
    expect(await app.ports.runs.recent(MSP, 10)).toEqual(runs);
    expect(await app.users()).toEqual([]);
  });

  it('answers a repeated request with its run, even when its work has changed the plan', async () => {
    const app = await openTwo();
    const { fingerprint } = await app.preview();
    const request = anImport({ idempotencyKey: 'key-1' });
    const first = await app.startImport.run(EVERYTHING, request, { fingerprint });
    await app.work();
    expect(await app.startImport.run(EVERYTHING, request, { fingerprint })).toMatchObject({
      id: first.id,
      state: 'done',
    });
    expect(await app.users()).toHaveLength(2);
  });

  it('refuses the key of another body', async () => {
    const app = await openTwo();
    await app.startImport.run(EVERYTHING, anImport({ idempotencyKey: 'key-1' }), UNCONFIRMED);
    const other = anImport({ idempotencyKey: 'key-1', fingerprint: 'other' });
    const again = app.startImport.run(EVERYTHING, other, UNCONFIRMED);
    await expect(again).rejects.toMatchObject({ code: 'idempotency_key_reused' });
  });

  it('is done at once when nobody is selected', async () => {
    const app = await openTwo();
    expect(await app.import(only(404))).toMatchObject({ state: 'done', total: 0, done: 0 });
  });
});
