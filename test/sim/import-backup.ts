import type { Ports } from '../../adapters/tokens.ts';
import type { DestinationId, PackageId, RunId, TenantId } from '../../core/domain/ids.ts';
import type { ManagedUser } from '../../core/domain/managed-user.ts';
import type { SaveUser } from '../../core/ports/user-repository.ts';
import type { MemoryPorts } from '../support/memory-ports.ts';
import type { Draws } from './draws.ts';
import type { FaultParts } from './import-faults.ts';
import type { ImportHistory } from './import-history.ts';
import type { ImportSchedule } from './import-schedule.ts';

/** What a provider's users are given. */
export interface Choices {
  readonly destinationIds: readonly DestinationId[];
  /** Some more than once, because they are chosen more often. */
  readonly packageIds: readonly PackageId[];
}

export type BackupPorts = Pick<Ports, 'users' | 'storageDestinations' | 'packages'>;

/** What a backup is made of. */
export interface BackupParts {
  readonly memory: MemoryPorts;
  readonly draws: Draws;
  readonly history: ImportHistory;
  readonly schedule: ImportSchedule;
  readonly tenants: readonly TenantId[];
}

/** The process that has a backup's ports, with what befalls it. */
export interface HoldingProcess extends FaultParts {
  /** A person comes in between. */
  meddle(tenantId: TenantId, email: string): Promise<void>;
}

/** For whom the users are read and saved, and who is told of it. */
export interface UserWatch {
  readonly by: RunId | 'people';
  /** Users have been read as they were at one of the moments from the first to the last. */
  onRead(moments: readonly [number, number]): void;
  onCommand(command: SaveUser): void;
}

/** Managed Backup as it is in a story: it outlives every process. */
export interface ImportBackup {
  /** It never fails, and answers what is so. */
  readonly truth: BackupPorts;
  choices(tenantId: TenantId): Choices;
  /** Adds or replaces a user, as the Users page would; answers it as it is kept. */
  putUser(tenantId: TenantId, user: ManagedUser): ManagedUser;
  removeUser(tenantId: TenantId, user: ManagedUser): void;
  /** The ports as one process has them, for each of its works. */
  heldBy(process: HoldingProcess): (watch: UserWatch) => BackupPorts;
}
