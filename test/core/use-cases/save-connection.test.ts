import { describe, expect, it } from 'vitest';
import { SourceThrottled, SourceUnavailable } from '../../../core/ports/errors.ts';
import { BOOK } from '../../support/book-builders.ts';
import { like } from '../../support/like.ts';
import { MSP, OTHER_MSP } from '../../support/run-builders.ts';
import { never, RIGHT, useCasesInMemory } from '../../support/use-cases-in-memory.ts';

const WRONG = { ...RIGHT, password: 'wrong' };

describe('SaveConnection', () => {
  it('checks, then stores, and says what the API user may see', async () => {
    const app = useCasesInMemory();
    const connection = await app.connect();
    expect(connection).toEqual({
      state: 'connected',
      username: RIGHT.username,
      hasPassword: true,
      zone: 'https://memory.example/',
      databaseId: BOOK.databaseId,
      checkedAt: like(/^2026-11-24T09:/),
      access: { contacts: 'all', accounts: 'all' },
      problem: null,
    });
    expect(await app.viewConnection.run(MSP)).toEqual(connection);
    expect(await app.activities()).toEqual([`connection_saved ${RIGHT.username}`]);
  });

  it('stores nothing of wrong credentials, and the working pair stays', async () => {
    const app = useCasesInMemory();
    await app.connect();
    const before = await app.ports.connections.find(MSP);
    const save = app.saveConnection.run(MSP, WRONG, 'Grace', never());
    await expect(save).rejects.toMatchObject({ code: 'source_unauthorized' });
    expect(await app.ports.connections.find(MSP)).toEqual(before);
    expect((await app.refresh()).state).toBe('done');
  });

  it('stores nothing of wrong credentials when there were none', async () => {
    const app = useCasesInMemory();
    await expect(app.saveConnection.run(MSP, WRONG, 'Grace', never())).rejects.toThrow();
    expect(await app.ports.connections.find(MSP)).toBeNull();
    expect(await app.activities()).toEqual([]);
  });

  it.each([new SourceUnavailable('Autotask is away.'), new SourceThrottled('Too many calls.')])(
    'stores credentials that can’t be checked as unverified, and keeps the list: $code',
    async (failure) => {
      const app = useCasesInMemory();
      await app.connect();
      app.ports.source.failWith(failure);
      expect(await app.connect()).toMatchObject({
        state: 'unverified',
        hasPassword: true,
        databaseId: BOOK.databaseId,
        problem: { code: failure.code, text: failure.message },
      });
      app.ports.source.failWith(null);
      expect((await app.refresh()).state).toBe('done');
    },
  );

  it.each([
    [{ contacts: 'none', accounts: 'all' }, 'failing', 'source_forbidden', /may not see contacts/, /Contacts > View/],
    [{ contacts: 'all', accounts: 'none' }, 'failing', 'source_forbidden', /accounts/, /Organizations > View/],
    [{ contacts: 'restricted', accounts: 'all' }, 'connected', 'source_restricted', /some of the contacts/, /Contacts/],
    [{ contacts: 'all', accounts: 'restricted' }, 'connected', 'source_restricted', /accounts/, /Organizations/],
  ] as const)('stores, and names the right that is missing: %o', async (access, state, code, text, remedy) => {
    const app = useCasesInMemory();
    app.ports.source.grant(access);
    const problem = { code, text: like(text), remedy: like(remedy) };
    expect(await app.connect()).toMatchObject({ state, access, hasPassword: true, problem });
  });

  it('keeps the secret out of everything but the sealed text', async () => {
    const app = useCasesInMemory();
    await app.connect();
    const seen = [await app.ports.connections.find(MSP), await app.activities(), app.ports.log.lines];
    expect(JSON.stringify(seen)).not.toContain(RIGHT.password);
  });

  it('is of one provider only', async () => {
    const app = useCasesInMemory();
    await app.connect();
    expect((await app.viewConnection.run(OTHER_MSP)).state).toBe('not_configured');
  });
});
