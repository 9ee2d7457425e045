import type { MbsApi } from '../../../adapters/mbs-api/mbs-api.ts';
import { type DestinationId, type PackageId, type TenantId, tenantId } from '../../../core/domain/ids.ts';
import type { ManagedUser } from '../../../core/domain/managed-user.ts';
import type { StorageDestinations } from '../../../core/ports/storage-destinations.ts';
import { packagesContract } from '../../contract/packages.contract.ts';
import { storageDestinationsContract } from '../../contract/storage-destinations.contract.ts';
import { userRepositoryContract } from '../../contract/user-repository.contract.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

export const OURS = tenantId('provider-1');
export const THEIRS = tenantId('provider-2');

interface PackageValues {
  readonly name?: string;
  readonly limit?: number;
  readonly enabled?: boolean;
}

interface DestinationValues {
  readonly name?: string;
  readonly account?: string;
  readonly type?: string;
}

/** One provider's part of a service, behind the adapter's back. */
export interface MbsPart {
  readonly mbs: MbsApi;
  /** Without what the service has from the start. */
  readonly storageDestinations: StorageDestinations;
  addDestination(given?: DestinationValues): Promise<DestinationId>;
  addPackage(given?: PackageValues): Promise<PackageId>;
  putUser(user: ManagedUser): Promise<void>;
  deleteUser(user: ManagedUser): Promise<void>;
  companies(): readonly string[];
}

/** Two providers of one service, each with an adapter of its own. */
export interface MbsService {
  of(tenant: TenantId): MbsPart;
  /** Before a provider saves: the service knows the logins of both. */
  shareLogins?(): void;
  dispose(): Promise<void>;
}

/** What the adapter promises over any service that answers as MBS does. */
export function mbsContracts(name: string, open: (clock: VirtualClock) => Promise<MbsService>): void {
  userRepositoryContract(name, async () => {
    const clock = new VirtualClock();
    const { of, shareLogins = () => undefined, dispose } = await open(clock);
    // What others do shows when the shared list of users is a minute old; here they did it that long ago.
    const aMinutePasses = () => clock.advance(60_000);
    return {
      users: {
        savedAtOnce: of(OURS).mbs.users.savedAtOnce,
        findByEmails: (tenant, ...asked) => of(tenant).mbs.users.findByEmails(tenant, ...asked),
        findByIds: (tenant, ids) => of(tenant).mbs.users.findByIds(tenant, ids),
        all: (tenant, signal) => of(tenant).mbs.users.all(tenant, signal),
        saveMany(tenant, commands, options) {
          shareLogins();
          return of(tenant).mbs.users.saveMany(tenant, commands, options);
        },
      },
      probe: {
        addDestination: (tenant) => of(tenant).addDestination(),
        addPackage: (tenant) => of(tenant).addPackage(),
        putUser: (tenant, user) => of(tenant).putUser(user).then(aMinutePasses),
        deleteUser: (tenant, user) => of(tenant).deleteUser(user).then(aMinutePasses),
        companies: async (tenant) => of(tenant).companies(),
      },
      supports: {
        // The login of another provider is only found out by creating the user, which needs its company (mbs.md §3.4).
        companiesWithTheirUsers: false,
        // Each costs a call of its own; a list of so many arrives in several pieces.
        manyUsers: 250,
      },
      dispose,
    };
  });

  storageDestinationsContract(name, async () => {
    const { of, dispose } = await open(new VirtualClock());
    return {
      storageDestinations: { list: (tenant) => of(tenant).storageDestinations.list(tenant) },
      probe: { add: (tenant, given) => of(tenant).addDestination(given) },
      dispose,
    };
  });

  packagesContract(name, async () => {
    const { of, dispose } = await open(new VirtualClock());
    return {
      packages: { list: (tenant) => of(tenant).mbs.packages.list(tenant) },
      probe: { add: (tenant, given) => of(tenant).addPackage(given) },
      dispose,
    };
  });
}
