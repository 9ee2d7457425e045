import type { ManagedBackup } from '../../adapters/plugin.ts';
import { ConsoleProblem } from './console-problem.ts';
import { fromManagedBackup, notHere, refusedBy } from './live-problem.ts';
import type { Package } from './package-store.ts';

const WHERE = 'in the Managed Backup console, under Backup > Storage Limits';

/** A package is made where all that it has is asked for (mbs.md §1.6, documented). */
export function refuseNewPackage(): Promise<never> {
  return Promise.reject(
    notHere(`A package has a cost and a restore limit, too, which this console does not ask for: add it ${WHERE}.`),
  );
}

/** Enables or disables a package of live Managed Backup, and answers it as it was read back; null when there is none. */
export async function changeLivePackage(
  managedBackup: ManagedBackup,
  parts: { readonly tenantId: string; readonly id: string; readonly change: Partial<Omit<Package, 'id'>> },
): Promise<Package | null> {
  const { tenantId, id, change } = parts;
  if (change.name !== undefined || change.storageLimitGb !== undefined) {
    throw notHere(`A package is only enabled and disabled here; its name and its limits are changed ${WHERE}.`);
  }
  const edit = { isEnabled: change.enabled };
  const result = await fromManagedBackup('managed_backup_unavailable', managedBackup.editPackage(tenantId, id, edit));
  switch (result.kind) {
    case 'changed':
      return result.package;
    case 'absent':
      return null;
    case 'rejected':
      throw refusedBy(result);
    case 'unknown':
      throw new ConsoleProblem(
        'managed_backup_unclear',
        `Managed Backup does not show the package as it was to be. Look at it ${WHERE}, before you repeat the change.`,
      );
  }
}
