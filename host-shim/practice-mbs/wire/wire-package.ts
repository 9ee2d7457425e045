import type { BackupPackage } from '../data/backup-package.ts';
import type { PracticeState } from '../practice-state.ts';
import { spelled } from './spelled.ts';

/** Limits are in GB, unlike a company's (mbs.md §3.3, documented). */
export function wirePackage({ switches }: PracticeState, each: BackupPackage): unknown {
  const value = {
    ID: each.id,
    Cost: each.cost,
    Description: each.description,
    Enabled: each.isEnabled,
    Name: each.name,
    StorageLimit: each.storageLimitGb,
    isGlacierRestoreLimit: each.isGlacierRestoreLimit,
    RestoreLimit: each.restoreLimitGb,
    GlacierRestoreType: each.glacierRestoreType,
    UseRestoreLimit: each.usesRestoreLimit,
  };
  return spelled(value, switches.idSpelling);
}
