/** Beyond this a wait needs a word; the tenth second is too late for it. */
const LONG_MS = 4_000;

/** Knows whether an answer has been waited for unusually long. */
export class Patience {
  readonly #changed: () => void;
  #late = 0;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get isTried(): boolean {
    return this.#late > 0;
  }

  async wait<Answer>(answer: Promise<Answer>): Promise<Answer> {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      this.#count(1);
    }, LONG_MS);
    try {
      return await answer;
    } finally {
      clearTimeout(timer);
      if (isLate) this.#count(-1);
    }
  }

  #count(change: number): void {
    this.#late += change;
    this.#changed();
  }
}
