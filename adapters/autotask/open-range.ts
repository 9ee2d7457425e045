import type { SourcePage } from '../../core/ports/contact-source.ts';
import type { IdRange } from './id-range.ts';
import type { Page } from './page.ts';
import { PAGE_SIZE } from './query.ts';
import { idsPerRow, lengthOf, type Sample, sampleOf } from './split-points.ts';

// How many of the last pages tell how close the ids lie.
const SAMPLED_PAGES = 32;

/** A range that is read page by page from its beginning, and may lose its end to another while it is. */
export class OpenRange {
  readonly #samples: Sample[] = [];
  #upTo: number | null;
  #last: number;
  #isPromised = false;
  #isRead = false;
  #pages = 0;
  #rows = 0;

  constructor({ after, upTo }: IdRange) {
    this.#last = after;
    this.#upTo = upTo;
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

  get hasPages(): boolean {
    return this.#pages > 0;
  }

  get rows(): number {
    return this.#rows;
  }

  /** How many more rows its pages could have held. */
  get wastedRows(): number {
    return this.#pages * PAGE_SIZE - this.#rows;
  }

  /** In the pages read last. */
  get idsPerRow(): number {
    return idsPerRow(this.#samples);
  }

  /** How many rows are left, if the ids go on as they were; infinite without an end. */
  get expectedRest(): number {
    return lengthOf(this.rest) / this.idsPerRow;
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

  /** Gives what lies beyond an id away, as a range of its own. */
  cutAt(id: number): OpenRange {
    const upper = new OpenRange({ after: id, upTo: this.#upTo });
    this.#upTo = id;
    return upper;
  }
}
