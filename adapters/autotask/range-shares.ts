import type { WholeReading } from '../../core/ports/contact-source.ts';
import { ALL_IDS } from './id-range.ts';
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
  readonly #reading: WholeReading & Expense;
  readonly #ranges: OpenRange[];
  readonly #waiting: OpenRange[];
  readonly #listeners = new Set<() => void>();

  constructor(reading: WholeReading & Expense) {
    this.#reading = reading;
    const { count, boundaries, atOnce } = reading;
    const ranges = count > SMALLEST_REST ? rangesBetween(boundaries, atOnce) : [ALL_IDS];
    this.#ranges = ranges.map((range) => new OpenRange(range));
    this.#waiting = [...this.#ranges];
  }

  /** The next range for an idle reader, as soon as there is one; null when everything is read. */
  async next(): Promise<OpenRange | null> {
    this.pageRead(); // Who comes back has read a range to its end.
    for (;;) {
      const range = this.#waiting.shift() ?? this.#cutLongest();
      if (range !== null) return range;
      if (this.#unread.length === 0) return null;
      await new Promise<void>((resolve) => this.#listeners.add(resolve));
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

  get #rowsLeft(): number {
    return Math.max(
      0,
      this.#ranges.reduce((left, { rows }) => left - rows, this.#reading.count),
    );
  }

  /** Leaves the longest range the share that it has among the idle readers. */
  #cutLongest(): OpenRange | null {
    const unread = this.#unread;
    if (!unread.every(({ hasPages }) => hasPages) || !this.#isCutAffordable(unread.length)) return null;
    const rests = addingUp(
      this.#rowsLeft,
      unread.map(({ expectedRest }) => expectedRest),
    );
    const rows = Math.max(...rests);
    const longest = unread[rests.indexOf(rows)];
    if (longest === undefined || rows < SMALLEST_REST) return null;
    const at = cutByDensity(longest.rest, {
      rows,
      share: 1 / (1 + this.#reading.atOnce - unread.length),
      idsPerRow: longest.idsPerRow,
    });
    if (at === null) return null;
    const upper = longest.cutAt(at);
    this.#ranges.push(upper);
    return upper;
  }

  #isCutAffordable(unread: number): boolean {
    const { count, spareCalls } = this.#reading;
    const wastedRows = this.#ranges.reduce((sum, range) => sum + range.wastedRows, 0);
    const mostWasted = wastedRows + (unread + 1) * PAGE_SIZE;
    const pages = Math.ceil(count / PAGE_SIZE) + spareCalls;
    // With all that wasted there would be one page more than may be, or more.
    return count + mostWasted < (pages + 1) * PAGE_SIZE;
  }
}
