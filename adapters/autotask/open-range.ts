import type { SourcePage } from '../../core/ports/contact-source.ts';
import type { IdRange } from './id-range.ts';
import type { Page } from './page.ts';
import { type Sample, sampleOf } from './split-points.ts';

// How many of the last pages tell how close the ids lie.
const SAMPLED_PAGES = 8;

/** A range that is read page by page from its beginning, and may lose its end to another while it is. */
export class OpenRange {
  readonly #samples: Sample[] = [];
  #upTo: number | null;
  #last: number;
  #isPromised = false;
  #isRead = false;
  #pages = 0;
  #rows = 0;
  #expected: number;
  #isMeasured = false;

  /**
   * @param expected - about how many rows are in it
   */
  constructor({ after, upTo }: IdRange, expected: number) {
    this.#last = after;
    this.#upTo = upTo;
    this.#expected = expected;
  }

  /** What is left to read. */
  get rest(): IdRange {
    return { after: this.#last, upTo: this.#upTo };
  }

  /** Rows must follow, for the last page announced them. */
  get isPromised(): boolean {
    return this.#isPromised;
  }

  get isRead(): boolean {
    return this.#isRead;
  }

  get pages(): number {
    return this.#pages;
  }

  get rows(): number {
    return this.#rows;
  }

  /** About how many rows are left; never none while it is not read. */
  get expectedRest(): number {
    return this.#isRead ? 0 : Math.max(1, this.#expected - this.#rows);
  }

  /** Of the pages read last. */
  get samples(): readonly Sample[] {
    return this.#samples;
  }

  /** Takes a page of what was the rest when it was asked for, and gives the part that is still this range's. */
  take<Row>({ ids, rows, newest, more }: Page<Row>): SourcePage<Row> {
    const upTo = this.#upTo;
    const own = upTo === null ? ids.length : ids.filter((id) => id <= upTo).length;
    this.#last = ids[own - 1] ?? this.#last;
    this.#isRead = more === 'none' || own < ids.length || this.#last === upTo;
    this.#isPromised = more === 'promised';
    this.#rows += own;
    this.#pages += 1;
    const sample = sampleOf(ids);
    if (sample !== null) this.#samples.push(sample);
    if (this.#samples.length > SAMPLED_PAGES) this.#samples.shift();
    return { rows: own === rows.length ? rows : rows.slice(0, own), newest };
  }

  /** Whether the rows up to its end were counted, so that a cut needs no further count. */
  get isMeasured(): boolean {
    return this.#isMeasured;
  }

  /** Gives what lies beyond an id away, as a range of its own; the rows are about how many this one has and gets. */
  cutAt(id: number, rows: { readonly kept: number; readonly given: number }): OpenRange {
    const upper = new OpenRange({ after: id, upTo: this.#upTo }, rows.given);
    upper.#isMeasured = this.#isMeasured;
    this.#isMeasured = true;
    this.#upTo = id;
    this.#expected = rows.kept;
    return upper;
  }
}
