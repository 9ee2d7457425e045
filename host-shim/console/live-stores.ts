import type { ManagedBackup } from '../../adapters/plugin.ts';
import type { ConsoleStores } from './console-stores.ts';
import type { ServiceKind } from './list-page.ts';
import { changeLivePackage, refuseNewPackage } from './live-package.ts';
import { type LiveList, livePage } from './live-page.ts';
import { fromManagedBackup, notHere } from './live-problem.ts';
import { changeLiveUser, shownUser } from './live-user.ts';
import type { User } from './user-fields.ts';

const SHOWN_ONLY = 'It is only shown here; change it in the Managed Backup console.';

/**
 * What Managed Backup has, the live or the practice one. Users can be edited, packages enabled and disabled; every other
 * change is refused, with where it is made.
 */
export function liveStores(managedBackup: ManagedBackup, whose: ServiceKind): ConsoleStores {
  const refuse = (sentence: string) => () => Promise.reject(notHere(sentence));
  const users = async (tenantId: string): Promise<LiveList<User>> => {
    const { askedAt, items } = await shown(managedBackup.users(tenantId));
    return { askedAt, whose, items: items.map(shownUser) };
  };
  return {
    users: {
      list: async (tenantId, query) =>
        livePage(await users(tenantId), query, {
          keyOf: ({ lastName }) => lastName,
          textsOf: ({ email, firstName, lastName, company }) => [email, firstName, lastName, company],
        }),
      find: async (tenantId, id) => (await users(tenantId)).items.find((user) => user.id === id) ?? null,
      add: refuse('Users are made by an import under Settings > Autotask, or in the Managed Backup console.'),
      change: (tenantId, id, change) => changeLiveUser(managedBackup, { tenantId, id, change }),
      remove: refuse('Users are deleted in the Managed Backup console only.'),
    },
    companies: {
      list: async (tenantId, query) =>
        livePage({ ...(await shown(managedBackup.companies(tenantId))), whose }, query, BY_NAME),
      add: refuse(SHOWN_ONLY),
    },
    storageAccounts: {
      list: async (tenantId, query) => {
        const { askedAt, items } = await shown(managedBackup.storageAccounts(tenantId));
        const accounts = items.map(({ destinations, ...account }) => ({ ...account, destinations: [...destinations] }));
        return livePage({ askedAt, whose, items: accounts }, query, {
          ...BY_NAME,
          textsOf: ({ name, destinations }) => [name, ...destinations.map((each) => each.name)],
        });
      },
      add: refuse(SHOWN_ONLY),
      addDestination: refuse(SHOWN_ONLY),
    },
    packages: {
      list: async (tenantId, query) =>
        livePage({ ...(await shown(managedBackup.packages(tenantId))), whose }, query, BY_NAME),
      add: refuseNewPackage,
      change: (tenantId, id, change) => changeLivePackage(managedBackup, { tenantId, id, change }),
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
