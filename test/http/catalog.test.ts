import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountPage } from '../../core/contract/index.ts';
import { destinationId, packageId, tenantId } from '../../core/domain/ids.ts';
import { ConsoleUnavailable } from '../../core/ports/errors.ts';
import { inAccount } from '../contract/contact-book-trial.ts';
import { aSourceAccount } from '../support/book-builders.ts';
import { aDestination, aPackage } from '../support/builders.ts';
import { openPlugin, type PluginHarness } from '../support/plugin-harness.ts';
import { clerkOf, STRANGER, VIEWER } from '../support/principals.ts';
import { expectProblem } from './expect-problem.ts';

const OWN = tenantId('msp-1');

let plugin: PluginHarness;
beforeAll(async () => {
  plugin = await openPlugin();
  const { storageDestinations, packages } = plugin.ports;
  storageDestinations.put(
    OWN,
    aDestination({ id: destinationId('d-9'), name: 'Kopien', kind: 'container', storageAccount: 'Azure West' }),
  );
  storageDestinations.put(
    OWN,
    aDestination({ id: destinationId('d-8'), name: '/srv', kind: 'root_folder', storageAccount: 'Zentrale' }),
  );
  packages.put(OWN, aPackage({ id: packageId('p-9'), name: 'Unlimited', storageLimitGb: null }));
});
afterAll(() => plugin.close());

describe('GET /destinations', () => {
  it('answers what the drop-down offers, to those who may only look too', async () => {
    expect(await plugin.get('/destinations', VIEWER)).toStrictEqual([
      { id: 'd-9', name: 'Kopien', kind: 'container', storageAccount: 'Azure West', assigned: 0 },
      { id: 'destination-1', name: 'backups-eu', kind: 'bucket', storageAccount: 'Corporate S3', assigned: 0 },
      { id: 'destination-2', name: 'backups-us', kind: 'bucket', storageAccount: 'Corporate S3', assigned: 0 },
      { id: 'd-8', name: '/srv', kind: 'root_folder', storageAccount: 'Zentrale', assigned: 0 },
    ]);
  });

  it('offers what was made a moment ago', async () => {
    const fresh = aDestination({ id: destinationId('fresh'), name: 'fresh' });
    plugin.ports.storageDestinations.put(OWN, fresh);
    expect(await plugin.get('/destinations')).toContainEqual({ ...fresh, assigned: 0 });
    plugin.ports.storageDestinations.remove(OWN, fresh.id);
    expect(await plugin.get('/destinations')).not.toContainEqual({ ...fresh, assigned: 0 });
  });

  it('shows another provider only its own', async () => {
    expect(await plugin.get('/destinations', STRANGER)).toHaveLength(2);
  });
});

describe('GET /packages', () => {
  it('answers what the drop-down offers, disabled packages included', async () => {
    expect(await plugin.get('/packages', VIEWER)).toStrictEqual([
      { id: 'package-3', name: 'Trial 10 GB', storageLimitGb: 10, enabled: false, assigned: 0 },
      { id: 'p-9', name: 'Unlimited', storageLimitGb: null, enabled: true, assigned: 0 },
      { id: 'package-1', name: 'Workstation 100 GB', storageLimitGb: 100, enabled: true, assigned: 0 },
      { id: 'package-2', name: 'Workstation 500 GB', storageLimitGb: 500, enabled: true, assigned: 0 },
    ]);
  });

  it('shows another provider only its own', async () => {
    expect(await plugin.get('/packages', STRANGER)).toHaveLength(3);
  });
});

describe('what is assigned', () => {
  const ACCOUNTS = [aSourceAccount(100, { name: 'Engines' }), aSourceAccount(200, { name: 'Gardens' })];
  const PEOPLE = [100, 100, 200].map((account, index) => inAccount(index + 1, account));

  it('is counted per destination and package, as far as the asker may see the contacts', async () => {
    const own = await openPlugin();
    await own.load(PEOPLE, ACCOUNTS);
    await own.assign({ filter: {} });
    const assigned = async (path: string, as = VIEWER) =>
      (await own.get<readonly { id: string; assigned: number }[]>(path, as))
        .filter((one) => one.assigned > 0)
        .map((one) => [one.id, one.assigned]);
    expect(await assigned('/destinations')).toEqual([['destination-1', 3]]);
    expect(await assigned('/packages')).toEqual([['package-1', 3]]);
    expect(await assigned('/destinations', clerkOf('Gardens'))).toEqual([['destination-1', 1]]);
    expect(await assigned('/packages', clerkOf('Nobody'))).toEqual([]);
    await own.close();
  });
});

describe('GET /accounts', () => {
  let accounts: PluginHarness;
  beforeAll(async () => {
    accounts = await openPlugin();
    await accounts.load(
      [100, 200, 200, 300].map((account, index) => inAccount(index + 1, account)),
      [aSourceAccount(100, { name: 'Söhne' }), aSourceAccount(200, { name: 'Engines' }), aSourceAccount(300)],
    );
  });
  afterAll(() => accounts.close());

  const names = async (query: string, as = VIEWER) =>
    (await accounts.get<AccountPage>(`/accounts${query}`, as)).items.map(({ name }) => name);

  it('answers the accounts of the list by name, with their contacts', async () => {
    expect(await accounts.get('/accounts', VIEWER)).toStrictEqual({
      items: [
        { id: '300', name: 'Account 300', contacts: 1 },
        { id: '200', name: 'Engines', contacts: 2 },
        { id: '100', name: 'Söhne', contacts: 1 },
      ],
      next: null,
    });
  });

  it('finds them by the beginnings of words', async () => {
    expect(await names('?q=sohn')).toEqual(['Söhne']);
    expect(await names('?q=ohn')).toEqual([]);
    expect(await names('?q=')).toHaveLength(3);
  });

  it('pages', async () => {
    const { items, next } = await accounts.get<AccountPage>('/accounts?limit=2');
    expect(items).toHaveLength(2);
    expect(await names(`?after=${next}`)).toEqual(['Söhne']);
    const response = await accounts.ask('GET', '/accounts?after=nonsense');
    expectProblem(response, { status: 400, code: 'cursor_invalid', detail: /after/ });
  });

  it('shows nobody accounts that are not theirs', async () => {
    expect(await names('', clerkOf('Engines'))).toEqual(['Engines']);
    expect(await names('', STRANGER)).toEqual([]);
  });
});

describe('when Managed Backup cannot be read', () => {
  it('says so, and shows no empty list', async () => {
    const away = () => Promise.reject(new ConsoleUnavailable('The console’s database does not answer.'));
    const broken = await openPlugin({
      replace: () => ({ storageDestinations: { list: away }, packages: { list: away } }),
    });
    await broken.connect();
    for (const path of ['/destinations', '/packages', '/contacts']) {
      const response = await broken.ask('GET', path);
      expectProblem(response, { status: 503, code: 'console_unavailable', detail: /does not answer/ });
    }
    await broken.close();
  });
});
