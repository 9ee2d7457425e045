import { beforeEach, describe, expect, it } from 'vitest';
import { accountId } from '../../../core/domain/ids.ts';
import { type AskedApp, askedAppAtNoon } from '../../support/asked-app.ts';
import { FOUR_QUESTIONS } from '../../support/asked-source.ts';
import { aSourceAccount, aSourceContact } from '../../support/book-builders.ts';

const LONG_AGO = '2026-11-20T00:00:00.000Z';
const NOON = '2026-11-24T12:00:00.000Z';
const COMPARED = '2026-11-24T11:00:00.000Z';
const A_DAY_LATER = '2026-11-25T11:00:00.000Z';
const WITH_IDS = [...FOUR_QUESTIONS, 'ids of accounts', 'ids of contacts'];
const WITH_UNKNOWN = [...WITH_IDS, 'accounts by id', 'contacts by id'].sort();

describe('the sweep of ids', () => {
  let app: AskedApp;

  beforeEach(async () => {
    app = await askedAppAtNoon();
  });

  /** Autotask has it, but with a stamp of before the last refresh, as when the API user is given more rights. */
  function comeIntoSight(put: () => void): void {
    app.source.turnTo(new Date(LONG_AGO));
    put();
    app.source.turnTo(new Date(NOON));
  }

  /** Contact 2 goes and contact 4 comes, so that the count says nothing. */
  function exchangeUnseen(): void {
    app.source.removeContact('2');
    comeIntoSight(() => app.source.putContact(aSourceContact(4)));
  }

  const listed = async () => Object.keys(await app.statuses());

  it('finds contacts that were deleted, which nothing but the count tells', async () => {
    app.source.removeContact('2');
    expect(await app.takeOver()).toMatchObject({ state: 'done', total: 2 });
    expect(await listed()).toEqual(['1', '3']);
    expect(await app.state()).toMatchObject({ contacts: 2, accounts: 2, comparedAt: NOON });
  });

  it('finds an account that was deleted, whose contacts stay without one', async () => {
    app.source.removeAccount('200');
    await app.refresh();
    expect(app.source.takeAsked()).toEqual([...WITH_IDS, 'contacts by id'].sort());
    expect((await app.row(3)).contact).toMatchObject({ accountId: '200', account: '', isGone: false });
    expect((await app.state()).accounts).toBe(1);
  });

  it('keeps a deleted contact that has a user, as gone', async () => {
    await app.import();
    app.source.removeContact('2');
    await app.takeOver();
    expect(await app.row(2)).toMatchObject({ contact: { isGone: true }, problem: 'contact_gone' });
  });

  it('finds contacts and accounts that came into sight without a change', async () => {
    comeIntoSight(() => {
      app.source.putAccount(aSourceAccount(300));
      app.source.putContact(aSourceContact(4, { accountId: accountId('300') }));
    });
    expect(await app.refresh()).toMatchObject({ state: 'done', total: 4 });
    expect((await app.row(4)).contact.account).toBe('Account 300');
    expect(app.source.takeAsked()).toEqual(WITH_UNKNOWN);
    expect(app.source.takeSent()).toEqual(['3']);
  });

  it('asks for more unknown rows than one call takes', async () => {
    comeIntoSight(() => {
      for (let id = 1001; id <= 1501; id += 1) app.source.putContact(aSourceContact(id));
    });
    expect(await app.refresh()).toMatchObject({ state: 'done', total: 504 });
    expect(app.source.takeAsked().filter((question) => question === 'contacts by id')).toHaveLength(2);
  });

  it('ends when a row has gone again before it could be asked for', async () => {
    comeIntoSight(() => app.source.putContact(aSourceContact(4)));
    app.source.onAsked = (question) => {
      if (question === 'contacts by id') app.source.removeContact('4');
    };
    expect(await app.refresh()).toMatchObject({ state: 'done', total: 3 });
    expect(await listed()).toEqual(['1', '2', '3']);
  });

  it('takes nothing over when fewer ids come than Autotask counts', async () => {
    const before = [await app.list(), await app.state()];
    const { ids } = app.source;
    app.source.removeAccount('200');
    app.source.ids = async function* (entity, ...given) {
      if (entity === 'accounts') yield* ids.call(app.source, entity, ...given);
    };
    expect(await app.refresh()).toMatchObject({ state: 'failed', problem: { code: 'source_incomplete' } });
    expect([await app.list(), await app.state()]).toEqual(before);
  });

  it('does not see through an exchange within a day', async () => {
    exchangeUnseen();
    await app.refresh();
    expect(app.source.takeAsked()).toEqual(FOUR_QUESTIONS);
    expect(await listed()).toEqual(['1', '2', '3']);
    expect((await app.state()).comparedAt).toBe(COMPARED);
  });

  it('sees through an exchange a day after the last comparison, whatever the count says', async () => {
    exchangeUnseen();
    app.turnTo(A_DAY_LATER);
    await app.refresh();
    expect(await listed()).toEqual(['1', '3', '4']);
    expect((await app.state()).comparedAt).toBe(A_DAY_LATER);
    app.source.takeAsked();
    await app.refresh();
    expect(app.source.takeAsked()).toEqual(FOUR_QUESTIONS);
  });

  it('is not due a millisecond earlier', async () => {
    app.turnTo('2026-11-25T10:59:59.999Z');
    await app.refresh();
    expect(app.source.takeAsked()).toEqual(FOUR_QUESTIONS);
  });

  describe('once a day', () => {
    beforeEach(() => {
      exchangeUnseen();
      app.turnTo(A_DAY_LATER);
    });

    it('is made up to three quarters of the hour’s calls, its own included', async () => {
      app.source.used = 7497;
      await app.refresh();
      expect(await listed()).toEqual(['1', '3', '4']);
    });

    it('is left for later when it would reach three quarters of the hour’s calls', async () => {
      app.source.used = 7498;
      expect((await app.refresh()).state).toBe('done');
      expect(app.source.takeAsked()).toEqual([...FOUR_QUESTIONS, 'usage']);
      expect((await app.state()).comparedAt).toBe(COMPARED);
      app.source.used = 0;
      await app.refresh();
      expect(await listed()).toEqual(['1', '3', '4']);
    });

    it('is not left for later when the count says that something is missing', async () => {
      app.source.used = 9999;
      app.source.removeContact('1');
      await app.takeOver();
      expect(await listed()).toEqual(['3', '4']);
    });
  });
});
