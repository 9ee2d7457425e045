import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountId, tenantId } from '../../core/domain/ids.ts';
import { aSourceAccount, aSourceContact } from '../support/book-builders.ts';
import { aUser } from '../support/builders.ts';
import { csvRecords } from '../support/csv-rows.ts';
import { SENTENCE } from '../support/like.ts';
import { openPlugin, type PluginHarness } from '../support/plugin-harness.ts';
import { clerkOf, MANAGER, STRANGER, VIEWER } from '../support/principals.ts';
import { expectProblem } from './expect-problem.ts';

const ACCOUNTS = [
  aSourceAccount(100, { name: '=Evil "Corp", Inc.' }),
  aSourceAccount(200, { name: 'Zurich Dental' }),
  aSourceAccount(300, { name: 'Closed Ltd', isActive: false }),
];
const CONTACTS = [
  aSourceContact(1, { firstName: '=HYPERLINK("https://evil.example")', lastName: 'O"Neill, Ann' }),
  aSourceContact(2, { firstName: '👩‍🚀', lastName: 'עדה', accountId: accountId('200') }),
  aSourceContact(3, { firstName: 'Two\nlines', lastName: '＠cmd', email: '', accountId: accountId('200') }),
  aSourceContact(4, { firstName: ' +1', lastName: 'Zed', accountId: accountId('300') }),
];

let plugin: PluginHarness;
beforeAll(async () => {
  plugin = await openPlugin();
  await plugin.load(CONTACTS, ACCOUNTS);
});
afterAll(() => plugin.close());

async function records(query = '', as = MANAGER): Promise<Record<string, string>[]> {
  return csvRecords((await plugin.ask('GET', `/contacts.csv${query}`, undefined, { as })).body);
}

async function idsIn(query = '', as = MANAGER): Promise<(string | undefined)[]> {
  return (await records(query, as)).map((record) => record['Contact id']);
}

describe('GET /contacts.csv', () => {
  it('is a file to be saved, that spreadsheets know to be UTF-8', async () => {
    const { statusCode, headers, rawPayload } = await plugin.ask('GET', '/contacts.csv', undefined, { as: VIEWER });
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="autotask-contacts.csv"',
      'cache-control': 'no-store',
    });
    expect([...rawPayload.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(rawPayload.toString().slice(1).split('\r\n')[0]).toBe(
      'First name,Last name,Email,Account,Active,MBS Integration Status,Destination,Storage account,Package,' +
        'Problem,Reason,Remedy,Differences,Contact id,User id',
    );
  });

  it('says of each contact what the list says, and holds no formula', async () => {
    const nothing = { Destination: '', 'Storage account': '', Package: '', Differences: '', 'User id': '' };
    const own = { ...nothing, 'MBS Integration Status': '', Problem: '', Reason: '', Remedy: '' };
    expect(await records('?sort=email')).toEqual([
      {
        ...own,
        'First name': 'Two\nlines',
        'Last name': "'＠cmd",
        Email: '',
        Account: 'Zurich Dental',
        Active: 'yes',
        Problem: 'email_missing',
        Reason: SENTENCE,
        Remedy: SENTENCE,
        'Contact id': '3',
      },
      {
        ...own,
        'First name': `'=HYPERLINK("https://evil.example")`,
        'Last name': 'O"Neill, Ann',
        Email: 'contact-1@engines.example',
        Account: `'=Evil "Corp", Inc.`,
        Active: 'yes',
        'Contact id': '1',
      },
      {
        ...own,
        'First name': '👩‍🚀',
        'Last name': 'עדה',
        Email: 'contact-2@engines.example',
        Account: 'Zurich Dental',
        Active: 'yes',
        'Contact id': '2',
      },
      {
        ...own,
        'First name': "' +1",
        'Last name': 'Zed',
        Email: 'contact-4@engines.example',
        Account: 'Closed Ltd',
        Active: 'no',
        Problem: 'contact_inactive',
        Reason: SENTENCE,
        Remedy: SENTENCE,
        'Contact id': '4',
      },
    ]);
  });

  it.each([
    '',
    '?sort=-email',
    '?sort=account&active=true',
    '?account=200&problem=any',
    '?status=blank&q=zurich&totals=false',
    '?status=equal',
  ])('has the contacts of the list in its order: %s', async (query) => {
    expect(await idsIn(query)).toEqual((await plugin.contacts(query)).items.map(({ id }) => id));
  });

  it.each(['after', 'at', 'limit', 'page'])('knows no pages: %s', async (name) => {
    const response = await plugin.ask('GET', `/contacts.csv?${name}=1`);
    const detail = new RegExp(`^"${name}" is not known here; accepted: status, q, .*\\.$`);
    expectProblem(response, { status: 400, code: 'invalid_request', detail });
  });
});

describe('who gets which contacts in a file', () => {
  it('are those of accounts in scope', async () => {
    expect(await idsIn('', clerkOf('Zurich Dental', 'Nobody'))).toEqual(
      (await plugin.contacts('?account=200')).items.map(({ id }) => id),
    );
    expect(await idsIn('', clerkOf())).toEqual([]);
  });

  it('are never those of another provider', async () => {
    expect(await idsIn('', STRANGER)).toEqual([]);
  });
});

describe('a file of contacts with users', () => {
  const OWN = tenantId('msp-1');
  let stocked: PluginHarness;
  beforeAll(async () => {
    stocked = await openPlugin();
    await stocked.load([1, 2, 3].map((id) => aSourceContact(id)));
    await stocked.assign({ filter: {} });
    await stocked.import({ ids: ['1', '2'] });
  });
  afterAll(() => stocked.close());

  const byId = async (as = MANAGER) => {
    const { body } = await stocked.ask('GET', '/contacts.csv', undefined, { as });
    return new Map(csvRecords(body).map((record) => [record['Contact id'], record]));
  };

  it('has today’s status, what differs, and the names of what is assigned', async () => {
    const [user] = await stocked.ports.users.findByEmails(OWN, ['contact-1@engines.example']);
    stocked.ports.users.put(OWN, { ...user!, firstName: 'Augusta', company: '=Elsewhere' });
    const file = await byId();
    expect(file.get('1')).toMatchObject({
      'MBS Integration Status': 'Modified',
      Destination: 'backups-eu',
      'Storage account': 'Corporate S3',
      Package: 'Workstation 100 GB',
      Differences:
        'First name: “Ada” in Autotask, “Augusta” in MBS (changed in MBS); ' +
        'Account: “Account 100” in Autotask, “=Elsewhere” in MBS (changed in MBS)',
      'User id': user!.id,
    });
    expect(file.get('2')).toMatchObject({ 'MBS Integration Status': 'Equal', Differences: '' });
    expect(file.get('3')).toMatchObject({ 'MBS Integration Status': '', 'User id': '', Package: 'Workstation 100 GB' });
  });

  it('says nothing of a user whose company is out of scope', async () => {
    const file = await byId(clerkOf('Account 100'));
    expect(file.get('1')).toMatchObject({ Problem: 'account_out_of_scope', Differences: '', 'User id': '' });
    expect(JSON.stringify([...file])).not.toMatch(/Augusta|Elsewhere/);
  });

  it('names what is assigned and gone by its id', async () => {
    const elsewhere = await openPlugin({ replace: () => ({ packages: { list: async () => [] } }) });
    const email = 'contact-1@engines.example';
    elsewhere.ports.users.put(OWN, aUser({ email }));
    await elsewhere.load([aSourceContact(1)]);
    const { body } = await elsewhere.ask('GET', '/contacts.csv');
    expect(csvRecords(body)).toMatchObject([{ Email: email, Destination: 'backups-eu', Package: 'package-1' }]);
    await elsewhere.close();
  });
});
