import { describe, expect, it } from 'vitest';
import { aSourceContact } from '../../support/book-builders.ts';
import { MSP, OTHER_MSP } from '../../support/run-builders.ts';
import { ALL, useCasesInMemory } from '../../support/use-cases-in-memory.ts';

async function openThreeRuns() {
  const app = useCasesInMemory();
  await app.open(aSourceContact(1));
  const narrow = await app.start(ALL, ['Account 100']);
  const wide = await app.start();
  return { ...app, narrow, wide };
}

describe('ListRuns', () => {
  it('lists the latest first, as many as are wanted', async () => {
    const { listRuns, narrow, wide } = await openThreeRuns();
    const all = await listRuns.run({ tenantId: MSP, accounts: 'all' }, { limit: 10 });
    expect(all.map(({ kind }) => kind)).toEqual(['import', 'import', 'refresh']);
    expect(await listRuns.run({ tenantId: MSP, accounts: 'all' }, { limit: 2 })).toEqual([wide, narrow]);
  });

  it('leaves out imports out of the principal’s scope without using up the number', async () => {
    const { listRuns, narrow } = await openThreeRuns();
    expect(await listRuns.run({ tenantId: MSP, accounts: ['Account 100'] }, { limit: 1 })).toEqual([narrow]);
  });

  it('lists those of one kind without using up the number', async () => {
    const { listRuns, narrow, wide } = await openThreeRuns();
    const everything = { tenantId: MSP, accounts: 'all' } as const;
    expect(await listRuns.run(everything, { limit: 1, kind: 'refresh' })).toMatchObject([{ kind: 'refresh' }]);
    expect(await listRuns.run(everything, { limit: 10, kind: 'import' })).toEqual([wide, narrow]);
  });

  it('lists nothing of another provider', async () => {
    const { listRuns } = await openThreeRuns();
    expect(await listRuns.run({ tenantId: OTHER_MSP, accounts: 'all' }, { limit: 10 })).toEqual([]);
  });
});
