import type { Endpoint } from './entity.ts';
import { Lane } from './lane.ts';
import type { Pause } from './pause.ts';

// Max 3 calls at once per integration code and entity (autotask-api.md §5, documented). The count calls and
// entityInformation of an entity share its 3 (§5, inferred, seen in 2 clients).
const AT_ONCE = 3;

/** Keeps the calls of one user name within Autotask's limit; the others wait in line. */
export class Lanes {
  readonly #lanes: Readonly<Record<Endpoint, Lane>>;

  constructor(pause: Pause) {
    this.#lanes = {
      Contacts: new Lane({ atOnce: AT_ONCE, pause }),
      Companies: new Lane({ atOnce: AT_ONCE, pause }),
      // One at a time (§5, seen in 1 client).
      ThresholdInformation: new Lane({ atOnce: 1, pause }),
    };
  }

  to(endpoint: Endpoint): Lane {
    return this.#lanes[endpoint];
  }
}
