import { describe, expect, it } from 'vitest';
import { accountId, type ContactId, contactId } from '../../core/domain/ids.ts';
import type { SourcePage } from '../../core/ports/contact-source.ts';
import { all, allIds, type ContactSourceHarness, errorOf, options, person, whole } from './contact-source-harness.ts';

const NOON = new Date('2031-03-04T12:00:00Z');
const LATER = new Date('2031-03-04T12:00:00.250Z');

/** What every contact source promises about the ways to read; a part of the contract. */
export function contactSourceReadingsContract(start: () => Promise<ContactSourceHarness>): void {
  const startWith = async (contacts: number) => {
    const harness = await start();
    await harness.turnTo(NOON);
    const account = await harness.putAccount({ name: 'Northwind Dental', isActive: true });
    const put: ContactId[] = [];
    for (let number = 0; number < contacts; number += 1)
      put.push(await harness.putContact(person({ accountId: account })));
    return { ...harness, account, put };
  };

  describe('a whole reading', () => {
    it('tells the newest stamp of its pages', async () => {
      const { source, credentials, put, putContact, account, turnTo } = await startWith(1);
      expect(await newestOf(source.contacts(credentials, whole, options))).toBe(NOON.toISOString());
      await turnTo(LATER);
      await putContact(person({ accountId: account }));
      expect(put).toHaveLength(1);
      expect(await newestOf(source.contacts(credentials, whole, options))).toBe(LATER.toISOString());
      expect(await newestOf(source.accounts(credentials, whole, options))).toBe(NOON.toISOString());
    });

    it('gets every row once, whatever the boundaries are', async () => {
      const { source, credentials, put } = await startWith(2600);
      const { contacts: count } = await source.counts(credentials, options);
      const everything = (await all(source.contacts(credentials, whole, options))).map(({ id }) => id).sort();
      const [early, late] = [put[700] ?? '', put[1700] ?? ''];
      for (const boundaries of [
        [],
        [early],
        [early, late],
        [late, early],
        [early, early],
        [...put].slice(0, 900),
        ['0', '0'],
        ['1', String(Number(early) + 1)],
        ['9007199254740991'],
        ['9007199254740992', '1e3', '-5', '', 'x'],
      ]) {
        const rows = await all(source.contacts(credentials, { count, boundaries }, options));
        expect(rows.map(({ id }) => id).sort()).toEqual(everything);
      }
    });

    it.each([0, 1, 1_000_000])('gets every row once, though %i were counted', async (count) => {
      const { source, credentials, put } = await startWith(2600);
      const rows = await all(source.contacts(credentials, { count, boundaries: [] }, options));
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(put));
    });
  });

  describe('changes', () => {
    it('are what was put since then, that moment included', async () => {
      const { source, credentials, account, putContact, putAccount, turnTo } = await startWith(3);
      await turnTo(LATER);
      const changed = await putContact(person({ accountId: account, lastName: 'Late' }));
      const opened = await putAccount({ name: 'Contoso', isActive: true });
      const since = LATER.toISOString();
      const contacts = await all(source.contacts(credentials, { since, lastId: null }, options));
      expect(contacts.map(({ id }) => id)).toEqual([changed]);
      const accounts = await all(source.accounts(credentials, { since, lastId: null }, options));
      expect(accounts.map(({ id }) => id)).toEqual([opened]);
      expect(await newestOf(source.contacts(credentials, { since, lastId: null }, options))).toBe(since);
    });

    it('are none when nothing was put since then', async () => {
      const { source, credentials } = await startWith(3);
      const since = LATER.toISOString();
      for await (const page of source.contacts(credentials, { since, lastId: null }, options))
        expect.unreachable(`${page.rows.length}`);
      for await (const page of source.accounts(credentials, { since, lastId: null }, options))
        expect.unreachable(`${page.rows.length}`);
    });

    it('bring the row of the highest known id along', async () => {
      const { source, credentials, put } = await startWith(3);
      const lastId = put.at(-1)!;
      const contacts = await all(source.contacts(credentials, { since: LATER.toISOString(), lastId }, options));
      expect(contacts.map(({ id }) => id)).toEqual([lastId]);
    });

    it('come over several pages', async () => {
      const { source, credentials, put } = await startWith(1001);
      const contacts = await all(source.contacts(credentials, { since: NOON.toISOString(), lastId: null }, options));
      expect(contacts.map(({ id }) => id)).toEqual(put);
    });
  });

  describe('ids', () => {
    it('are those of the rows, each once', async () => {
      const { source, credentials } = await startWith(2600);
      const { contacts: count } = await source.counts(credentials, options);
      const ids = await allIds(source.ids('contacts', credentials, { count, boundaries: [] }, options));
      const contacts = await all(source.contacts(credentials, whole, options));
      expect(ids.sort()).toEqual(contacts.map(({ id }) => id).sort());
      const accounts = await all(source.accounts(credentials, whole, options));
      expect((await allIds(source.ids('accounts', credentials, whole, options))).sort()).toEqual(
        accounts.map(({ id }) => id).sort(),
      );
    });

    it('are forbidden without the right to see the rows', async () => {
      const { source, credentials, grant } = await start();
      await grant({ contacts: 'none', accounts: 'all' });
      expect((await errorOf(allIds(source.ids('contacts', credentials, whole, options)))).code).toBe(
        'source_forbidden',
      );
    });
  });

  describe('rows by id', () => {
    it('are found in any number; absent ones are left out', async () => {
      const { source, credentials, put, account } = await startWith(1001);
      const asked = [...put, put[0] ?? contactId('0'), contactId('9007199254740991'), contactId('')];
      const contacts = await source.contactsById(credentials, asked, options);
      expect(contacts.map(({ id }) => id).sort()).toEqual([...put].sort());
      const accounts = await source.accountsById(credentials, [account, accountId('0')], options);
      expect(accounts.map(({ id }) => id).sort()).toEqual([account, '0'].sort());
      expect(accounts.find(({ id }) => id === account)?.name).toBe('Northwind Dental');
    });

    it('are none for no ids', async () => {
      const { source, credentials } = await start();
      expect(await source.contactsById(credentials, [], options)).toEqual([]);
    });
  });

  describe('usage', () => {
    it('tells the limit and the calls of the hour', async () => {
      const { source, credentials } = await start();
      await source.counts(credentials, options);
      const { limit, used } = await source.usage(credentials, options);
      expect(limit).toBeGreaterThan(0);
      expect((await source.usage(credentials, options)).used).toBe(used + 1);
    });
  });

  it('tells every call that goes out', async () => {
    const { source, credentials, probe } = await startWith(2600);
    const { contacts: count } = await source.counts(credentials, options);
    const before = await probe.calls();
    let told = 0;
    const counting = { ...options, onCall: () => void (told += 1) };
    await source.check(credentials, counting);
    await source.counts(credentials, counting);
    await source.usage(credentials, counting);
    await all(source.contacts(credentials, { count, boundaries: [] }, counting));
    await all(source.accounts(credentials, { since: NOON.toISOString(), lastId: null }, counting));
    await source.accountsById(credentials, [accountId('0')], counting);
    expect(told).toBe((await probe.calls()) - before);
  });
}

async function newestOf(pages: AsyncIterable<SourcePage<unknown>>): Promise<string | null> {
  let newest: string | null = null;
  for await (const page of pages) {
    if (page.newest !== null && (newest === null || page.newest > newest)) newest = page.newest;
  }
  return newest;
}
