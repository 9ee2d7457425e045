import type { Database } from './database.ts';
import type { GivenDestination, PracticeUser } from './practice-user.ts';
import { Draw } from './draw.ts';

const FIRST_NAMES = ['Ann', 'Bruno', 'Chloé', 'Dmitri', 'Esra', 'Frode', 'Giulia', 'Hanna', 'Ivo', 'Jürgen', '美咲'];
const LAST_NAMES = ['Lee', 'Costa', 'Dubois', 'Egorov', 'Yılmaz', 'Haugen', 'Ricci', 'Nowak', "O'Hara", '田中'];

// Most users have one destination, a few none (mbs.md §4, documented) or two.
const DESTINATION_COUNTS = [0, 1, 1, 1, 1, 1, 1, 1, 1, 2];

export interface SeedSize {
  readonly users: number;
  /** Another seed is another provider: other people, other ids. */
  readonly seed: number;
}

/** What may be given to users. */
interface Offer {
  readonly destinations: readonly Pick<GivenDestination, 'accountId' | 'destination'>[];
  readonly packageIds: readonly number[];
}

export function* seededUsers(database: Database, { users, seed }: SeedSize): Generator<PracticeUser> {
  const companies = [...database.companies.values()].map(({ name }) => name);
  const offer = offerOf(database);
  for (let number = 1; number <= users; number += 1) {
    const draw = new Draw(seed, 'user', number);
    const login = `user${String(number)}@harbourline.example`;
    const count = draw.pick(DESTINATION_COUNTS, 0);
    yield {
      id: draw.uuid(),
      login,
      password: `initial password ${String(number)}`,
      firstName: draw.pick(FIRST_NAMES, 1),
      lastName: draw.pick(LAST_NAMES, 2),
      notificationEmails: [login],
      company: draw.pick(companies, 3),
      isEnabled: draw.share(4) < 0.95,
      licenseMode: draw.pick([0, 1, 1, 2], 5),
      destinations: Array.from({ length: count }, (_none, place) =>
        givenDestination(offer, new Draw(seed, 'given', number, place), place),
      ),
      spaceUsedKb: Math.floor(draw.share(6) * 900_000),
    };
  }
}

function offerOf({ accounts, packages }: Database): Offer {
  return {
    destinations: [...accounts.values()].flatMap(({ id, destinations }) =>
      destinations.map(({ name }) => ({ accountId: id, destination: name })),
    ),
    packageIds: [...packages.keys()],
  };
}

/** A second one comes from another half of the offer, so that nobody has the same twice. */
function givenDestination({ destinations, packageIds }: Offer, draw: Draw, place: number): GivenDestination {
  const half = Math.floor(destinations.length / 2);
  return {
    id: draw.uuid(),
    ...draw.pick(place === 0 ? destinations.slice(0, half) : destinations.slice(half), 0),
    packageId: draw.pick(packageIds, 1),
    currentVolume: Math.floor(draw.share(2) * 100_000),
  };
}
