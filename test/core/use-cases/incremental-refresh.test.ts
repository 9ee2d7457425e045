import { beforeEach, describe, expect, it } from 'vitest';
import { accountId } from '../../../core/domain/ids.ts';
import { type AskedApp, askedAppAtNoon } from '../../support/asked-app.ts';
import { FOUR_QUESTIONS } from '../../support/asked-source.ts';
import { aSourceAccount, aSourceContact } from '../../support/book-builders.ts';
import { MSP } from '../../support/run-builders.ts';

describe('an incremental refresh', () => {
  let app: AskedApp;

  beforeEach(async () => {
    app = await askedAppAtNoon();
  });

  it('takes four calls when nothing has changed, and leaves the list as it was', async () => {
    const before = await app.list();
    const ledger = () => app.ports.callLedger.since(MSP, new Date(0));
    const callsBefore = await ledger();
    expect(await app.refresh()).toMatchObject({ state: 'done', total: 3, done: 3, problem: null });
    expect(app.source.takeAsked()).toEqual(FOUR_QUESTIONS);
    expect((await ledger()) - callsBefore).toBe(4);
    expect(await app.list()).toEqual(before);
  });

  it('reads what was changed since the newest stamp that was seen, five minutes earlier included', async () => {
    app.turnTo('2026-11-24T09:54:59.999Z');
    app.source.putContact(aSourceContact(1));
    app.turnTo('2026-11-24T09:55:00.000Z');
    app.source.putContact(aSourceContact(2));
    await app.refresh();
    expect(app.source.takeSent()).toEqual(['2', '3']);
  });

  it('reads nothing of contacts that were neither created nor changed', async () => {
    app.source.putContact(aSourceContact(4));
    await app.refresh();
    app.source.takeSent();
    app.turnTo('2026-11-24T13:00:00.000Z');
    app.source.putContact(aSourceContact(2, { lastName: 'Byron' }));
    await app.refresh();
    expect(app.source.takeSent()).toEqual(['2', '4']);
  });

  it('brings a new contact and its new account', async () => {
    app.source.putAccount(aSourceAccount(300));
    app.source.putContact(aSourceContact(4, { accountId: accountId('300') }));
    expect(await app.refresh()).toMatchObject({ state: 'done', total: 4, done: 4 });
    expect((await app.row(4)).contact).toMatchObject({ account: 'Account 300', isGone: false });
    expect(app.source.takeAsked()).toEqual(FOUR_QUESTIONS);
  });

  it('brings what has changed of a contact, and keeps what was assigned to it', async () => {
    const { assignment } = await app.row(1);
    const changed = { firstName: 'Zoë', lastName: 'Byron', email: 'zoë@engines.example', isActive: false };
    app.source.putContact(aSourceContact(1, changed));
    await app.refresh();
    expect(await app.row(1)).toMatchObject({ assignment, contact: changed });
    expect(assignment.packageId).not.toBeNull();
  });

  it('brings a contact that has moved to another account, whose name it has from the list', async () => {
    app.source.putContact(aSourceContact(1, { accountId: accountId('200') }));
    await app.refresh();
    expect((await app.row(1)).contact).toMatchObject({ accountId: '200', account: 'Account 200' });
  });

  it('brings a renamed account to all of its contacts, none of which was read', async () => {
    app.source.putContact(aSourceContact(3, { accountId: accountId('200') }));
    await app.refresh();
    app.turnTo('2026-11-24T13:00:00.000Z');
    app.source.putAccount(aSourceAccount(100, { name: 'Renamed' }));
    app.source.takeSent();
    await app.refresh();
    expect(app.source.takeSent()).toEqual(['3']);
    const accounts = (await app.list()).map(({ contact }) => [contact.id, contact.account]);
    expect(Object.fromEntries(accounts)).toEqual({ 1: 'Renamed', 2: 'Renamed', 3: 'Account 200' });
  });

  it('brings a closed account to its contacts, which are inactive with it', async () => {
    app.source.putAccount(aSourceAccount(200, { isActive: false }));
    await app.refresh();
    expect((await app.row(3)).contact.isActive).toBe(false);
    expect((await app.row(1)).contact.isActive).toBe(true);
  });

  it('makes an imported contact Modified when its account was renamed', async () => {
    await app.import();
    app.source.putAccount(aSourceAccount(200, { name: 'Renamed' }));
    await app.refresh();
    expect(await app.statuses()).toEqual({ 1: 'equal', 2: 'equal', 3: 'modified' });
  });

  it('leaves the list as it was when it breaks off, and the next one makes it good', async () => {
    const before = [await app.list(), await app.state()];
    app.source.putContact(aSourceContact(1, { lastName: 'Byron' }));
    app.source.onAsked = (question) => {
      if (question === 'changed accounts') throw new Error('The connection was reset.');
    };
    expect((await app.refresh()).state).toBe('failed');
    expect([await app.list(), await app.state()]).toEqual(before);
    app.source.onAsked = () => undefined;
    expect((await app.refresh({ mode: 'incremental' })).state).toBe('done');
    expect((await app.row(1)).contact.lastName).toBe('Byron');
  });
});
