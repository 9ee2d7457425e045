import { describe, expect, it } from 'vitest';
import { runId } from '../../../core/domain/ids.ts';
import { aSourceContact } from '../../support/book-builders.ts';
import { MSP, OTHER_MSP } from '../../support/run-builders.ts';
import { ALL, useCasesInMemory } from '../../support/use-cases-in-memory.ts';

async function openStarted(accounts: 'all' | readonly string[]) {
  const app = useCasesInMemory();
  await app.open(aSourceContact(1));
  return { ...app, started: await app.start(ALL, accounts) };
}

describe('FindRun', () => {
  it('finds an import that is within the principal’s scope', async () => {
    const { findRun, started } = await openStarted(['Account 100']);
    for (const accounts of ['all', ['Account 100', 'Account 200']] as const) {
      expect(await findRun.run({ tenantId: MSP, accounts }, started.id)).toEqual(started);
    }
  });

  it('finds no import with accounts out of the principal’s scope', async () => {
    const { findRun, started } = await openStarted('all');
    const found = findRun.run({ tenantId: MSP, accounts: ['Account 100'] }, started.id);
    await expect(found).rejects.toMatchObject({ code: 'run_not_found' });
  });

  it('finds a refresh whatever the scope', async () => {
    const { findRun, listRuns } = await openStarted('all');
    const [, refresh] = await listRuns.run({ tenantId: MSP, accounts: 'all' }, { limit: 2 });
    expect(await findRun.run({ tenantId: MSP, accounts: [] }, refresh!.id)).toEqual(refresh);
  });

  it('finds no unknown run and none of another provider', async () => {
    const { findRun, started } = await openStarted('all');
    for (const [tenantId, id] of [
      [MSP, runId('run-404')],
      [OTHER_MSP, started.id],
    ] as const) {
      await expect(findRun.run({ tenantId, accounts: 'all' }, id)).rejects.toMatchObject({ code: 'run_not_found' });
    }
  });
});
