/** Beyond this a wait needs a word; the tenth second is too late for it. */
const LONG_MS = 4_000;

/** Knows whether an answer has been waited for unusually long. */
export class Patience {
  readonly #changed: () => void;
  readonly #late = new Set<Promise<unknown>>();

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get isTried(): boolean {
    return this.#late.size > 0;
  }

  async wait<Answer>(answer: Promise<Answer>): Promise<Answer> {
    const timer = setTimeout(() => {
      this.#late.add(answer);
      this.#changed();
    }, LONG_MS);
    try {
      return await answer;
    } finally {
      clearTimeout(timer);
      if (this.#late.delete(answer)) this.#changed();
    }
  }
}
