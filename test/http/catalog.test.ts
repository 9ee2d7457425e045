import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { destinationId, packageId, tenantId } from '../../core/domain/ids.ts';
import { ConsoleUnavailable } from '../../core/ports/errors.ts';
import { aDestination, aPackage } from '../support/builders.ts';
import { openPlugin, type PluginHarness } from '../support/plugin-harness.ts';
import { STRANGER, VIEWER } from '../support/principals.ts';
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
      { id: 'd-9', name: 'Kopien', kind: 'container', storageAccount: 'Azure West' },
      { id: 'destination-1', name: 'backups-eu', kind: 'bucket', storageAccount: 'Corporate S3' },
      { id: 'destination-2', name: 'backups-us', kind: 'bucket', storageAccount: 'Corporate S3' },
      { id: 'd-8', name: '/srv', kind: 'root_folder', storageAccount: 'Zentrale' },
    ]);
  });

  it('offers what was made a moment ago', async () => {
    const fresh = aDestination({ id: destinationId('fresh'), name: 'fresh' });
    plugin.ports.storageDestinations.put(OWN, fresh);
    expect(await plugin.get('/destinations')).toContainEqual(fresh);
    plugin.ports.storageDestinations.remove(OWN, fresh.id);
    expect(await plugin.get('/destinations')).not.toContainEqual(fresh);
  });

  it('shows another provider only its own', async () => {
    expect(await plugin.get('/destinations', STRANGER)).toHaveLength(2);
  });
});

describe('GET /packages', () => {
  it('answers what the drop-down offers, disabled packages included', async () => {
    expect(await plugin.get('/packages', VIEWER)).toStrictEqual([
      { id: 'package-3', name: 'Trial 10 GB', storageLimitGb: 10, enabled: false },
      { id: 'p-9', name: 'Unlimited', storageLimitGb: null, enabled: true },
      { id: 'package-1', name: 'Workstation 100 GB', storageLimitGb: 100, enabled: true },
      { id: 'package-2', name: 'Workstation 500 GB', storageLimitGb: 500, enabled: true },
    ]);
  });

  it('shows another provider only its own', async () => {
    expect(await plugin.get('/packages', STRANGER)).toHaveLength(3);
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
