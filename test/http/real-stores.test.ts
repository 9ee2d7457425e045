import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DestinationId, type PackageId, tenantId } from '../../core/domain/ids.ts';
import { aSourceContact } from '../support/book-builders.ts';
import { ConsoleRows } from '../support/console-rows.ts';
import { csvRecords } from '../support/csv-rows.ts';
import { ENGINES, openDatabase, type TestDatabase } from '../support/databases.ts';
import { openPlugin, type PluginHarness } from '../support/plugin-harness.ts';
import { STRANGER } from '../support/principals.ts';

const OWN = tenantId('msp-1');
const ODD = [
  '\u0000',
  'a\u0000b',
  '\ud800',
  '😀',
  'é'.repeat(40),
  "'; drop table autotask_run; --",
  '%',
  '_',
  '\\',
  '"',
];

describe.each(ENGINES)('the routes over the plugin’s own tables: %s', (engine) => {
  let database: TestDatabase;
  let plugin: PluginHarness;
  let destinationId: DestinationId;
  let packageId: PackageId;
  beforeEach(async () => {
    database = await openDatabase(engine);
    const rows = new ConsoleRows(database.knex);
    destinationId = await rows.addDestination(OWN);
    packageId = await rows.addPackage(OWN);
    plugin = await openPlugin({ knex: database.knex });
    await plugin.load([
      aSourceContact(1, { firstName: 'Zoë' }),
      aSourceContact(2),
      aSourceContact(3, { email: 'info@engines.example' }),
      aSourceContact(4, { email: 'INFO@engines.example' }),
      aSourceContact(5, { email: '' }),
    ]);
  });
  afterEach(async () => {
    await plugin.close();
    await database.dispose();
  });

  it('do the whole job, and the preview agrees with the import', async () => {
    const selection = { filter: {} };
    const assigned = await plugin.ask('PATCH', '/contacts', { selection, destinationId, packageId });
    expect(assigned.json()).toEqual({ updated: 5 });
    const preview = (await plugin.ask('POST', '/imports/preview', { selection })).json<{ fingerprint: string }>();
    expect(preview).toMatchObject({
      create: 2,
      update: 0,
      unchanged: 0,
      blocked: [
        { code: 'email_missing', count: 1 },
        { code: 'email_shared', count: 2 },
      ],
      byDestination: [{ destinationId, count: 2 }],
      capacityGb: 200,
    });
    const { fingerprint } = preview;
    const started = await plugin.ask('POST', '/imports', { selection, fingerprint });
    const run = await plugin.ended(started.json<{ runId: string }>().runId);
    expect(run).toMatchObject({ state: 'done', total: 5, created: 2, failed: 3 });
    expect((await plugin.contacts()).counts).toEqual({ blank: 0, equal: 2, modified: 0, failed: 3 });
    expect((await plugin.contacts('?q=zoe')).items).toMatchObject([{ id: '1', status: 'equal', destinationId }]);
    expect(await plugin.import(selection)).toMatchObject({ unchanged: 2, failed: 3 });
    expect(await plugin.contacts('', STRANGER)).toMatchObject({ items: [], total: 0 });
  });

  it('give the list and what became of it in files', async () => {
    const selection = { filter: {} };
    await plugin.ask('PATCH', '/contacts', { selection, destinationId, packageId });
    const { id: run } = await plugin.import(selection);
    const [zoe, ...others] = csvRecords((await plugin.ask('GET', '/contacts.csv?sort=-firstName')).body);
    expect(zoe).toMatchObject({ 'First name': 'Zoë', 'MBS Integration Status': 'Equal', 'Contact id': '1' });
    expect(zoe!['Destination']).not.toBe(destinationId);
    expect(others).toHaveLength(4);
    const failed = csvRecords((await plugin.ask('GET', `/runs/${run}/items.csv?outcome=failed`)).body);
    expect(failed.map((record) => [record['Contact id'], record['Code'], record['Account']])).toEqual([
      ['5', 'email_missing', 'Account 100'],
      ['3', 'email_shared', 'Account 100'],
      ['4', 'email_shared', 'Account 100'],
    ]);
  });

  it('answer odd texts with a refusal or with nothing found, never with a failure', async () => {
    const { id: run } = await plugin.import({ ids: ['1'] });
    // Half a surrogate pair can’t be put into an address.
    for (const odd of ODD.filter((text) => !/\p{Surrogate}/u.test(text)).map(encodeURIComponent)) {
      for (const path of [
        `/contacts?q=${odd}`,
        `/contacts?account=${odd}`,
        `/contacts.csv?q=${odd}&account=${odd}`,
        `/contacts?after=${odd}`,
        `/contacts/${odd}`,
        `/runs/${odd}`,
        `/runs/${odd}/events`,
        `/runs/${odd}/items`,
        `/runs/${odd}/items.csv`,
        `/runs/${run}/items?after=${odd}`,
      ]) {
        expect((await plugin.ask('GET', path)).statusCode, path).toBeLessThan(500);
      }
      expect((await plugin.ask('POST', `/runs/${odd}/cancel`)).statusCode).toBeLessThan(500);
    }
    for (const odd of ODD) {
      for (const [method, path, body] of [
        ['PUT', '/connection', { username: odd, password: odd }],
        ['POST', '/imports/preview', { selection: { ids: [odd] } }],
        ['POST', '/imports', { selection: { filter: { q: odd, account: odd }, except: [odd] } }],
        ['POST', '/imports', { selection: { ids: [] }, fingerprint: odd }],
        ['PATCH', '/contacts', { selection: { ids: [odd] }, destinationId: odd }],
      ] as const) {
        expect((await plugin.ask(method, path, body)).statusCode, `${path} ${odd}`).toBeLessThan(500);
      }
    }
  });
});
