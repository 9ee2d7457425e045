import { destinationNameOf } from './destination-name.ts';
import type { JsonObject } from './json.ts';
import type { WantedAssignment } from './wanted-user.ts';

/** A destination and package, as the API takes them. */
export function assignmentBody({ destinationId, packageId }: WantedAssignment): JsonObject {
  const name = destinationNameOf(destinationId);
  if (name === null) throw new Error('A destination that can be assigned has a name');
  const number = Number(packageId);
  return {
    AccountID: name.accountId,
    Destination: name.destination,
    // A whole number (mbs.md §3.3); what is none must not go out as null, because that is no limit at all.
    PackageID: Number.isNaN(number) ? packageId : number,
  };
}
