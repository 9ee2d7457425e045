import type { Database } from './database.ts';
import type { GivenDestination, PracticeUser } from './practice-user.ts';
import { pick, shareOf, uuidOf } from './repeatable.ts';
import type { SeedSize } from './seed.ts';

const FIRST_NAMES = ['Ann', 'Bruno', 'Chloé', 'Dmitri', 'Esra', 'Frode', 'Giulia', 'Hanna', 'Ivo', 'Jürgen', '美咲'];
const LAST_NAMES = ['Lee', 'Costa', 'Dubois', 'Egorov', 'Yılmaz', 'Haugen', 'Ricci', 'Nowak', "O'Hara", '田中'];

export function* seededUsers(database: Database, { users, seed }: SeedSize): Generator<PracticeUser> {
  const companies = [...database.companies.values()].map(({ name }) => name);
  for (let number = 1; number <= users; number += 1) {
    const login = `user${String(number)}@harbourline.example`;
    yield {
      id: uuidOf(seed, 'user', number),
      login,
      password: uuidOf(seed, 'password', number),
      firstName: pick(FIRST_NAMES, seed, 'first', number),
      lastName: pick(LAST_NAMES, seed, 'last', number),
      notificationEmails: [login],
      company: pick(companies, seed, 'company', number),
      isEnabled: shareOf(seed, 'enabled', number) < 0.95,
      licenseMode: pick([0, 1, 1, 2], seed, 'license', number),
      destinations: seededDestinations(database, seed, number),
      spaceUsedKb: Math.floor(shareOf(seed, 'space', number) * 900_000),
    };
  }
}

/** Most users have one destination, a few none (mbs.md §4, documented) or two. */
function seededDestinations(database: Database, seed: number, number: number): GivenDestination[] {
  const count = pick([0, 1, 1, 1, 1, 1, 1, 1, 1, 2], seed, 'count', number);
  const offered = [...database.accounts.values()].flatMap((account) =>
    account.destinations.map(({ name }) => ({ accountId: account.id, destination: name })),
  );
  const first = Math.floor(shareOf(seed, 'destination', number) * offered.length);
  const packageIds = [...database.packages.keys()];
  return Array.from({ length: count }, (_none, place) => ({
    ...pickAt(offered, first + place),
    id: uuidOf(seed, 'given', number, place),
    packageId: pick(packageIds, seed, 'package', number, place),
    currentVolume: Math.floor(shareOf(seed, 'volume', number, place) * 100_000),
  }));
}

function pickAt<Item>(items: readonly Item[], place: number): Item {
  const item = items[place % items.length];
  if (item === undefined) throw new Error('There is no destination to give');
  return item;
}
