import { AT_ONCE } from './lane.ts';
import { type FailureKind, MbsFailure } from './mbs-failure.ts';
import type { Call, Session } from './session.ts';

/** Whoever makes calls. */
export type Caller = Pick<Session, 'call'>;

/** What ends a call, after all its repeats, that would end any other one, too. */
const OF_ANY_CALL: ReadonlySet<FailureKind> = new Set([
  'log_in_refused',
  'no_log_in',
  'throttled',
  'unreachable',
  'insecure',
]);

/** What may be the fault of one call: a 500 can be about its body. It is MBS's when it does not end. */
const OF_THIS_CALL: ReadonlySet<FailureKind> = new Set(['down', 'lost', 'not_data']);

// Two rounds of what is under way at once.
const MOST_IN_A_ROW = 2 * AT_ONCE;

/**
 * Makes the calls of one save, and finds out from how they end that MBS is away, so that what has not been begun need
 * not be begun.
 */
export class Outage implements Caller {
  readonly #session: Session;
  #isFound = false;
  #inARow = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  get isFound(): boolean {
    return this.#isFound;
  }

  async call(call: Call): Promise<unknown> {
    try {
      const data = await this.#session.call(call);
      this.#inARow = 0;
      return data;
    } catch (error) {
      if (error instanceof MbsFailure) this.#take(error.kind);
      throw error;
    }
  }

  #take(kind: FailureKind): void {
    this.#inARow = OF_THIS_CALL.has(kind) ? this.#inARow + 1 : 0;
    if (OF_ANY_CALL.has(kind) || this.#inARow >= MOST_IN_A_ROW) this.#isFound = true;
  }
}
