import type { Package } from '../core/domain/catalog.ts';
import { tenantId } from '../core/domain/ids.ts';
import type { ManagedUser } from '../core/domain/managed-user.ts';
import type { Company, Listed } from './mbs-api/mbs-holdings.ts';
import type { MbsLogIn, MbsProviders } from './mbs-api/mbs-providers.ts';
import type { StorageAccount } from './mbs-api/wire-storage-account.ts';

/**
 * What a provider has in Managed Backup, as its public API shows it.
 *
 * @remarks
 * Each list says when it was asked for: that of the users is shared for up to a minute, the others are of now.
 * Everything throws `console_unavailable` when it can't be read, with what is wrong and what a person can do about it.
 *
 * @public
 */
export interface ManagedBackup {
  /** Makes sure that a log-in is accepted and may read; answers whose it is, when MBS says so. Nothing is kept. */
  tryLogIn(logIn: MbsLogIn): Promise<{ readonly provider: string | null }>;
  users(tenantId: string): Promise<Listed<ManagedUser>>;
  companies(tenantId: string): Promise<Listed<Company>>;
  storageAccounts(tenantId: string): Promise<Listed<StorageAccount>>;
  packages(tenantId: string): Promise<Listed<Package>>;
}

export function managedBackupOf(mbs: MbsProviders): ManagedBackup {
  const holdingsOf = async (tenant: string) => (await mbs.of(tenantId(tenant))).holdings;
  return {
    tryLogIn: (logIn) => mbs.try(logIn),
    users: async (tenant) => (await holdingsOf(tenant)).users(),
    companies: async (tenant) => (await holdingsOf(tenant)).companies(),
    storageAccounts: async (tenant) => (await holdingsOf(tenant)).storageAccounts(),
    packages: async (tenant) => (await holdingsOf(tenant)).packages(),
  };
}
