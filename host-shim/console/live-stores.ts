import type { ManagedBackup } from '../../adapters/plugin.ts';
import type { ConsoleStores } from './console-stores.ts';
import { type LiveList, livePage } from './live-page.ts';
import { fromManagedBackup, readOnly } from './live-problem.ts';
import type { User } from './user-fields.ts';

type Listed = Awaited<ReturnType<ManagedBackup['users']>>;
type ListedUser = Listed['items'][number];

/** What live Managed Backup has, to be looked at; every change is refused. */
export function liveStores(managedBackup: ManagedBackup): ConsoleStores {
  const refuse = () => Promise.reject(readOnly());
  const users = async (tenantId: string): Promise<LiveList<User>> => {
    const { askedAt, items } = await shown(managedBackup.users(tenantId));
    return { askedAt, items: items.map(userOf) };
  };
  return {
    users: {
      list: async (tenantId, query) =>
        livePage(await users(tenantId), query, {
          keyOf: ({ lastName }) => lastName,
          textsOf: ({ email, firstName, lastName, company }) => [email, firstName, lastName, company],
        }),
      find: async (tenantId, id) => (await users(tenantId)).items.find((user) => user.id === id) ?? null,
      add: refuse,
      change: refuse,
      remove: refuse,
    },
    companies: {
      list: async (tenantId, query) => livePage(await shown(managedBackup.companies(tenantId)), query, BY_NAME),
      add: refuse,
    },
    storageAccounts: {
      list: async (tenantId, query) => {
        const { askedAt, items } = await shown(managedBackup.storageAccounts(tenantId));
        const accounts = items.map(({ destinations, ...account }) => ({ ...account, destinations: [...destinations] }));
        return livePage({ askedAt, items: accounts }, query, {
          ...BY_NAME,
          textsOf: ({ name, destinations }) => [name, ...destinations.map((each) => each.name)],
        });
      },
      add: refuse,
      addDestination: refuse,
    },
    packages: {
      list: async (tenantId, query) => livePage(await shown(managedBackup.packages(tenantId)), query, BY_NAME),
      add: refuse,
      change: refuse,
    },
  };
}

const BY_NAME = {
  keyOf: ({ name }: { readonly name: string }) => name,
  textsOf: ({ name }: { readonly name: string }) => [name],
};

function shown<Found>(work: Promise<Found>): Promise<Found> {
  return fromManagedBackup('managed_backup_unavailable', work);
}

function userOf({ id, email, firstName, lastName, company, isEnabled, destinations }: ListedUser): User {
  const [only, ...others] = destinations;
  const sole = others.length === 0 ? only : undefined;
  return {
    id,
    email,
    firstName,
    lastName,
    company,
    enabled: isEnabled,
    destinationId: sole?.destinationId ?? null,
    packageId: sole?.packageId ?? null,
    destinations: destinations.map(({ destinationId, packageId }) => ({ destinationId, packageId })),
  };
}
