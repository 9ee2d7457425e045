// No limit is documented; clients are gentle with at most 4 calls at once (mbs.md §3.4, inferred).
export const AT_ONCE = 4;

/** Lets so many calls out at once; the others wait in line. */
export class Lane {
  #free = AT_ONCE;
  readonly #waiting: (() => void)[] = [];

  /** Waits for a place, and answers how to give it back. */
  async enter(): Promise<() => void> {
    if (this.#free === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#free -= 1;
    return () => this.#leave();
  }

  async run<Result>(call: () => Promise<Result>): Promise<Result> {
    const leave = await this.enter();
    try {
      return await call();
    } finally {
      leave();
    }
  }

  /** A place goes straight to the next in line, so that nobody slips in between. */
  #leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free += 1;
    else next();
  }
}
