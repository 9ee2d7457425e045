export interface BackupPackage {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly isEnabled: boolean;
  readonly storageLimitGb: number;
  readonly restoreLimitGb: number;
  readonly cost: number;
}
