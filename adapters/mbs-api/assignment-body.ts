import type { UserTarget } from '../../core/domain/import-plan.ts';
import { destinationNameOf } from './destination-name.ts';
import type { JsonObject } from './json.ts';

/** The destination and package of a target, as the API takes them. */
export function assignmentBody({ destinationId, packageId }: UserTarget): JsonObject {
  const name = destinationNameOf(destinationId);
  if (name === null) throw new Error('A destination that can be assigned has a name');
  return { AccountID: name.accountId, Destination: name.destination, PackageID: Number(packageId) };
}
