import type { Catalog } from './catalog.ts';
import type { Assignment } from './contact.ts';
import { type ManagedUser, soleDestination } from './managed-user.ts';
import { type ReasonCode, reasonIf } from './reason.ts';

/**
 * The chosen destination and package. What is not chosen is the user's own when it has just one destination; a
 * chosen destination that the user has keeps its package there, so that an import of it can be repeated.
 */
export function effectiveAssignment(assignment: Assignment, user: ManagedUser | null): Assignment {
  const own = user === null ? null : soleDestination(user);
  const destinationId = assignment.destinationId ?? own?.destinationId ?? null;
  const kept = user?.destinations.find((destination) => destination.destinationId === destinationId);
  return { destinationId, packageId: assignment.packageId ?? kept?.packageId ?? own?.packageId ?? null };
}

/** Whether the user has the destination with just that package. */
export function hasAssigned({ destinations }: ManagedUser, { destinationId, packageId }: Assignment): boolean {
  return destinations.some((kept) => kept.destinationId === destinationId && kept.packageId === packageId);
}

/**
 * What is wrong with a destination and package. What the user has already is left in peace: nothing is assigned
 * anew then.
 */
export function assignmentProblems(
  { destinationId, packageId }: Assignment,
  user: ManagedUser | null,
  catalog: Catalog,
): readonly ReasonCode[] {
  if (user !== null && hasAssigned(user, { destinationId, packageId })) return [];
  const chosen = packageId === null ? null : catalog.packages.get(packageId);
  const isDestinationGone = destinationId !== null && !catalog.destinations.has(destinationId);
  return [
    reasonIf(isDestinationGone, 'destination_gone'),
    reasonIf(chosen === undefined, 'package_gone'),
    reasonIf(chosen?.enabled === false, 'package_disabled'),
  ].flat();
}
