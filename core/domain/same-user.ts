import { emailKey } from './email.ts';
import { Fingerprint } from './fingerprint.ts';
import type { ManagedUser } from './managed-user.ts';

/** Whether nobody changed the user since it was read; the order of its destinations does not count. */
export function isSameUser(one: ManagedUser, other: ManagedUser): boolean {
  return one.id === other.id && imageOf(one) === imageOf(other);
}

/** A short text that is another one as soon as anything of the user is that an import reads or writes. */
export function userImage(user: ManagedUser): string {
  const fingerprint = new Fingerprint();
  fingerprint.add([user.id, imageOf(user)]);
  return fingerprint.value();
}

function imageOf({ email, firstName, lastName, company, isEnabled, destinations }: ManagedUser): string {
  const pairs = destinations.map(({ destinationId, packageId }) => JSON.stringify([destinationId, packageId])).sort();
  return JSON.stringify([emailKey(email), firstName, lastName, company, isEnabled, pairs]);
}
