import { isSameText } from '../../core/domain/comparison.ts';
import type { UserTarget } from '../../core/domain/import-plan.ts';
import type { ManagedUser } from '../../core/domain/managed-user.ts';

/** Whether the user is by now what a save wanted to make of it. */
export function isAsWanted(user: ManagedUser, target: UserTarget): boolean {
  return (
    isSameText(user.firstName, target.firstName) &&
    isSameText(user.lastName, target.lastName) &&
    isSameText(user.company, target.company) &&
    user.destinations.some(
      ({ destinationId, packageId }) => destinationId === target.destinationId && packageId === target.packageId,
    )
  );
}
