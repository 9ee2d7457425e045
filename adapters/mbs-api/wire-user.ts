import { type DestinationId, packageId, userId } from '../../core/domain/ids.ts';
import type { ManagedUser, UserDestination } from '../../core/domain/managed-user.ts';
import { idOfDestination } from './destination-name.ts';
import { fieldOf, isJsonObject, type JsonObject } from './json.ts';
import { wireFlag, wireId, wireIdIfAny, wireText } from './wire-value.ts';

/** A destination of a user under the id of the assignment itself, a third one beside account and name (mbs.md §0.5). */
export interface WireAssignment extends UserDestination {
  readonly id: string;
}

/** @throws MbsFailure when it can't be read */
export function wireUser(json: JsonObject): ManagedUser {
  return {
    id: userId(wireId(json, 'ID')),
    email: wireText(json, 'Email'),
    firstName: wireText(json, 'FirstName'),
    lastName: wireText(json, 'LastName'),
    company: wireText(json, 'Company'),
    isEnabled: wireFlag(json, 'Enabled'),
    destinations: wireAssignments(json)
      .map(({ destinationId, packageId: limit }) => ({ destinationId, packageId: limit }))
      .sort(byDestination),
  };
}

export function wireAssignments(user: JsonObject): readonly WireAssignment[] {
  const list = fieldOf(user, 'DestinationList');
  return Array.isArray(list) ? list.filter(isJsonObject).map(wireAssignment) : [];
}

function wireAssignment(json: JsonObject): WireAssignment {
  const limit = wireIdIfAny(json, 'PackageID');
  return {
    id: wireIdIfAny(json, 'ID'),
    // One without a storage account can't be assigned, but must not keep anybody from reading the users.
    destinationId: idOfDestination({
      accountId: wireIdIfAny(json, 'AccountID'),
      destination: wireText(json, 'Destination'),
    }),
    // Package ids are whole numbers from 1 on; 0 stands for none.
    packageId: limit === '' || limit === '0' ? null : packageId(limit),
  };
}

function byDestination(one: { destinationId: DestinationId }, other: { destinationId: DestinationId }): number {
  if (one.destinationId === other.destinationId) return 0;
  return one.destinationId < other.destinationId ? -1 : 1;
}
