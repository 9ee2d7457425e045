import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KnexContactBook } from '../../adapters/knex/knex-contact-book.ts';
import type { ContactPage } from '../../core/contract/index.ts';
import { accountId, destinationId, packageId, tenantId } from '../../core/domain/ids.ts';
import { aSourceAccount, aSourceContact } from '../support/book-builders.ts';
import { aDestination, aPackage, aUser, aUserDestination } from '../support/builders.ts';
import { csvRecords } from '../support/csv-rows.ts';
import { openDatabase, type TestDatabase } from '../support/databases.ts';
import { openPlugin, type PluginHarness } from '../support/plugin-harness.ts';
import { clerkOf, MANAGER } from '../support/principals.ts';
import { expectProblem } from './expect-problem.ts';

const OWN = tenantId(MANAGER.tenantId);

/** By name: "clients-20" of two storage accounts, then "clients-100"; the drop-downs have them by storage account. */
const DESTINATIONS = [
  { id: 'd-1', name: 'clients-100', storageAccount: 'Azure' },
  { id: 'd-2', name: 'clients-20', storageAccount: 'Azure' },
  { id: 'd-3', name: 'clients-20', storageAccount: 'Wasabi' },
].map(({ id, ...names }) => aDestination({ ...names, id: destinationId(id) }));
const PACKAGES = [
  { id: 'p-1', name: '100 GB' },
  { id: 'p-2', name: '20 GB' },
  { id: 'p-3', name: '50 GB', enabled: false },
].map(({ id, ...rest }) => aPackage({ ...rest, id: packageId(id) }));

/** 7 has a user of its own, with what nobody has chosen. */
const CHOSEN: readonly (readonly [string, string, string])[] = [
  ['1', 'd-1', 'p-3'],
  ['2', 'd-3', 'p-1'],
  ['3', 'd-2', 'p-2'],
  ['4', 'd-3', 'p-1'],
];
const BY_DESTINATION = ['3', '7', '2', '4', '1', '5', '6'];
const BY_PACKAGE = ['3', '1', '2', '4', '7', '5', '6'];

describe.each(['memory', 'sqlite'] as const)('GET /contacts by what is assigned, with a book in %s', (kept) => {
  let plugin: PluginHarness;
  let database: TestDatabase | undefined;
  beforeEach(async () => {
    database = kept === 'memory' ? undefined : await openDatabase(kept);
    const { knex } = database ?? {};
    plugin = await openPlugin(
      knex === undefined ? {} : { replace: () => ({ contactBook: new KnexContactBook({ knex }) }) },
    );
    for (const destination of DESTINATIONS) plugin.ports.storageDestinations.put(OWN, destination);
    for (const item of PACKAGES) plugin.ports.packages.put(OWN, item);
    const own = aUserDestination({ destinationId: destinationId('d-2'), packageId: packageId('p-1') });
    plugin.ports.users.put(
      OWN,
      aUser({ email: 'contact-7@engines.example', destinations: [own], company: 'Elsewhere' }),
    );
    await plugin.load(
      [1, 2, 3, 4, 5, 6, 7].map((id) => aSourceContact(id, { accountId: accountId('100') })),
      [aSourceAccount(100)],
    );
    for (const [id, destination, chosenPackage] of CHOSEN) {
      const body = { selection: { ids: [id] }, destinationId: destination, packageId: chosenPackage };
      expect((await plugin.ask('PATCH', '/contacts', body)).statusCode).toBe(200);
    }
  });
  afterEach(async () => {
    await plugin.close();
    await database?.dispose();
  });

  const ids = async (query: string, as = MANAGER) => (await plugin.contacts(query, as)).items.map(({ id }) => id);

  it('sorts by what the row shows, with what shows nothing at the end', async () => {
    expect(await ids('?sort=destination')).toEqual(BY_DESTINATION);
    expect(await ids('?sort=-destination')).toEqual(BY_DESTINATION.toReversed());
    expect(await ids('?sort=package')).toEqual(BY_PACKAGE);
    expect(await ids('?sort=-package')).toEqual(BY_PACKAGE.toReversed());
    const file = csvRecords((await plugin.ask('GET', '/contacts.csv?sort=destination')).body);
    expect(file.map((record) => record['Contact id'])).toEqual(BY_DESTINATION);
  });

  it('follows the user where nothing is chosen, from the next look at the row on', async () => {
    const [user] = await plugin.ports.users.findByEmails(OWN, ['contact-7@engines.example']);
    const moved = aUserDestination({ destinationId: destinationId('d-1'), packageId: packageId('p-1') });
    plugin.ports.users.put(OWN, { ...user!, destinations: [moved] });
    await plugin.contacts();
    expect(await ids('?sort=destination')).toEqual(['3', '2', '4', '1', '7', '5', '6']);
  });

  it('pages and jumps', async () => {
    let page: ContactPage = await plugin.contacts('?sort=destination&limit=1');
    const seen = page.items.map(({ id }) => id);
    while (page.next !== null) {
      page = await plugin.contacts(`?sort=destination&limit=2&after=${page.next}`);
      seen.push(...page.items.map(({ id }) => id));
    }
    expect(seen).toEqual(BY_DESTINATION);
    expect(await ids('?sort=destination&at=3&limit=2')).toEqual(BY_DESTINATION.slice(3, 5));
    expect(await ids('?sort=-package&at=1&limit=3&q=lovelace&active=true')).toEqual(['5', '7', '4']);
  });

  it('puts what has gone behind what there is, and says that a cursor is from before that', async () => {
    const { next } = await plugin.contacts('?sort=destination&limit=3');
    plugin.ports.storageDestinations.remove(OWN, destinationId('d-2'));
    expect(await ids('?sort=destination')).toEqual(['2', '4', '1', '3', '7', '5', '6']);
    const response = await plugin.ask('GET', `/contacts?sort=destination&after=${next}`);
    expectProblem(response, { status: 400, code: 'cursor_invalid', detail: /destinations or packages have changed/ });
    expect(await ids(`?sort=package&after=${(await plugin.contacts('?sort=package&limit=3')).next}`)).toHaveLength(4);
  });

  it('says and finds for whoever asks that a user is in a company out of scope, and tells nothing by the order', async () => {
    const clerk = clerkOf('Account 100');
    expect(await ids('?problem=account_out_of_scope', clerk)).toEqual(['7']);
    expect(await ids('?problem=any', clerk)).toEqual(['7']);
    expect((await plugin.contacts('?problem=account_out_of_scope', clerk)).total).toBe(1);
    expect(await ids('?problem=account_out_of_scope')).toEqual([]);
    expect(await ids('?problem=account_out_of_scope', clerkOf('Account 100', 'Elsewhere'))).toEqual([]);
    expect(await ids('?sort=destination', clerk)).toEqual(['3', '2', '4', '1', '5', '6', '7']);
  });

  it('names the sorts that there are when asked for another one', async () => {
    const response = await plugin.ask('GET', '/contacts?sort=bucket');
    expectProblem(response, { status: 400, code: 'invalid_request', detail: /destination, package,.* -package/ });
  });
});
