import { AutotaskFailure } from './autotask-failure.ts';

/** What a call gets when it may go out. */
export interface Pass {
  /** The credentials were accepted. */
  accepted(): void;
  /** The call has ended, however. */
  leave(): void;
}

/**
 * How one set of credentials stands with Autotask, so that refused ones are not tried over and over: a number of
 * refusals in a row locks the API user (autotask-api.md §2.3, documented).
 *
 * # untried
 * Nothing is known, or the zone has moved. One call goes out alone and the others wait for its end: when the
 * credentials are wrong, one refusal is all that Autotask counts. Accepted → proven; refused → doubted.
 *
 * # proven
 * Every call goes out. A refusal → doubted.
 *
 * # doubted
 * Nothing starts while the zone is asked for again. Moved → untried; not moved → refused.
 *
 * # refused
 * Every call fails at once, without going out, until a person acts: {@link Standing.reopen} → untried.
 */
export class Standing {
  #isProven = false;
  #refusal: AutotaskFailure | null = null;
  #trial: Promise<void> | null = null;
  #doubt: Promise<void> | null = null;

  /** Waits for the call's turn. @throws the refusal */
  async enter(signal: AbortSignal): Promise<Pass> {
    for (;;) {
      signal.throwIfAborted();
      if (this.#refusal !== null) throw this.#refusal;
      const obstacle = this.#doubt ?? this.#trial;
      if (obstacle === null) break;
      await endOf(obstacle, signal);
    }
    return this.#isProven ? { accepted: () => undefined, leave: () => undefined } : this.#beginTrial();
  }

  /**
   * Holds everything until the zone was asked for again, together with others who were refused at the same time.
   *
   * @throws the refusal, when the zone has not moved; else the credentials are untried again
   */
  async doubt(hasZoneMoved: () => Promise<boolean>, refusal: AutotaskFailure): Promise<void> {
    if (this.#refusal !== null) throw this.#refusal;
    this.#isProven = false;
    this.#doubt ??= this.#explain(hasZoneMoved, refusal);
    await this.#doubt;
    this.#throwRefusal();
  }

  /** Lets nothing out any more. */
  refuse(refusal: AutotaskFailure): void {
    this.#isProven = false;
    this.#refusal = refusal;
  }

  /** A person acts, so one call may try again. */
  reopen(): void {
    this.#refusal = null;
  }

  async #explain(hasZoneMoved: () => Promise<boolean>, refusal: AutotaskFailure): Promise<void> {
    try {
      if (!(await hasZoneMoved())) this.refuse(refusal);
    } catch (error) {
      // A look-up that failed or was cancelled explains nothing, so no further call may be risked.
      const isUserUnknown = error instanceof AutotaskFailure && error.kind === 'username_unknown';
      this.refuse(isUserUnknown ? error : refusal);
    } finally {
      this.#doubt = null;
    }
  }

  #throwRefusal(): void {
    if (this.#refusal !== null) throw this.#refusal;
  }

  #beginTrial(): Pass {
    let end = () => {};
    const trial = new Promise<void>((resolve) => {
      end = resolve;
    });
    this.#trial = trial;
    return {
      accepted: () => {
        this.#isProven = true;
      },
      leave: () => {
        this.#trial = null;
        end();
      },
    };
  }
}

/** Ends when the other call has ended, or with the signal's reason when that is aborted before. */
async function endOf(obstacle: Promise<void>, signal: AbortSignal): Promise<void> {
  let stop = () => {};
  const aborted = new Promise<void>((resolve) => {
    stop = resolve;
  });
  signal.addEventListener('abort', stop, { once: true });
  await Promise.race([obstacle, aborted]);
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
}
