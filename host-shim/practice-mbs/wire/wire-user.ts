import type { GivenDestination, PracticeUser } from '../data/practice-user.ts';
import type { PracticeState } from '../practice-state.ts';
import { licenseField } from './license-field.ts';
import { spelled } from './spelled.ts';
import { destinationNames } from './wire-account.ts';

export function wireUser(state: PracticeState, user: PracticeUser): unknown {
  const { switches } = state;
  const value = {
    ID: user.id,
    Email: user.login,
    FirstName: user.firstName,
    LastName: user.lastName,
    NotificationEmails: user.notificationEmails,
    Company: user.company,
    Enabled: user.isEnabled,
    [licenseField(switches)]: user.licenseMode,
    DestinationList: user.destinations.map((given) => wireGiven(state, given)),
    SpaceUsed: switches.spaceUsedUnit === 'kilobytes' ? user.spaceUsedKb : user.spaceUsedKb * 1024,
  };
  return spelled(value, switches.idSpelling);
}

export function wireGivenDestinations(state: PracticeState, { destinations }: PracticeUser): unknown {
  const value = destinations.map((given) => wireGiven(state, given));
  return spelled(value, state.switches.idSpelling);
}

function wireGiven(state: PracticeState, given: GivenDestination): object {
  return {
    ID: given.id,
    CurrentVolume: given.currentVolume,
    PackageID: shownPackage(state, given.packageId),
    ...destinationNames(state.database.accounts.get(given.accountId), given),
  };
}

/** What is shown of a package that was deleted since is unpublished. */
function shownPackage({ database, switches }: PracticeState, id: number | null): number | null {
  if (id === null || database.packages.has(id) || switches.deletedPackageId === 'stale') return id;
  return switches.deletedPackageId === 'zero' ? 0 : null;
}
