import { randomUUID } from 'node:crypto';
import { destinationId, packageId, userId } from '../../core/domain/ids.ts';
import type { ManagedUser } from '../../core/domain/managed-user.ts';
import type { PracticeControl, PracticeUser } from '../../host-shim/practice-mbs/practice-mbs.ts';

/** A user of a practice MBS as the plugin sees it. */
export function managedUserOf(user: PracticeUser): ManagedUser {
  const { id, login, firstName, lastName, company, isEnabled, destinations } = user;
  return {
    id: userId(id),
    email: login,
    firstName,
    lastName,
    company,
    isEnabled,
    destinations: destinations.map((each) => ({
      destinationId: destinationIdOf(each),
      packageId: each.packageId === null ? null : packageId(String(each.packageId)),
    })),
  };
}

export function destinationIdOf({ accountId, destination }: { accountId: string; destination: string }) {
  return destinationId(`${encodeURIComponent(accountId)}/${encodeURIComponent(destination)}`);
}

/** Changes a user as its page in the console would, or adds one, who then gets an id; answers that. */
export function putPracticeUser(control: PracticeControl, user: ManagedUser): string {
  const isKnown = control.users().some(({ id }) => id === user.id);
  return control.putUser({
    ...(isKnown ? { id: user.id } : {}),
    login: user.email,
    firstName: user.firstName,
    lastName: user.lastName,
    company: user.company,
    isEnabled: user.isEnabled,
    destinations: assignmentsOf(user).map((each) => ({ id: randomUUID(), currentVolume: 0, ...each })),
  });
}

/** A user's assignments under the names that MBS has for them. */
export function assignmentsOf({ destinations }: ManagedUser) {
  return destinations.map((each) => {
    const [accountId = '', destination = ''] = each.destinationId.split('/').map(decodeURIComponent);
    const limit = Number(each.packageId ?? packageId('0'));
    return { accountId, destination, packageId: limit };
  });
}
