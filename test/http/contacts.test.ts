import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContactPage } from '../../core/contract/index.ts';
import { accountId } from '../../core/domain/ids.ts';
import { aSourceAccount, aSourceContact } from '../support/book-builders.ts';
import { SENTENCE } from '../support/like.ts';
import { openPlugin, type PluginHarness } from '../support/plugin-harness.ts';
import { clerkOf, STRANGER, VIEWER } from '../support/principals.ts';
import { expectProblem } from './expect-problem.ts';

const ACCOUNTS = [
  aSourceAccount(0, { name: 'Contoso MSP' }),
  aSourceAccount(100, { name: 'Ålesund Fjordreiser' }),
  aSourceAccount(200, { name: 'Zurich Dental' }),
  aSourceAccount(300, { name: 'Closed Ltd', isActive: false }),
];
const CONTACTS = [
  aSourceContact(1, { firstName: 'Zoë', lastName: 'Ångström', email: 'zoe@fjord.example' }),
  aSourceContact(2, { firstName: 'José', lastName: 'Álvarez', email: 'j.alvarez@fjord.example' }),
  aSourceContact(3, { firstName: 'Bo', lastName: 'Berg', email: '', accountId: accountId('200') }),
  aSourceContact(4, { firstName: 'Ida', lastName: 'Dahl', email: 'info@zurich.example', accountId: accountId('200') }),
  aSourceContact(5, {
    firstName: 'Eli',
    lastName: 'Dahl',
    email: ' INFO@zurich.example ',
    accountId: accountId('200'),
  }),
  aSourceContact(6, { firstName: 'Kim', lastName: 'Lee', email: 'kim@closed.example', accountId: accountId('300') }),
  aSourceContact(7, { firstName: 'Ann', lastName: 'Left', email: 'ann@fjord.example', isActive: false }),
  aSourceContact(8, {
    firstName: 'Οδυσσέας',
    lastName: 'Παπαδόπουλος',
    email: 'o@msp.example',
    accountId: accountId('0'),
  }),
  aSourceContact(9, { firstName: 'Lost', lastName: 'Soul', email: 'lost@soul.example', accountId: accountId('999') }),
];

let plugin: PluginHarness;
beforeAll(async () => {
  plugin = await openPlugin();
  await plugin.load(CONTACTS, ACCOUNTS);
});
afterAll(() => plugin.close());

async function ids(query: string): Promise<string[]> {
  return (await plugin.contacts(query)).items.map(({ id }) => id);
}

async function sortedIds(query: string): Promise<string[]> {
  return (await ids(query)).sort();
}

describe('GET /contacts', () => {
  it('answers each contact to the letter, with texts as Autotask has them', async () => {
    const { items } = await plugin.contacts();
    expect(items.find(({ id }) => id === '2')).toStrictEqual({
      id: '2',
      firstName: 'José',
      lastName: 'Álvarez',
      email: 'j.alvarez@fjord.example',
      account: 'Ålesund Fjordreiser',
      accountId: '100',
      active: true,
      status: 'blank',
      destinationId: null,
      packageId: null,
      userId: null,
      problem: null,
      reason: null,
      difference: null,
    });
    expect(items.find(({ id }) => id === '5')?.email).toBe(' INFO@zurich.example ');
    expect(items.find(({ id }) => id === '8')).toMatchObject({ account: 'Contoso MSP', accountId: '0' });
  });

  it('holds active and inactive contacts; inactive is also who belongs to an inactive account', async () => {
    const { items, next, total, counts } = await plugin.contacts();
    expect({ next, total, counts }).toStrictEqual({
      next: null,
      total: 9,
      counts: { blank: 9, equal: 0, modified: 0, failed: 0 },
    });
    expect(
      items
        .filter(({ active }) => !active)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['6', '7']);
    expect(await sortedIds('?active=false')).toEqual(['6', '7']);
    expect(await sortedIds('?active=true')).toEqual(['1', '2', '3', '4', '5', '8', '9']);
  });

  it('says what blocks an import now, with a sentence and a remedy', async () => {
    const { items } = await plugin.contacts();
    expect(Object.fromEntries(items.map(({ id, problem }) => [id, problem]))).toEqual({
      1: null,
      2: null,
      3: 'email_missing',
      4: 'email_shared',
      5: 'email_shared',
      6: 'contact_inactive',
      7: 'contact_inactive',
      8: null,
      9: 'account_missing',
    });
    for (const { problem, reason } of items) {
      expect(reason).toEqual(problem === null ? null : { code: problem, text: SENTENCE, remedy: SENTENCE });
    }
  });

  it('filters by status, account and problem', async () => {
    expect(await sortedIds('?status=blank&account=200')).toEqual(['3', '4', '5']);
    expect(await ids('?status=equal')).toEqual([]);
    expect(await ids('?account=0')).toEqual(['8']);
    expect(await ids('?account=no-such-account')).toEqual([]);
    expect(await sortedIds('?problem=email_shared')).toEqual(['4', '5']);
    expect(await sortedIds('?problem=any')).toEqual(['3', '4', '5', '6', '7', '9']);
    expect(await sortedIds('?problem=any&active=true&account=200&q=dahl')).toEqual(['4', '5']);
  });

  it('counts by every filter but the status, and totals by all', async () => {
    const { total, counts, items } = await plugin.contacts('?account=200&status=equal');
    expect({ total, counts, items }).toEqual({
      total: 0,
      counts: { blank: 3, equal: 0, modified: 0, failed: 0 },
      items: [],
    });
  });

  it.each([
    ['zoe', ['1']],
    ['ZOË ångs', ['1']],
    ['alvarez', ['2']],
    ['j.alvarez@fjord', ['2']],
    ['alesund', ['1', '2', '7']],
    ['οδυσσεας', ['8']],
    ['ΠΑΠΑΔΌΠΟΥΛΟΣ', ['8']],
    ['fjordreiser jose', ['2']],
    ['jord', []],
    ['zoe alvarez', []],
    ['dahl zurich', ['4', '5']],
    ['%', ['1', '2', '3', '4', '5', '6', '7', '8', '9']],
    ['', ['1', '2', '3', '4', '5', '6', '7', '8', '9']],
    ['a_b', []],
  ])('finds by the beginnings of words, whatever the case and accents: %s', async (q, expected) => {
    expect(await sortedIds(`?q=${encodeURIComponent(q)}`)).toEqual(expected);
  });

  it.each([
    ['lastName', ['2', '1', '3', '4', '5', '6', '7', '9', '8']],
    ['firstName', ['7', '3', '5', '4', '2', '6', '9', '1', '8']],
    ['email', ['3', '7', '4', '5', '2', '6', '9', '8', '1']],
    ['account', ['9', '1', '2', '7', '6', '8', '3', '4', '5']],
    ['status', ['1', '2', '3', '4', '5', '6', '7', '8', '9']],
  ])('sorts by %s both ways, accents and case set aside', async (field, expected) => {
    expect(await ids(`?sort=${field}`)).toEqual(expected);
    const backwards = await ids(`?sort=-${field}`);
    expect(backwards.toSorted()).toEqual(expected.toSorted());
    if (field === 'lastName') expect(backwards).toEqual(['8', '9', '7', '6', '5', '4', '3', '1', '2']);
  });

  it('sorts by last name unless told otherwise', async () => {
    expect(await ids('')).toEqual(await ids('?sort=lastName'));
  });

  it('pages with a limit that may change on the way, and shows each contact once', async () => {
    const seen: string[] = [];
    let query = '?limit=1&sort=-email';
    for (const limit of [4, 2, 3, 500]) {
      const { items, next, total } = await plugin.contacts(query);
      seen.push(...items.map(({ id }) => id));
      expect(total).toBe(9);
      if (next === null) break;
      query = `?sort=-email&limit=${limit}&after=${encodeURIComponent(next)}`;
    }
    expect(seen).toEqual(await ids('?sort=-email'));
  });

  it('has no next page when the last one is full', async () => {
    expect((await plugin.contacts('?limit=9')).next).toBeNull();
    const { next } = await plugin.contacts('?limit=8');
    expect((await plugin.contacts(`?limit=1&after=${next}`)).next).toBeNull();
  });

  it('jumps to a row', async () => {
    const all = await ids('');
    const { items, next, total } = await plugin.contacts('?at=4&limit=2');
    expect(items.map(({ id }) => id)).toEqual(all.slice(4, 6));
    expect(total).toBe(9);
    expect(await ids(`?limit=9&after=${next}`)).toEqual(all.slice(6));
    expect(await plugin.contacts('?at=9')).toMatchObject({ items: [], next: null, total: 9 });
    expect(await plugin.contacts('?at=1000000000')).toMatchObject({ items: [], next: null });
  });

  it('leaves the totals out on request', async () => {
    const page = await plugin.contacts('?totals=false');
    expect(Object.keys(page)).toEqual(['items', 'next']);
    expect(Object.keys(await plugin.contacts('?totals=true'))).toEqual(['items', 'next', 'total', 'counts']);
  });

  it('shows 50 contacts unless told otherwise, and 500 at most', async () => {
    const crowd = await openPlugin();
    await crowd.load(Array.from({ length: 503 }, (_, index) => aSourceContact(index + 1)));
    expect((await crowd.contacts()).items).toHaveLength(50);
    const page = await crowd.contacts('?limit=500');
    expect(page.items).toHaveLength(500);
    expect((await crowd.contacts(`?limit=500&after=${page.next}`)).items).toHaveLength(3);
    await crowd.close();
  });

  it.each(['nonsense', 'bnVsbA', '%00', 'e30', 'WyJhIiwiYiIsImMiXQ'])(
    'refuses the made-up cursor %s',
    async (after) => {
      const response = await plugin.ask('GET', `/contacts?after=${after}`);
      expectProblem(response, { status: 400, code: 'cursor_invalid', detail: /after/ });
    },
  );

  it('refuses the cursor of another sort', async () => {
    const { next } = await plugin.contacts('?limit=1&sort=email');
    for (const sort of ['lastName', '-email', 'status']) {
      const response = await plugin.ask('GET', `/contacts?after=${next}&sort=${sort}`);
      expectProblem(response, { status: 400, code: 'cursor_invalid', detail: /sort/ });
    }
  });

  it('refuses a jump and a cursor at once', async () => {
    const { next } = await plugin.contacts('?limit=1');
    const response = await plugin.ask('GET', `/contacts?after=${next}&at=1`);
    expectProblem(response, { status: 400, code: 'invalid_request', detail: /^"after" and "at" exclude each other/ });
  });
});

describe('who sees which contacts', () => {
  it('shows the list to those who may only look', async () => {
    expect((await plugin.contacts('', VIEWER)).total).toBe(9);
  });

  it('shows nothing of another provider, though both read the same database', async () => {
    expect(await plugin.contacts('', STRANGER)).toEqual({
      items: [],
      next: null,
      total: 0,
      counts: { blank: 0, equal: 0, modified: 0, failed: 0 },
    });
    expectProblem(await plugin.ask('GET', '/contacts/1', undefined, { as: STRANGER }), {
      status: 404,
      code: 'contact_not_found',
    });
  });

  it('shows and counts only contacts of accounts in scope', async () => {
    const clerk = clerkOf('  Zurich   Dental ', 'Nobody');
    const { items, total, counts } = await plugin.contacts('', clerk);
    expect(items.map(({ id }) => id).sort()).toEqual(['3', '4', '5']);
    expect({ total, counts }).toEqual({ total: 3, counts: { blank: 3, equal: 0, modified: 0, failed: 0 } });
    expect((await plugin.contacts('?account=100', clerk)).items).toEqual([]);
    expect((await plugin.contacts('', clerkOf())).total).toBe(0);
    expectProblem(await plugin.ask('GET', '/contacts/1', undefined, { as: clerk }), {
      status: 404,
      code: 'contact_not_found',
    });
    expect((await plugin.contact(3, clerk)).id).toBe('3');
  });
});

describe('before there is a connection', () => {
  it('is an empty list', async () => {
    const fresh = await openPlugin();
    expect(await fresh.get<ContactPage>('/contacts')).toEqual({
      items: [],
      next: null,
      total: 0,
      counts: { blank: 0, equal: 0, modified: 0, failed: 0 },
    });
    await fresh.close();
  });
});

describe('another Autotask database', () => {
  it('starts a new list, and the old one is back with the old database', async () => {
    const moving = await openPlugin();
    await moving.load([aSourceContact(1)]);
    moving.ports.source.move('another');
    await moving.connect();
    expect((await moving.contacts()).total).toBe(0);
    await moving.refresh();
    expect((await moving.contacts()).total).toBe(1);
    moving.ports.source.move('1');
    await moving.connect();
    expect((await moving.contacts()).total).toBe(1);
    await moving.close();
  });
});
