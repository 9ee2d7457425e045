import { beforeEach, describe, expect, it } from 'vitest';
import { accountId } from '../../../core/domain/ids.ts';
import { type AskedApp, askedAppAtNoon } from '../../support/asked-app.ts';
import { FOUR_QUESTIONS } from '../../support/asked-source.ts';
import { aSourceAccount, aSourceContact } from '../../support/book-builders.ts';

const LONG_AGO = new Date('2026-11-20T00:00:00.000Z');
const NOON = new Date('2026-11-24T12:00:00.000Z');
const CLOSED = aSourceAccount(100, { isActive: false });
const MOVED = [1, 2].map((id) => aSourceContact(id, { accountId: accountId('200') }));

describe('a merge of accounts that does not stamp the contacts', () => {
  let app: AskedApp;

  beforeEach(async () => {
    app = await askedAppAtNoon();
  });

  function moveUnstamped(): void {
    app.source.turnTo(LONG_AGO);
    for (const contact of MOVED) app.source.putContact(contact);
    app.source.turnTo(NOON);
  }

  function deleteEmptied(): void {
    moveUnstamped();
    app.source.removeAccount('100');
  }

  const accountsOfMoved = async () => [(await app.row(1)).contact.account, (await app.row(2)).contact.account];

  it('moves the contacts of an account that it closes', async () => {
    moveUnstamped();
    app.source.putAccount(CLOSED);
    await app.refresh();
    expect(await accountsOfMoved()).toEqual(['Account 200', 'Account 200']);
  });

  it('moves the contacts of an account that it deletes', async () => {
    deleteEmptied();
    await app.refresh();
    expect(await accountsOfMoved()).toEqual(['Account 200', 'Account 200']);
  });

  it('moves the contacts of an account that had been closed before', async () => {
    app.source.putAccount(CLOSED);
    await app.refresh();
    app.turnTo('2026-11-24T12:01:00.000Z');
    moveUnstamped();
    app.source.turnTo(new Date('2026-11-24T12:01:00.000Z'));
    app.source.putAccount(CLOSED);
    await app.refresh();
    expect(await accountsOfMoved()).toEqual(['Account 200', 'Account 200']);
  });

  it('moves all of them, though an answer leaves some out', async () => {
    moveUnstamped();
    app.source.putAccount(CLOSED);
    const contactsById = app.source.contactsById.bind(app.source);
    app.source.contactsById = async (...given) => (await contactsById(...given)).slice(0, 1);
    await app.refresh();
    expect(await accountsOfMoved()).toEqual(['Account 200', 'Account 200']);
  });

  it('costs nothing more once it is known', async () => {
    app.source.putAccount(CLOSED);
    await app.refresh();
    expect(app.source.takeAsked()).toEqual([...FOUR_QUESTIONS, 'contacts by id'].sort());
    await app.refresh();
    expect(app.source.takeAsked()).toEqual(FOUR_QUESTIONS);
  });

  it('moves contacts that a full refresh read before the merge, and their account after it', async () => {
    app.source.onAsked = (question) => {
      if (question === 'all accounts') deleteEmptied();
    };
    await app.refresh({ mode: 'full' });
    expect(await accountsOfMoved()).toEqual(['Account 200', 'Account 200']);
  });

  it('leaves contacts as they are whose account the API user may not see, and asks for them once', async () => {
    app.source.removeAccount('100');
    await app.refresh({ mode: 'full' });
    expect(app.source.takeAsked()).toContain('contacts by id');
    await app.refresh({ mode: 'full' });
    expect(app.source.takeAsked()).not.toContain('contacts by id');
    expect(await accountsOfMoved()).toEqual(['', '']);
  });
});
