import PQueue from 'p-queue';
import type { Entity } from './entity.ts';

// Max 3 calls at once per integration code and entity (autotask-api.md §5, documented). The count calls and
// entityInformation of an entity share its 3 (§5, inferred, seen in 2 clients).
const AT_ONCE = 3;

/** Keeps the calls of one user name within Autotask's limit; the others wait in line. */
export class Lanes {
  readonly #queues: Readonly<Record<Entity, PQueue>> = {
    Contacts: new PQueue({ concurrency: AT_ONCE }),
    Companies: new PQueue({ concurrency: AT_ONCE }),
  };

  /** Rejects with the signal's reason as soon as it is aborted, waiting or not. */
  run<T>(entity: Entity, call: () => Promise<T>, signal: AbortSignal): Promise<T> {
    return this.#queues[entity].add(call, { signal });
  }
}
