import { destinationId, packageId } from '../../core/domain/ids.ts';
import type { BackupParts, ImportBackup } from './import-backup.ts';
import { ImportUsers } from './import-users.ts';

const CHOICES = {
  destinationIds: ['destination-1', 'destination-2'].map(destinationId),
  packageIds: ['package-1', 'package-1', 'package-2', 'package-3'].map(packageId),
};

/** Managed Backup in memory. */
export function memoryBackup({ memory, history, schedule }: BackupParts): ImportBackup {
  const { users, storageDestinations, packages } = memory;
  return {
    truth: { users, storageDestinations, packages },
    choices: () => CHOICES,
    putUser(tenantId, user) {
      users.put(tenantId, user);
      return user;
    },
    removeUser: (tenantId, { id }) => users.remove(tenantId, id),
    heldBy: (process) => (watch) => ({
      users: new ImportUsers({ ...process, ...watch, users, history, schedule }),
      storageDestinations,
      packages,
    }),
  };
}
