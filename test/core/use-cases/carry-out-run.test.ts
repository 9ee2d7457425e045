import { describe, expect, it } from 'vitest';
import { SourceUnavailable } from '../../../core/ports/errors.ts';
import { CancelRequested } from '../../../core/ports/job-queue.ts';
import { aSourceContact } from '../../support/book-builders.ts';
import { CREDENTIALS } from '../../support/memory-ports.ts';
import { aRequest, claimOne, MSP } from '../../support/run-builders.ts';
import { never, useCasesInMemory } from '../../support/use-cases-in-memory.ts';

async function openQueued() {
  const app = useCasesInMemory();
  await app.connect();
  app.ports.source.putContact(aSourceContact(1));
  const { id } = await app.startRefresh.run(MSP, aRequest());
  const claimed = await claimOne(app.ports.runs);
  const run = () => app.ports.runs.find(MSP, id);
  return { ...app, claimed, run };
}

describe('CarryOutRun', () => {
  it('ends a run as done and says so in the log', async () => {
    const app = await openQueued();
    await app.carryOutRun.run(app.claimed, never());
    expect((await app.run())?.state).toBe('done');
    expect(app.ports.log.lines).toMatchObject([{ level: 'info', message: 'run done', fields: { kind: 'refresh' } }]);
  });

  it('ends a run that fails with what went wrong and what mends it', async () => {
    const app = await openQueued();
    app.ports.source.failWith(new SourceUnavailable('Autotask is away.'));
    await app.carryOutRun.run(app.claimed, never());
    expect(await app.run()).toMatchObject({
      state: 'failed',
      problem: { code: 'source_unavailable', text: 'Autotask is away.', remedy: 'Wait some minutes, then try again.' },
    });
    expect(app.ports.log.lines).toMatchObject([{ level: 'warn', fields: { code: 'source_unavailable' } }]);
    expect(JSON.stringify(app.ports.log.lines)).not.toContain(CREDENTIALS.password);
  });

  it('ends a run as cancelled when somebody asked for that', async () => {
    const app = await openQueued();
    await app.carryOutRun.run(app.claimed, AbortSignal.abort(new CancelRequested()));
    expect(await app.run()).toMatchObject({ state: 'cancelled', problem: null });
  });

  it('leaves a run unfinished, to be taken up again, when the worker has to stop', async () => {
    const app = await openQueued();
    const reason = new Error('Shutting down');
    await expect(app.carryOutRun.run(app.claimed, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect((await app.run())?.state).toBe('running');
    await app.ports.runs.release(app.claimed);
    expect((await app.work()).state).toBe('done');
  });

  it('leaves a run alone that another worker has taken over', async () => {
    const app = await openQueued();
    await app.ports.runs.release(app.claimed);
    const other = await claimOne(app.ports.runs);
    await expect(app.carryOutRun.run(app.claimed, never())).rejects.toMatchObject({ code: 'run_lost' });
    expect((await app.run())?.state).toBe('running');
    await app.carryOutRun.run(other, never());
    expect((await app.run())?.state).toBe('done');
  });
});
