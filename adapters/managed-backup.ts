import type { Package } from '../core/domain/catalog.ts';
import { destinationId, packageId, tenantId, userId } from '../core/domain/ids.ts';
import type { ManagedUser } from '../core/domain/managed-user.ts';
import type { Company, Listed } from './mbs-api/mbs-holdings.ts';
import type { MbsLogIn, MbsProviders } from './mbs-api/mbs-providers.ts';
import type { PackageEditResult, WantedPackage } from './mbs-api/package-editing.ts';
import type { EditResult } from './mbs-api/user-editing.ts';
import type { WantedAssignment, WantedUser } from './mbs-api/wanted-user.ts';
import type { StorageAccount } from './mbs-api/wire-storage-account.ts';

/** What a person changes of a user; what is left out stays as it is. */
interface UserEdit extends Omit<WantedUser, 'assignment'> {
  /** A destination that the user is to have with the package, beside its other ones. */
  readonly assignment?: { readonly destinationId: string; readonly packageId: string } | undefined;
}

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
  /** Edits one user, as it is at that moment, and reads it back. Nothing that is not named is changed. */
  editUser(tenantId: string, id: string, edit: UserEdit): Promise<EditResult>;
  /** The same with one package. */
  editPackage(tenantId: string, id: string, edit: WantedPackage): Promise<PackageEditResult>;
}

export function managedBackupOf(mbs: MbsProviders): ManagedBackup {
  const holdingsOf = async (tenant: string) => (await mbs.of(tenantId(tenant))).holdings;
  return {
    tryLogIn: (logIn) => mbs.try(logIn),
    users: async (tenant) => (await holdingsOf(tenant)).users(),
    companies: async (tenant) => (await holdingsOf(tenant)).companies(),
    storageAccounts: async (tenant) => (await holdingsOf(tenant)).storageAccounts(),
    packages: async (tenant) => (await holdingsOf(tenant)).packages(),
    async editUser(tenant, id, { assignment, ...fields }) {
      const { editing } = await mbs.of(tenantId(tenant));
      return editing.edit(userId(id), { ...fields, assignment: assignment && assignmentOf(assignment) });
    },
    editPackage: async (tenant, id, edit) => (await mbs.of(tenantId(tenant))).packageEditing.edit(packageId(id), edit),
  };
}

function assignmentOf(ids: NonNullable<UserEdit['assignment']>): WantedAssignment {
  return { destinationId: destinationId(ids.destinationId), packageId: packageId(ids.packageId) };
}
