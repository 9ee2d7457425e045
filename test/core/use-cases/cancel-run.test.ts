import { describe, expect, it } from 'vitest';
import { runId } from '../../../core/domain/ids.ts';
import { aSourceContact, EVERYTHING } from '../../support/book-builders.ts';
import { claimOne, LEASE, OTHER_MSP } from '../../support/run-builders.ts';
import { useCasesInMemory } from '../../support/use-cases-in-memory.ts';

async function openStarted() {
  const app = useCasesInMemory();
  await app.open(aSourceContact(1), aSourceContact(2));
  const { id } = await app.start();
  return { ...app, id };
}

describe('CancelRun', () => {
  it('ends at once a run that nobody works on, all of it not attempted', async () => {
    const app = await openStarted();
    const run = await app.cancelRun.run(EVERYTHING, app.id, 'Grace');
    expect(run).toMatchObject({ state: 'cancelled', total: 2, tally: { not_attempted: 2 } });
    expect(await app.users()).toEqual([]);
    expect((await app.activities())[0]).toBe(`run_cancelled ${app.id}`);
  });

  it('tells the worker of a run that is worked on', async () => {
    const app = await openStarted();
    const claimed = await claimOne(app.ports.runs);
    expect((await app.cancelRun.run(EVERYTHING, app.id, 'Grace')).state).toBe('running');
    expect(await app.ports.runs.renew(claimed, LEASE)).toEqual({ isCancelRequested: true });
  });

  it('refuses a run that has ended, and changes nothing', async () => {
    const app = await openStarted();
    const ended = await app.work();
    await expect(app.cancelRun.run(EVERYTHING, app.id, 'Grace')).rejects.toMatchObject({ code: 'run_ended' });
    expect(await app.findRun.run(EVERYTHING, app.id)).toEqual(ended);
  });

  it.each([
    ['unknown', EVERYTHING, 'run-404'],
    ['another provider’s', { ...EVERYTHING, tenantId: OTHER_MSP }, null],
    ['out of scope', { ...EVERYTHING, accounts: ['Account 100'] }, null],
  ])('finds no run that is %s', async (_, scope, id) => {
    const app = await openStarted();
    const cancelled = app.cancelRun.run(scope, id === null ? app.id : runId(id), 'Grace');
    await expect(cancelled).rejects.toMatchObject({ code: 'run_not_found' });
    expect((await app.findRun.run(EVERYTHING, app.id)).state).toBe('queued');
  });
});
