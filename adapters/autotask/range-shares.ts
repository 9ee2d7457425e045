import type { WholeReading } from '../../core/ports/contact-source.ts';
import { ALL_IDS, type IdRange } from './id-range.ts';
import { OpenRange } from './open-range.ts';
import { PAGE_SIZE } from './query.ts';
import {
  type Bracket,
  type Cut,
  cutByDensity,
  cutByLength,
  cutWithin,
  isNear,
  narrowed,
  nextCut,
  rangesBetween,
  settledCut,
} from './split-points.ts';

/** How many ranges are read at once, and how many calls that may cost beyond the pages. */
export interface Expense {
  readonly atOnce: number;
  readonly spareCalls: number;
}

interface RangeSharesParts extends WholeReading, Expense {
  /** Asks how many rows are in a range. */
  readonly countRows: (range: IdRange) => Promise<number>;
}

// Less is not worth a cut.
const SMALLEST_REST = 4 * PAGE_SIZE;
// One page tells little of how close the ids lie: one for every so many pages that are left, up to four.
const PAGES_PER_SAMPLE = 50;
const MOST_SAMPLES = 4;
const MOST_COUNTS = 2;
const CALLS_FOR_SECOND_COUNT = 3;

interface Guess {
  /** The beginning of what is left of the range, with all its rows beyond it. */
  readonly start: Cut;
  readonly guess: number;
  /** The rows that shall lie beyond the cut. */
  readonly upper: number;
}

/**
 * Deals out ranges of ids to those who read them, so that all end at about the same time.
 *
 * The last reading's boundaries part the ids at once. Without them one reader begins at the beginning, and each idle
 * one takes over the end of the longest range: a guess where to cut it, from how close the ids of its last pages lie;
 * a count of the rows beyond the guess; and the cut where that count puts it. Later cuts need no count, for by then
 * enough is known. What was guessed or counted only decides who reads what: the ranges always join.
 *
 * A cut may cost one call, because the pages at its seam are not full, and a count costs one; `spareCalls` is the sum.
 */
export class RangeShares {
  readonly #parts: RangeSharesParts;
  readonly #ranges: OpenRange[];
  readonly #waiting: OpenRange[];
  readonly #pagesAtLastCut = new Map<OpenRange, number>();
  readonly #listeners = new Set<() => void>();
  #spareCalls: number;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(parts: RangeSharesParts) {
    this.#parts = parts;
    const { count, boundaries, atOnce, spareCalls } = parts;
    const ranges = count > SMALLEST_REST ? rangesBetween(boundaries, atOnce) : [ALL_IDS];
    this.#ranges = ranges.map((range) => new OpenRange(range, count / ranges.length));
    this.#waiting = [...this.#ranges];
    this.#spareCalls = spareCalls - (ranges.length - 1);
  }

  /** The next range for an idle reader, as soon as there is one; null when everything is read. */
  next(): Promise<OpenRange | null> {
    this.pageRead(); // Who comes back has read a range to its end.
    // One after another, so that two of them never cut the same range.
    const next = this.#turn.then(() => this.#deal());
    this.#turn = next.catch(() => undefined);
    return next;
  }

  /** Tells that a page was read. */
  pageRead(): void {
    for (const listener of this.#listeners) listener();
    this.#listeners.clear();
  }

  async #deal(): Promise<OpenRange | null> {
    for (;;) {
      const range = this.#waiting.shift() ?? (await this.#cutLongest());
      if (range !== null) return range;
      if (this.#ranges.every(({ isRead }) => isRead)) return null;
      await new Promise<void>((resolve) => this.#listeners.add(resolve));
    }
  }

  async #cutLongest(): Promise<OpenRange | null> {
    const longest = this.#ranges.reduce((one, other) => (other.expectedRest > one.expectedRest ? other : one));
    if (this.#spareCalls < 1 || longest.isRead || !this.#isRipe(longest)) return null;
    this.#pagesAtLastCut.set(longest, longest.pages);
    const upper = await this.#cut(longest);
    if (upper === null) return null;
    this.#spareCalls -= 1;
    this.#ranges.push(upper);
    return upper;
  }

  async #cut(range: OpenRange): Promise<OpenRange | null> {
    const { rest, samples } = range;
    const rows = this.#rowsLeftIn(range);
    const expected = range.rows + rows;
    const upper = Math.min(rows / 2, this.#rowsLeft() / this.#parts.atOnce);
    const shares = { rows, lower: rows - upper };
    const guess = cutWithin(rest, range.isMeasured ? cutByLength(rest, shares) : cutByDensity(rest, samples, shares));
    if (guess === null) return null;
    const cut =
      range.isMeasured || this.#spareCalls < 2
        ? { at: guess, upper }
        : await this.#counted(rest, { start: { at: rest.after, upper: rows }, guess, upper });
    // The range was read on while the rows were counted.
    const at = range.isRead || rows - cut.upper < PAGE_SIZE ? null : cutWithin(range.rest, cut.at);
    return at === null ? null : range.cutAt(at, { kept: expected - cut.upper, given: cut.upper });
  }

  /** Puts a guessed cut right by a count, or two when the first is far off and calls are left for later cuts. */
  async #counted({ upTo }: IdRange, { start, guess, upper }: Guess): Promise<Cut> {
    let bracket: Bracket = { low: start, high: null };
    let next: number | null = guess;
    for (let counts = 0; next !== null && counts < MOST_COUNTS; counts += 1) {
      if (counts > 0 && this.#spareCalls < CALLS_FOR_SECOND_COUNT) break;
      this.#spareCalls -= 1;
      const at: number = Math.floor(next);
      const counted = { at, upper: await this.#parts.countRows({ after: at, upTo }) };
      bracket = narrowed(bracket, counted, upper);
      next = isNear(counted, upper) ? null : nextCut(bracket, start, upper);
    }
    return settledCut(bracket, upper);
  }

  #isRipe(range: OpenRange): boolean {
    const pagesLeft = this.#rowsLeftIn(range) / PAGE_SIZE;
    const pagesSince = range.pages - (this.#pagesAtLastCut.get(range) ?? 0);
    const samplesWanted = Math.min(MOST_SAMPLES, Math.max(1, Math.floor(pagesLeft / PAGES_PER_SAMPLE)));
    return pagesLeft * PAGE_SIZE >= SMALLEST_REST && pagesSince >= samplesWanted;
  }

  /** What all readers together still have to read is known, so the guesses of what is in the ranges must add up to it. */
  #rowsLeftIn(range: OpenRange): number {
    const expected = this.#ranges.reduce((sum, { expectedRest }) => sum + expectedRest, 0);
    return this.#rowsLeft() * (range.expectedRest / Math.max(1, expected));
  }

  #rowsLeft(): number {
    return Math.max(
      0,
      this.#ranges.reduce((left, { rows }) => left - rows, this.#parts.count),
    );
  }
}
