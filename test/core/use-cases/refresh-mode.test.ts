import { beforeEach, describe, expect, it } from 'vitest';
import { SourceUnavailable } from '../../../core/ports/errors.ts';
import { type AskedApp, askedApp, askedAppAtNoon } from '../../support/asked-app.ts';
import { FOUR_QUESTIONS, type Question } from '../../support/asked-source.ts';
import { aSourceContact, BOOK } from '../../support/book-builders.ts';
import { MSP } from '../../support/run-builders.ts';
import { never } from '../../support/use-cases-in-memory.ts';

const WHOLE: readonly Question[] = [
  'all accounts',
  'all contacts',
  'count accounts',
  'count contacts',
  'rights to accounts',
  'rights to contacts',
];

describe('a refresh that is left the choice', () => {
  let app: AskedApp;

  beforeEach(async () => {
    app = await askedAppAtNoon();
  });

  it('is incremental when it can be', async () => {
    await app.refresh();
    expect(app.source.takeAsked()).toEqual(FOUR_QUESTIONS);
  });

  it('is whole when it is the first', async () => {
    const fresh = askedApp();
    await fresh.connect();
    fresh.source.putContact(aSourceContact(1));
    fresh.source.takeAsked();
    expect(await fresh.refresh()).toMatchObject({ state: 'done', total: 1 });
    expect(fresh.source.takeAsked()).toEqual(WHOLE);
  });

  it('is whole after one that found nothing', async () => {
    for (const id of ['1', '2', '3']) app.source.removeContact(id);
    await app.takeOver();
    app.source.takeAsked();
    await app.refresh();
    expect(app.source.takeAsked()).toEqual(WHOLE);
  });

  it('is whole after one whose rows had no stamps', async () => {
    const { accounts } = app.source;
    app.source.accounts = async function* (...given) {
      for await (const page of accounts.apply(app.source, given)) yield { ...page, newest: null };
    };
    await app.refresh({ mode: 'full' });
    expect((await app.state()).watermarks).toBeNull();
    app.source.takeAsked();
    await app.refresh();
    expect(app.source.takeAsked()).toEqual(WHOLE);
  });

  it('is whole after one that was not told the time of Autotask', async () => {
    const { counts } = app.source;
    app.source.counts = async (...given) => ({ ...(await counts.apply(app.source, given)), at: null });
    await app.refresh({ mode: 'full' });
    expect((await app.state()).watermarks).toBeNull();
    app.source.takeAsked();
    await app.refresh();
    expect(app.source.takeAsked()).toEqual(WHOLE);
  });

  it('keeps what it knew when an incremental one was not told the time of Autotask', async () => {
    const { counts } = app.source;
    app.source.counts = async (...given) => ({ ...(await counts.apply(app.source, given)), at: null });
    app.source.putContact(aSourceContact(1, { lastName: 'Byron' }));
    const { watermarks } = await app.state();
    await app.refresh();
    expect((await app.row(1)).contact.lastName).toBe('Byron');
    expect((await app.state()).watermarks).toEqual(watermarks);
  });

  it('is whole, with a check, while it is unclear how the API user stands', async () => {
    app.source.failWith(new SourceUnavailable('Autotask is away.'));
    await app.testConnection.run(MSP, never());
    app.source.failWith(null);
    app.source.takeAsked();
    await app.refresh();
    expect(app.source.takeAsked()).toEqual(WHOLE);
    expect((await app.viewConnection.run(MSP)).state).toBe('connected');
  });
});

describe('a refresh that is asked to be', () => {
  let app: AskedApp;

  beforeEach(async () => {
    app = await askedAppAtNoon();
  });

  it('full reads everything, and finds what only that finds', async () => {
    app.source.removeContact('2');
    app.source.turnTo(new Date('2026-11-20T00:00:00.000Z'));
    app.source.putContact(aSourceContact(4));
    app.source.turnTo(new Date('2026-11-24T12:00:00.000Z'));
    await app.refresh({ mode: 'full' });
    expect(app.source.takeAsked()).toEqual(WHOLE);
    expect(Object.keys(await app.statuses())).toEqual(['1', '3', '4']);
    expect((await app.state()).comparedAt).toBe('2026-11-24T12:00:00.000Z');
  });

  it('incremental is so', async () => {
    await app.refresh({ mode: 'incremental' });
    expect(app.source.takeAsked()).toEqual(FOUR_QUESTIONS);
  });

  it('incremental is whole when there is nothing to build on', async () => {
    const fresh = askedApp();
    await fresh.connect();
    fresh.source.takeAsked();
    await fresh.refresh({ mode: 'incremental' });
    expect(fresh.source.takeAsked()).toEqual(WHOLE);
  });
});

describe('an incremental refresh that meets another database', () => {
  it('gets all of it into a list of its own, and leaves the old one as it was', async () => {
    const app = await askedAppAtNoon();
    const before = [await app.list(), await app.state()];
    app.source.move('4712');
    app.source.removeContact('1');
    app.source.removeContact('2');
    expect(await app.refresh()).toMatchObject({ state: 'done', total: 1, problem: null });
    expect(app.source.takeAsked()).toEqual([...FOUR_QUESTIONS, ...WHOLE].sort());
    expect([await app.list(), await app.state()]).toEqual(before);
    const { databaseId } = await app.viewConnection.run(MSP);
    expect(databaseId).toBe('4712');
    const rows = await app.list({}, { ...BOOK, databaseId: databaseId!, accounts: 'all' });
    expect(rows.map(({ contact }) => contact.id)).toEqual(['3']);
  });
});
