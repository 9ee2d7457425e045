import { describe, expect, it } from 'vitest';
import { MemoryRunStore } from '../../../adapters/memory/memory-run-store.ts';
import { MemoryUserRepository } from '../../../adapters/memory/memory-user-repository.ts';
import { type TenantId, userId } from '../../../core/domain/ids.ts';
import type { SourceContact } from '../../../core/ports/contact-source.ts';
import { ConsoleUnavailable } from '../../../core/ports/errors.ts';
import type { SaveResult, SaveUser } from '../../../core/ports/user-repository.ts';
import { aSourceContact } from '../../support/book-builders.ts';
import { MSP } from '../../support/run-builders.ts';
import { never, only, theUserOf, useCasesInMemory } from '../../support/use-cases-in-memory.ts';

type Loss = 'none' | 'answer' | 'write';

/** Users whose answers, or writes, get lost; `meanwhile` is what others do between the save and the reading back. */
class LossyUsers extends MemoryUserRepository {
  lost: Loss = 'none';
  creates = 0;
  meanwhile: () => void = () => undefined;

  override async saveMany(tenantId: TenantId, commands: readonly SaveUser[]): Promise<readonly SaveResult[]> {
    const results = this.lost === 'write' ? [] : await super.saveMany(tenantId, commands);
    this.creates += results.filter(({ kind }) => kind === 'created').length;
    this.meanwhile();
    return this.lost === 'none' ? results : commands.map(() => ({ kind: 'unknown' }));
  }
}

/** Loses the worker before the outcomes are written, once. */
class InterruptedRuns extends MemoryRunStore {
  isInterrupted = false;

  override async recordOutcomes(...given: Parameters<MemoryRunStore['recordOutcomes']>) {
    if (!this.isInterrupted) return super.recordOutcomes(...given);
    this.isInterrupted = false;
    throw new Error('The process ends here');
  }
}

async function openLossy(...ids: readonly number[]) {
  let users: LossyUsers | undefined;
  const app = useCasesInMemory(({ storageDestinations: destinations, packages }) => {
    users = new LossyUsers({ destinations, packages });
    return { users };
  });
  if (users === undefined) throw new Error('The users are made at once');
  await app.open(...ids.map((id) => aSourceContact(id)));
  return { ...app, lossy: users };
}

/** An import that lost its worker after it had saved, and waits for another; contact 2 has a user who differs. */
async function openInterrupted(...contacts: readonly SourceContact[]) {
  let runs: InterruptedRuns | undefined;
  const app = useCasesInMemory((memory) => {
    runs = new InterruptedRuns(memory);
    return { runs };
  });
  if (runs === undefined) throw new Error('The runs are made at once');
  await app.open(...contacts);
  app.ports.users.put(MSP, theUserOf(2, { lastName: 'Byron' }));
  await app.start();
  runs.isInterrupted = true;
  const lost = await runs.claim({ leaseMs: 1 });
  await expect(app.importContacts.run(lost!, never())).rejects.toThrow('The process ends here');
  await runs.release(lost!);
  return app;
}

describe('settle', () => {
  it('takes a lost answer for a success when the user that is read back is what was wanted', async () => {
    const app = await openLossy(1);
    app.lossy.lost = 'answer';
    expect((await app.import()).tally).toMatchObject({ created: 1, failed: 0 });
    expect(await app.row(1)).toMatchObject({ status: 'equal', userId: 'user-1' });
  });

  it('takes the lost answer of an update for a success when it is read back', async () => {
    const app = await openLossy(1);
    app.ports.users.put(MSP, theUserOf(1, { lastName: 'Byron' }));
    app.lossy.lost = 'answer';
    expect((await app.import()).tally).toMatchObject({ updated: 1, failed: 0 });
  });

  it('knows nothing when nobody is read back, and never makes a second user on repetition', async () => {
    const app = await openLossy(1);
    app.lossy.lost = 'write';
    expect(await app.outcomes(await app.import())).toEqual({ 1: 'outcome_unknown' });
    expect((await app.row(1)).status).toBe('failed');
    app.lossy.lost = 'answer';
    await app.import();
    await app.import();
    expect(app.lossy.creates).toBe(1);
    expect(await app.users()).toHaveLength(1);
  });

  it('knows nothing of a lost update that does not show, and leaves the contact Failed', async () => {
    const app = await openLossy(1);
    app.ports.users.put(MSP, theUserOf(1, { lastName: 'Byron' }));
    app.lossy.lost = 'write';
    expect(await app.outcomes(await app.import())).toEqual({ 1: 'outcome_unknown' });
    expect((await app.row(1)).status).toBe('failed');
  });

  it('lets go of an unknown outcome when the user turns out to exist', async () => {
    const app = await openLossy(1, 2);
    app.lossy.lost = 'write';
    await app.import();
    app.ports.users.put(MSP, theUserOf(1));
    app.ports.users.put(MSP, theUserOf(2, { lastName: 'Byron' }));
    expect(await app.statuses()).toEqual({ 1: 'equal', 2: 'modified' });
  });

  it('does not overwrite a user whom somebody changed after the plan was made', async () => {
    const app = await openLossy(1);
    app.ports.users.put(MSP, theUserOf(1, { lastName: 'Byron' }));
    const findByEmails = app.lossy.findByEmails.bind(app.lossy);
    let looks = 0;
    app.lossy.findByEmails = async (...given) => {
      const found = await findByEmails(...given);
      looks += 1;
      if (looks === 1) app.ports.users.put(MSP, theUserOf(1, { lastName: 'King' }));
      return found;
    };
    expect(await app.outcomes(await app.import())).toEqual({ 1: 'user_changed_meanwhile' });
    expect(await app.users()).toMatchObject([{ lastName: 'King' }]);
  });

  it('shows Modified, not Equal, when the user was changed before it was read back', async () => {
    const app = await openLossy(1);
    app.lossy.meanwhile = () => {
      app.lossy.meanwhile = () => undefined;
      app.ports.users.put(MSP, theUserOf(1, { id: userId('user-1'), lastName: 'King' }));
    };
    await app.import();
    expect((await app.row(1)).status).toBe('modified');
  });

  it('is not Equal when the user is gone before it was read back', async () => {
    const app = await openLossy(1);
    app.lossy.meanwhile = () => app.ports.users.remove(MSP, userId('user-1'));
    expect(await app.outcomes(await app.import())).toEqual({ 1: 'outcome_unknown' });
    expect((await app.row(1)).status).toBe('failed');
  });

  it('ends each item once, with one user each, when the run is interrupted before its outcomes', async () => {
    const app = await openInterrupted(aSourceContact(1), aSourceContact(2), aSourceContact(3, { isActive: false }));
    const run = await app.work();
    expect(run).toMatchObject({ state: 'done', total: 3, done: 3 });
    expect(run.tally).toEqual({ created: 1, updated: 1, unchanged: 0, failed: 1, not_attempted: 0 });
    expect(await app.users()).toHaveLength(2);
    expect(await app.statuses()).toEqual({ 1: 'equal', 2: 'equal', 3: 'failed' });
  });

  it('blames nobody for a user that an interrupted attempt may have left halfway', async () => {
    const app = await openInterrupted(aSourceContact(2));
    app.ports.users.put(MSP, theUserOf(2, { lastName: 'Halfway' }));
    expect(await app.outcomes(await app.work())).toEqual({ 2: 'outcome_unknown' });
    expect(await app.users()).toMatchObject([{ lastName: 'Halfway' }]);
  });

  it('ends what it was doing without a second user when the console went away before the reading back', async () => {
    const app = await openLossy(1, 2);
    app.lossy.meanwhile = () => {
      const findByEmails = app.lossy.findByEmails.bind(app.lossy);
      app.lossy.findByEmails = async () => {
        app.lossy.findByEmails = findByEmails;
        throw new ConsoleUnavailable('Managed Backup is away.');
      };
    };
    const run = await app.import();
    expect(run).toMatchObject({ state: 'failed', tally: { failed: 2, not_attempted: 0 } });
    expect(run.problem).toMatchObject({ code: 'console_unavailable', text: 'Managed Backup is away.' });
    expect(await app.outcomes(run)).toEqual({ 1: 'outcome_unknown', 2: 'outcome_unknown' });
    app.lossy.meanwhile = () => undefined;
    expect(await app.outcomes(await app.import(only(1, 2)))).toEqual({ 1: 'unchanged', 2: 'unchanged' });
    expect(app.lossy.creates).toBe(2);
  });

  it('calls nothing unknown that was refused before it began, also when users can’t be read back', async () => {
    const app = await openLossy(1, 2);
    const { saveMany } = app.lossy;
    const findByEmails = app.lossy.findByEmails.bind(app.lossy);
    app.lossy.saveMany = async (tenantId, commands) => {
      const results = await saveMany.call(app.lossy, tenantId, commands.slice(0, 1));
      app.lossy.findByEmails = async () => {
        app.lossy.findByEmails = findByEmails;
        throw new ConsoleUnavailable('Managed Backup is away.');
      };
      return [...results, { kind: 'rejected', code: 'console_unavailable', quote: null }];
    };
    const run = await app.import();
    expect(await app.outcomes(run)).toEqual({ 1: 'outcome_unknown', 2: 'console_unavailable' });
    app.lossy.saveMany = saveMany;
    expect(await app.outcomes(await app.import(only(1, 2)))).toEqual({ 1: 'unchanged', 2: 'created' });
  });

  it('ends the run also while nobody can be asked about Managed Backup at all, and says what is not known', async () => {
    const app = await openLossy(1, 2);
    const { findByEmails } = app.lossy;
    const { list } = app.ports.packages;
    const away = () => Promise.reject(new ConsoleUnavailable('Managed Backup is away.'));
    app.lossy.meanwhile = () => {
      app.lossy.findByEmails = away;
      app.ports.packages.list = away;
      throw new ConsoleUnavailable('Managed Backup is away.');
    };
    const run = await app.import();
    expect(run).toMatchObject({ state: 'failed', problem: { code: 'console_unavailable' }, tally: { failed: 2 } });
    expect(await app.outcomes(run)).toEqual({ 1: 'outcome_unknown', 2: 'outcome_unknown' });
    app.lossy.findByEmails = findByEmails;
    app.ports.packages.list = list;
    app.lossy.meanwhile = () => undefined;
    expect(await app.outcomes(await app.import(only(1, 2)))).toEqual({ 1: 'unchanged', 2: 'unchanged' });
    expect(app.lossy.creates).toBe(2);
  });
});
