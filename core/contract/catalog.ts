import type { DestinationKind } from '../domain/catalog.ts';

export type { DestinationKind };

/** An entry of the destination drop-down. */
export interface DestinationView {
  readonly id: string;
  readonly name: string;
  readonly kind: DestinationKind;
  readonly storageAccount: string;
}

/** An entry of the package drop-down. */
export interface PackageView {
  readonly id: string;
  readonly name: string;
  /** In GB; null means without limit. */
  readonly storageLimitGb: number | null;
  readonly enabled: boolean;
}
