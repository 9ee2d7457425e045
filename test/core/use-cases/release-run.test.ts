import { beforeEach, describe, expect, it } from 'vitest';
import { type RunId, runId } from '../../../core/domain/ids.ts';
import { aSourceContact, EVERYTHING } from '../../support/book-builders.ts';
import { OTHER_MSP } from '../../support/run-builders.ts';
import { useCasesInMemory } from '../../support/use-cases-in-memory.ts';

describe('ReleaseRun', () => {
  let app: ReturnType<typeof useCasesInMemory>;
  let held: RunId;

  const activities = async () => (await app.activities()).filter((activity) => activity.startsWith('run_'));

  beforeEach(async () => {
    app = useCasesInMemory();
    await app.open(aSourceContact(1), aSourceContact(2));
    app.ports.source.removeContact('2');
    held = (await app.refresh()).id;
  });

  it('lets a held run go on, without its problem, and wakes a worker', async () => {
    const { woken } = app.ports.jobs;
    expect(await app.releaseRun.run(EVERYTHING, held, 'Grace')).toMatchObject({
      id: held,
      state: 'queued',
      problem: null,
      finishedAt: null,
    });
    expect(app.ports.jobs.woken).toBe(woken + 1);
  });

  it('writes down who released what', async () => {
    await app.releaseRun.run(EVERYTHING, held, 'Grace');
    expect(await activities()).toEqual([`run_released ${held}`]);
    expect((await app.ports.activityLog.recent(EVERYTHING.tenantId, 1))[0]).toMatchObject({ by: 'Grace' });
  });

  it.each([
    ['that has been released', () => app.releaseRun.run(EVERYTHING, held, 'Grace')],
    ['that was dropped', () => app.cancelRun.run(EVERYTHING, held, 'Grace')],
    [
      'that is done',
      async () => {
        await app.releaseRun.run(EVERYTHING, held, 'Grace');
        await app.work();
      },
    ],
  ])('refuses a run %s', async (_, before) => {
    await before();
    const { woken } = app.ports.jobs;
    const known = [await app.findRun.run(EVERYTHING, held), await activities()];
    await expect(app.releaseRun.run(EVERYTHING, held, 'Sam')).rejects.toMatchObject({ code: 'run_not_held' });
    expect([await app.findRun.run(EVERYTHING, held), await activities()]).toEqual(known);
    expect(app.ports.jobs.woken).toBe(woken);
  });

  it.each([
    ['unknown', EVERYTHING, 'run-404'],
    ['another provider’s', { ...EVERYTHING, tenantId: OTHER_MSP }, null],
  ])('finds no run that is %s', async (_, scope, id) => {
    const released = app.releaseRun.run(scope, id === null ? held : runId(id), 'Sam');
    await expect(released).rejects.toMatchObject({ code: 'run_not_found' });
    expect((await app.findRun.run(EVERYTHING, held)).state).toBe('held');
    expect(await activities()).toEqual([]);
  });
});
