import { beforeEach, describe, expect, it } from 'vitest';
import { type AskedApp, askedApp, askedAppAtNoon } from '../../support/asked-app.ts';
import { aSourceAccount, aSourceContact, EVERYTHING } from '../../support/book-builders.ts';

const at = (time: string) => `2026-11-24T${time}:00.000Z`;

describe('up to when changes are known', () => {
  let app: AskedApp;

  beforeEach(async () => {
    app = await askedAppAtNoon();
  });

  const watermarks = async () => (await app.state()).watermarks;

  it('is the newest stamp of each entity, after a whole reading', async () => {
    expect(await watermarks()).toEqual({ contacts: at('10:00'), accounts: at('10:00') });
  });

  it('advances with what has changed, each entity by itself', async () => {
    app.source.putContact(aSourceContact(1, { lastName: 'Byron' }));
    await app.refresh();
    expect(await watermarks()).toEqual({ contacts: at('12:00'), accounts: at('10:00') });
    app.turnTo(at('13:00'));
    app.source.putAccount(aSourceAccount(100, { name: 'Renamed' }));
    await app.refresh();
    expect(await watermarks()).toEqual({ contacts: at('12:00'), accounts: at('13:00') });
  });

  it('stays when nothing has changed', async () => {
    const before = await watermarks();
    await app.refresh();
    expect(await watermarks()).toEqual(before);
  });

  it('never goes back when the newest contact was deleted', async () => {
    app.source.removeContact('3');
    await app.takeOver();
    expect((await watermarks())?.contacts).toBe(at('10:00'));
  });

  it('is told by the stamps of Autotask, whatever the clock here says', async () => {
    app.ports.clock.now = () => new Date('2031-01-01T00:00:00.000Z');
    app.source.putContact(aSourceContact(1, { lastName: 'Byron' }));
    await app.refresh();
    expect((await watermarks())?.contacts).toBe(at('12:00'));
  });

  it('is not beyond the beginning, when Autotask stamps with a clock that is ahead of its server’s', async () => {
    app.source.turnTo(new Date(at('12:30')));
    app.source.putContact(aSourceContact(1, { lastName: 'Byron' }));
    app.source.turnTo(new Date(at('12:00')));
    await app.refresh();
    expect((await watermarks())?.contacts).toBe(at('12:00'));
  });

  it('does not advance with a refresh that breaks off', async () => {
    app.source.putContact(aSourceContact(1, { lastName: 'Byron' }));
    const before = await watermarks();
    app.source.onAsked = (question) => {
      if (question === 'changed accounts') throw new Error('The connection was reset.');
    };
    await app.refresh();
    expect(await watermarks()).toEqual(before);
  });

  it('does not advance with a refresh that is held and dropped', async () => {
    app.source.putContact(aSourceContact(1, { lastName: 'Byron' }));
    app.source.removeContact('2');
    const before = await app.state();
    const { id, state } = await app.refresh();
    expect(state).toBe('held');
    await app.cancelRun.run(EVERYTHING, id, 'Grace');
    expect(await app.state()).toEqual(before);
    app.source.putContact(aSourceContact(2));
    await app.refresh();
    expect((await app.row(1)).contact.lastName).toBe('Byron');
  });
});

describe('a contact that changes while a long reading passes it by', () => {
  /** More contacts than a page has; those on it have been read when the second one is asked for. */
  async function openLongList(): Promise<AskedApp> {
    const app = askedApp();
    app.turnTo(at('08:00'));
    app.source.putAccount(aSourceAccount(100));
    for (let id = 1; id <= 501; id += 1) app.source.putContact(aSourceContact(id));
    await app.connect();
    return app;
  }

  /** Contact 1, of the first page, and later contact 501 change when the second page is asked for. */
  function changeBetweenPages({ source }: AskedApp, question: 'all contacts' | 'changed contacts'): void {
    let pages = 0;
    source.onAsked = (asked) => {
      if (asked === question) pages += 1;
      if (asked !== question || pages !== 2) return;
      source.turnTo(new Date(at('14:30')));
      source.putContact(aSourceContact(1, { lastName: 'Byron' }));
      source.turnTo(new Date(at('15:00')));
      source.putContact(aSourceContact(501, { lastName: 'Byron' }));
    };
  }

  async function expectFoundByTheNext(app: AskedApp): Promise<void> {
    expect((await app.row(1)).contact.lastName).toBe('Lovelace');
    app.source.onAsked = () => undefined;
    app.turnTo(at('16:00'));
    await app.refresh({ mode: 'incremental' });
    expect((await app.row(1)).contact.lastName).toBe('Byron');
  }

  it('is found by the refresh after a whole one', async () => {
    const app = await openLongList();
    app.turnTo(at('14:00'));
    changeBetweenPages(app, 'all contacts');
    await app.refresh();
    await expectFoundByTheNext(app);
  });

  it('is found by the refresh after an incremental one', async () => {
    const app = await openLongList();
    await app.refresh();
    app.turnTo(at('13:59'));
    for (let id = 1; id <= 501; id += 1) app.source.putContact(aSourceContact(id));
    app.turnTo(at('14:00'));
    changeBetweenPages(app, 'changed contacts');
    await app.refresh();
    await expectFoundByTheNext(app);
  });
});
