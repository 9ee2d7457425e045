import type { DestinationId, PackageId } from './ids.ts';

/** What a destination is called, after the type of its storage account (mbs.md §1.5). */
export type DestinationKind = 'bucket' | 'container' | 'root_folder';

export interface Destination {
  readonly id: DestinationId;
  readonly name: string;
  readonly kind: DestinationKind;
  /** The display name of the storage account that holds it. */
  readonly storageAccount: string;
}

/** A backup storage limit. */
export interface Package {
  readonly id: PackageId;
  readonly name: string;
  /** In GB (mbs.md §1.6); null means without limit. */
  readonly storageLimitGb: number | null;
  readonly enabled: boolean;
}

/** All that can be assigned now. */
export interface Catalog {
  readonly destinations: ReadonlyMap<DestinationId, Destination>;
  readonly packages: ReadonlyMap<PackageId, Package>;
}

export function catalogOf(destinations: readonly Destination[], packages: readonly Package[]): Catalog {
  return {
    destinations: new Map(destinations.map((destination) => [destination.id, destination])),
    packages: new Map(packages.map((item) => [item.id, item])),
  };
}

const CONTAINER_TYPES = new Set(['azure', 'azurevm', 'openstack', 'oraclecloud']);
const ROOT_FOLDER_TYPES = new Set(['fs']);

/** Names a destination by its storage type; anything unknown is a bucket (mbs.md §1.5: map defensively). */
export function destinationKind(storageType: string): DestinationKind {
  const type = storageType.trim().toLowerCase();
  if (CONTAINER_TYPES.has(type)) return 'container';
  return ROOT_FOLDER_TYPES.has(type) ? 'root_folder' : 'bucket';
}
