import { MbsApi } from '../../../adapters/mbs-api/mbs-api.ts';
import { destinationId, packageId, type TenantId } from '../../../core/domain/ids.ts';
import type { ManagedUser } from '../../../core/domain/managed-user.ts';
import type { Clock } from '../../../core/ports/clock.ts';
import { assignmentsOf } from '../../support/practice-users.ts';
import { SilentLog } from '../../support/silent-log.ts';
import { type MbsPart, mbsContracts, OURS, THEIRS } from './mbs-contracts.ts';
import { RecordedMbs } from './recorded-mbs.ts';
import type { RecordedProvider, WireJson } from './recorded-provider.ts';

mbsContracts('MBS API, recorded', async (clock) => {
  const recorded = await RecordedMbs.start();
  const ours = partOf(recorded.url, recorded.ours, { tenantId: OURS, clock });
  const theirs = partOf(recorded.url, recorded.theirs, { tenantId: THEIRS, clock });
  return {
    of: (tenant) => (tenant === OURS ? ours : theirs),
    async dispose() {
      await Promise.all([ours.mbs.close(), theirs.mbs.close()]);
      await recorded.stop();
    },
  };
});

function partOf(url: string, provider: RecordedProvider, owner: { tenantId: TenantId; clock: Clock }): MbsPart {
  const { name: username, password, users } = provider;
  const mbs = new MbsApi({ url, username, password, log: new SilentLog(), ...owner });
  const remove = ({ id }: ManagedUser) => users.splice(0, users.length, ...users.filter(({ ID }) => ID !== id));
  return {
    mbs,
    storageDestinations: mbs.storageDestinations,
    async addDestination(given) {
      const { AccountID, Destination } = provider.addDestination(given);
      return destinationId([AccountID, Destination].map((part) => encodeURIComponent(String(part))).join('/'));
    },
    addPackage: async ({ name = '100 GB', limit = 100, enabled = true } = {}) =>
      packageId(provider.addPackage({ Name: name, StorageLimit: limit, Enabled: enabled })),
    async putUser(user) {
      remove(user);
      users.push(wireOf(user));
    },
    async deleteUser(user) {
      remove(user);
    },
    companies: () => provider.companies.map(({ Name }) => String(Name)),
  };
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
    DestinationList: assignmentsOf(user).map((each, index) => ({
      ID: `assignment-${index}`,
      AccountID: each.accountId,
      Destination: each.destination,
      PackageID: each.packageId,
    })),
  };
}
