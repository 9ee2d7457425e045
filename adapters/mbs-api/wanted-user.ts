import { hasAssigned } from '../../core/domain/assignment.ts';
import { isSameText } from '../../core/domain/comparison.ts';
import { emailKey } from '../../core/domain/email.ts';
import type { DestinationId, PackageId } from '../../core/domain/ids.ts';
import type { UserTarget } from '../../core/domain/import-plan.ts';
import type { ManagedUser } from '../../core/domain/managed-user.ts';

export interface WantedAssignment {
  readonly destinationId: DestinationId;
  readonly packageId: PackageId;
}

/** What a user is to be; what is left out stays as it is. */
export interface WantedUser {
  readonly email?: string | undefined;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly company?: string | undefined;
  readonly isEnabled?: boolean | undefined;
  /** A destination that the user is to have with the package, beside its other ones. */
  readonly assignment?: WantedAssignment | undefined;
}

/** What an import wants of a user who is there: never another email, and no company taken away. */
export function wantedOf({ firstName, lastName, company, destinationId, packageId }: UserTarget): WantedUser {
  return {
    firstName,
    lastName,
    company: company === '' ? undefined : company,
    assignment: { destinationId, packageId },
  };
}

/** Whether the user is by now what was wanted. */
export function isAsWanted(user: ManagedUser, wanted: WantedUser): boolean {
  const { email, firstName, lastName, company, isEnabled, assignment } = wanted;
  return (
    (email === undefined || emailKey(user.email) === emailKey(email)) &&
    isText(user.firstName, firstName) &&
    isText(user.lastName, lastName) &&
    isText(user.company, company) &&
    (isEnabled === undefined || user.isEnabled === isEnabled) &&
    (assignment === undefined || hasAssigned(user, assignment))
  );
}

function isText(present: string, wanted: string | undefined): boolean {
  return wanted === undefined || isSameText(present, wanted);
}
