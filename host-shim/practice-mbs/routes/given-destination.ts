import type { Database } from '../data/database.ts';
import type { GivenDestination } from '../data/practice-user.ts';
import type { PracticeState } from '../practice-state.ts';
import type { SentObject } from '../sent/sent-object.ts';
import { Refused } from './refused.ts';

/** A destination as it was sent for a user, once it and its package are found to be there. */
export function givenDestination(state: PracticeState, sent: SentObject): GivenDestination {
  const { database } = state;
  const accountId = (sent.text('AccountID') ?? '').toLowerCase();
  const destination = sent.text('Destination') ?? '';
  checkDestination(database, accountId, destination);
  return { id: database.newId(), accountId, destination, packageId: givenPackage(state, sent), currentVolume: 0 };
}

export function checkDestination(database: Database, accountId: string, destination: string): void {
  const account = database.accounts.get(accountId);
  if (account?.destinations.some(({ name }) => name === destination) !== true) {
    throw new Refused('Destination not found.');
  }
}

/** A destination without a package has no limit (mbs.md §1.6). */
export function givenPackage({ database, switches }: PracticeState, sent: SentObject): number | null {
  const id = sent.number('PackageID');
  if (id === undefined || id === 0) return null;
  const found = database.packages.get(id);
  if (found === undefined) throw new Refused('Package not found.');
  if (!found.isEnabled && switches.disabledPackage === 'refused') throw new Refused('Package is disabled.');
  return id;
}
