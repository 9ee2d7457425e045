export interface BackupPackage {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly isEnabled: boolean;
  readonly storageLimitGb: number;
  readonly usesRestoreLimit: boolean;
  readonly restoreLimitGb: number;
  readonly isGlacierRestoreLimit: boolean;
  readonly glacierRestoreType: number;
  readonly cost: number;
}
