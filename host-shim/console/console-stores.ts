import type { Knex } from 'knex';
import { CompanyStore } from './company-store.ts';
import { PackageStore } from './package-store.ts';
import { StorageAccountStore } from './storage-account-store.ts';
import { UserStore } from './user-store.ts';

/** What the console's pages show and change: in its own tables, or in live Managed Backup. */
export interface ConsoleStores {
  readonly users: Pick<UserStore, 'list' | 'find' | 'add' | 'change' | 'remove'>;
  readonly companies: Pick<CompanyStore, 'list' | 'add'>;
  readonly storageAccounts: Pick<StorageAccountStore, 'list' | 'add' | 'addDestination'>;
  readonly packages: Pick<PackageStore, 'list' | 'add' | 'change'>;
}

export function ownStores(knex: Knex): ConsoleStores {
  return {
    users: new UserStore(knex),
    companies: new CompanyStore(knex),
    storageAccounts: new StorageAccountStore(knex),
    packages: new PackageStore(knex),
  };
}
