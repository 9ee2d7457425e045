import type { DestinationId, PackageId, UserId } from './ids.ts';

/** A destination that a user backs up to, under the limit of a package. */
export interface UserDestination {
  readonly destinationId: DestinationId;
  readonly packageId: PackageId | null;
}

/** A Managed Backup user. `email` is its login, unique across the whole service (mbs.md §0.3, §4). */
export interface ManagedUser {
  readonly id: UserId;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  /** The company's name, not an id (mbs.md §0.4); "" for none. */
  readonly company: string;
  readonly isEnabled: boolean;
  readonly destinations: readonly UserDestination[];
}

/** The user's own destination and package when it has just one; else nothing can be said for it. */
export function soleDestination(user: ManagedUser): UserDestination | null {
  const [only, ...others] = user.destinations;
  return only !== undefined && others.length === 0 ? only : null;
}
