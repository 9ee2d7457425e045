import { MbsApi } from '../../../adapters/mbs-api/mbs-api.ts';
import { destinationId, packageId, type TenantId, tenantId } from '../../../core/domain/ids.ts';
import type { ManagedUser } from '../../../core/domain/managed-user.ts';
import { packagesContract } from '../../contract/packages.contract.ts';
import { storageDestinationsContract } from '../../contract/storage-destinations.contract.ts';
import { userRepositoryContract } from '../../contract/user-repository.contract.ts';
import { SilentLog } from '../../support/silent-log.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { RecordedMbs } from './recorded-mbs.ts';
import type { WireJson } from './recorded-provider.ts';

const OURS = tenantId('provider-1');
const THEIRS = tenantId('provider-2');

/** Two providers of one service, each with an adapter of its own. */
async function openService() {
  const recorded = await RecordedMbs.start();
  const clock = new VirtualClock();
  const open = (tenant: TenantId) => {
    const { name: username, password } = providerOf(tenant);
    return new MbsApi({ url: recorded.url, username, password, tenantId: tenant, clock, log: new SilentLog() });
  };
  const providerOf = (tenant: TenantId) => (tenant === OURS ? recorded.ours : recorded.theirs);
  const adapters = new Map([OURS, THEIRS].map((tenant) => [tenant, open(tenant)]));
  const of = (tenant: TenantId) => adapters.get(tenant)!;
  const dispose = async () => {
    await Promise.all([...adapters.values()].map((mbs) => mbs.close()));
    await recorded.stop();
  };
  // What others do shows when the shared list of users is a minute old; here they did it that long ago.
  const aMinutePasses = () => clock.advance(60_000);
  return { providerOf, of, aMinutePasses, dispose };
}

function idOf(destination: WireJson) {
  const name = [destination['AccountID'], destination['Destination']].map((part) => encodeURIComponent(String(part)));
  return destinationId(name.join('/'));
}

function wireOf(user: ManagedUser): WireJson {
  return {
    ID: user.id,
    Email: user.email,
    FirstName: user.firstName,
    LastName: user.lastName,
    NotificationEmails: [user.email],
    Company: user.company,
    Enabled: user.isEnabled,
    LicenseManagmentMode: 2,
    DestinationList: user.destinations.map((each) => {
      const [account, destination] = each.destinationId.split('/').map(decodeURIComponent);
      return {
        ID: `${user.id}-${each.destinationId}`,
        AccountID: account,
        Destination: destination,
        PackageID: Number(each.packageId),
      };
    }),
  };
}

userRepositoryContract('MBS API, recorded', async () => {
  const { providerOf, of, aMinutePasses, dispose } = await openService();
  const remove = (tenant: TenantId, { id }: ManagedUser) => {
    const { users } = providerOf(tenant);
    users.splice(0, users.length, ...users.filter(({ ID }) => ID !== id));
  };
  return {
    users: {
      findByEmails: (tenant, emails) => of(tenant).users.findByEmails(tenant, emails),
      findByIds: (tenant, ids) => of(tenant).users.findByIds(tenant, ids),
      all: (tenant, signal) => of(tenant).users.all(tenant, signal),
      saveMany: (tenant, commands, options) => of(tenant).users.saveMany(tenant, commands, options),
    },
    probe: {
      addDestination: async (tenant) => idOf(providerOf(tenant).addDestination()),
      addPackage: async (tenant) => packageId(providerOf(tenant).addPackage()),
      async putUser(tenant, user) {
        remove(tenant, user);
        providerOf(tenant).users.push(wireOf(user));
        await aMinutePasses();
      },
      async deleteUser(tenant, user) {
        remove(tenant, user);
        await aMinutePasses();
      },
      companies: async (tenant) => providerOf(tenant).companies.map(({ Name }) => String(Name)),
    },
    // The login of another provider is only found out by creating the user, which needs its company (mbs.md §3.4).
    supports: { companiesWithTheirUsers: false },
    dispose,
  };
});

storageDestinationsContract('MBS API, recorded', async () => {
  const { providerOf, of, dispose } = await openService();
  return {
    storageDestinations: { list: (tenant) => of(tenant).storageDestinations.list(tenant) },
    probe: { add: async (tenant, given) => idOf(providerOf(tenant).addDestination(given)) },
    dispose,
  };
});

packagesContract('MBS API, recorded', async () => {
  const { providerOf, of, dispose } = await openService();
  return {
    packages: { list: (tenant) => of(tenant).packages.list(tenant) },
    probe: {
      add: async (tenant, { name, limit, enabled }) =>
        packageId(providerOf(tenant).addPackage({ Name: name, StorageLimit: limit, Enabled: enabled })),
    },
    dispose,
  };
});
