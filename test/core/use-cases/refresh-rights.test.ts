import { beforeEach, describe, expect, it } from 'vitest';
import { type AskedApp, askedAppAtNoon } from '../../support/asked-app.ts';
import { aSourceContact } from '../../support/book-builders.ts';
import { like } from '../../support/like.ts';
import { MSP } from '../../support/run-builders.ts';
import { RIGHT } from '../../support/use-cases-in-memory.ts';

describe('a right that is lost between two incremental refreshes', () => {
  let app: AskedApp;

  beforeEach(async () => {
    app = await askedAppAtNoon();
  });

  it.each([
    [{ contacts: 'none', accounts: 'all' }, /may not see contacts/, /Contacts > View to All/],
    [{ contacts: 'all', accounts: 'none' }, /may not see accounts/, /Organizations > View to All/],
  ] as const)('fails the refresh and is named by the connection: %o', async (access, text, remedy) => {
    const before = [await app.list(), await app.state()];
    app.source.grant(access);
    const run = await app.refresh();
    expect(run).toMatchObject({ state: 'failed', problem: { code: 'source_forbidden', text: like(text) } });
    expect(await app.viewConnection.run(MSP)).toMatchObject({
      state: 'failing',
      access,
      problem: { code: 'source_forbidden', text: like(text), remedy: like(remedy) },
    });
    expect([await app.list(), await app.state()]).toEqual(before);
  });

  it('is mended by the next refresh when it has been given back', async () => {
    app.source.grant({ contacts: 'none', accounts: 'all' });
    await app.refresh();
    app.source.grant({ contacts: 'all', accounts: 'all' });
    app.source.putContact(aSourceContact(4));
    expect(await app.refresh()).toMatchObject({ state: 'done', total: 4 });
    expect((await app.viewConnection.run(MSP)).state).toBe('connected');
  });
});

describe('credentials that are refused during an incremental refresh', () => {
  it('fail it and the connection, and nothing more is asked', async () => {
    const app = await askedAppAtNoon();
    const before = await app.list();
    app.source.accept({ ...RIGHT, password: 'replaced in Autotask' });
    expect(await app.refresh()).toMatchObject({ state: 'failed', problem: { code: 'source_unauthorized' } });
    expect((await app.viewConnection.run(MSP)).state).toBe('failing');
    expect(await app.list()).toEqual(before);
    expect(app.source.takeAsked()).not.toContain('rights to contacts');
  });
});
