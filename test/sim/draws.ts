import { randomSequence } from '../../host-shim/practice-autotask/dataset/random.ts';

/** What a seed decides, one draw after another. */
export class Draws {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = randomSequence(seed);
  }

  /** A whole number from 0 up to, but not including, the limit. */
  below(limit: number): number {
    return Math.floor(this.#next() * limit);
  }

  chance(share: number): boolean {
    return this.#next() < share;
  }

  oneOf<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('There is nothing to draw from');
    return item;
  }
}
