import { describe, expect, it } from 'vitest';
import { MSP } from '../../support/run-builders.ts';
import { RIGHT, useCasesInMemory } from '../../support/use-cases-in-memory.ts';

describe('ViewConnection', () => {
  it('shows that nothing is configured', async () => {
    expect(await useCasesInMemory().viewConnection.run(MSP)).toEqual({
      state: 'not_configured',
      username: null,
      hasPassword: false,
      zone: null,
      databaseId: null,
      checkedAt: null,
      access: { contacts: 'unknown', accounts: 'unknown' },
      problem: null,
    });
  });

  it('shows that there is a password, never the password or its sealed text', async () => {
    const app = useCasesInMemory();
    await app.connect();
    const view = await app.viewConnection.run(MSP);
    expect(view).toMatchObject({ username: RIGHT.username, hasPassword: true });
    expect(JSON.stringify(view)).not.toMatch(/sealed|Zq7/);
  });
});
