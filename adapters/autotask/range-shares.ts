import type { WholeReading } from '../../core/ports/contact-source.ts';
import { OpenRange } from './open-range.ts';
import { PAGE_SIZE } from './query.ts';
import { addingUp, cutByDensity, rangesBetween } from './split-points.ts';

/** How many ranges are read at once, and how many calls that may cost beyond the pages. */
export interface Expense {
  readonly atOnce: number;
  readonly spareCalls: number;
}

// Less is not worth a cut.
const SMALLEST_REST = 3 * PAGE_SIZE;

/**
 * Deals out ranges of ids to those who read them, so that all end at about the same time.
 *
 * The last reading's boundaries part the ids at once. Without them one reader begins at the beginning, and each idle
 * one takes over the end of the range with the most rows left, where a guess parts them evenly: from how close the ids
 * of its last pages lie, and from the count of all rows. A guess only decides who reads what: the ranges always
 * join, and a wrong one is made good by the next cut.
 *
 * What a cut costs is that the last page before it is not full, and {@link Expense.spareCalls} bounds the sum: a cut is
 * made only if it keeps to it even where all the ranges end with a page of hardly a row.
 */
export class RangeShares {
  readonly #expense: Expense;
  readonly #counted: Promise<void>;
  /** Null until it is known. */
  #count: number | null = null;
  readonly #ranges: OpenRange[];
  readonly #waiting: OpenRange[];
  readonly #listeners = new Set<() => void>();

  constructor({ count, boundaries, ...expense }: WholeReading & Expense) {
    this.#expense = expense;
    this.#ranges = rangesBetween(boundaries, expense.atOnce).map((range) => new OpenRange(range));
    this.#waiting = [...this.#ranges];
    this.#counted = this.#learn(count);
    this.#counted.catch(() => undefined); // Whoever waits for it throws it.
  }

  /** The next range for an idle reader, as soon as there is one; null when everything is read. */
  async next(): Promise<OpenRange | null> {
    this.pageRead(); // Who comes back has read a range to its end.
    for (;;) {
      const range = this.#waiting.shift() ?? this.#cutLongest();
      if (range !== null) return range;
      if (this.#unread.length === 0) return null;
      await new Promise<void>((resolve, reject) => {
        this.#listeners.add(resolve);
        this.#counted.catch(reject);
      });
    }
  }

  /** Tells that a page was read. */
  pageRead(): void {
    for (const listener of this.#listeners) listener();
    this.#listeners.clear();
  }

  get #unread(): readonly OpenRange[] {
    return this.#ranges.filter(({ isRead }) => !isRead);
  }

  async #learn(count: number | Promise<number>): Promise<void> {
    this.#count = await count;
    this.pageRead();
  }

  /** Leaves the longest range the share that it has among the idle readers. */
  #cutLongest(): OpenRange | null {
    const unread = this.#unread;
    const count = this.#count;
    if (count === null || !unread.every(({ hasPages }) => hasPages)) return null;
    if (!this.#isCutAffordable(count, unread.length)) return null;
    const rowsLeft = this.#ranges.reduce((left, range) => left - range.rows, count);
    const rests = addingUp(
      Math.max(0, rowsLeft),
      unread.map(({ expectedRest }) => expectedRest),
    );
    const rows = Math.max(...rests);
    const longest = unread[rests.indexOf(rows)];
    if (longest === undefined || rows < SMALLEST_REST) return null;
    const at = cutByDensity(longest.rest, {
      rows,
      share: 1 / (1 + this.#expense.atOnce - unread.length),
      idsPerRow: longest.idsPerRow,
    });
    if (at === null) return null;
    const upper = longest.cutAt(at);
    this.#ranges.push(upper);
    return upper;
  }

  #isCutAffordable(count: number, unread: number): boolean {
    const wastedRows = this.#ranges.reduce((sum, range) => sum + range.wastedRows, 0);
    const mostWasted = wastedRows + (unread + 1) * PAGE_SIZE;
    const pages = Math.ceil(count / PAGE_SIZE) + this.#expense.spareCalls;
    // With all that wasted there would be one page more than may be, or more.
    return count + mostWasted < (pages + 1) * PAGE_SIZE;
  }
}
