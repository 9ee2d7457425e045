import { emailKey } from './email.ts';
import type { ManagedUser } from './managed-user.ts';

/** Whether nobody changed the user since it was read; the order of its destinations does not count. */
export function isSameUser(one: ManagedUser, other: ManagedUser): boolean {
  return one.id === other.id && imageOf(one) === imageOf(other);
}

function imageOf({ email, firstName, lastName, company, isEnabled, destinations }: ManagedUser): string {
  const pairs = destinations.map(({ destinationId, packageId }) => JSON.stringify([destinationId, packageId])).sort();
  return JSON.stringify([emailKey(email), firstName, lastName, company, isEnabled, pairs]);
}
