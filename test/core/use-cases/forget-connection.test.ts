import { describe, expect, it } from 'vitest';
import { aSourceContact, BOOK } from '../../support/book-builders.ts';
import { aRequest, MSP } from '../../support/run-builders.ts';
import { RIGHT, useCasesInMemory } from '../../support/use-cases-in-memory.ts';

describe('ForgetConnection', () => {
  it('forgets the credentials only: contacts, assignments and links stay', async () => {
    const app = useCasesInMemory();
    await app.open(aSourceContact(1));
    await app.import();
    const rows = await app.list();
    await app.forgetConnection.run(MSP, 'Grace');
    expect(await app.viewConnection.run(MSP)).toMatchObject({
      state: 'not_configured',
      username: null,
      hasPassword: false,
      databaseId: BOOK.databaseId,
    });
    expect((await app.ports.connections.find(MSP))?.sealedCredentials).toBeNull();
    expect(await app.list()).toEqual(rows);
    expect((await app.activities())[0]).toBe(`connection_forgotten ${RIGHT.username}`);
  });

  it('leaves nothing to refresh with', async () => {
    const app = useCasesInMemory();
    await app.connect();
    await app.forgetConnection.run(MSP, 'Grace');
    await expect(app.startRefresh.run(MSP, aRequest())).rejects.toMatchObject({ code: 'not_connected' });
  });

  it('does nothing when there is no connection', async () => {
    const app = useCasesInMemory();
    await app.forgetConnection.run(MSP, 'Grace');
    expect(await app.activities()).toEqual([]);
    expect(await app.ports.connections.find(MSP)).toBeNull();
  });
});
