import type { Clock } from '../../core/ports/clock.ts';

interface Happening {
  readonly at: number;
  readonly order: number;
  readonly isCall: boolean;
  notBefore(): number;
  run(): void;
}

interface PlanOptions {
  /** Whether somebody waits for it, so that the story is not at rest. */
  readonly isCall: boolean;
  /** The earliest moment at which it can happen; infinite when it can't any more. */
  notBefore?(): number;
}

/** The time of a story: what is planned happens one thing after another, each once the one before has come to rest. */
export class ImportSchedule implements Clock {
  #now = Date.parse('2026-11-24T09:00:00.000Z');
  #planned = 0;
  readonly #happenings = new Set<Happening>();

  now(): Date {
    return new Date(this.#now);
  }

  /** Plans something, and answers how to call it off. */
  plan(milliseconds: number, run: () => void, { isCall, notBefore = () => 0 }: PlanOptions): () => void {
    this.#planned += 1;
    const happening = { at: this.#now + milliseconds, order: this.#planned, isCall, notBefore, run };
    this.#happenings.add(happening);
    return () => this.#happenings.delete(happening);
  }

  /** Whether somebody waits for something that is still to happen. */
  get hasCalls(): boolean {
    return [...this.#happenings].some((happening) => happening.isCall && Number.isFinite(happening.notBefore()));
  }

  /** Lets the next thing happen, and what follows from it without taking time. */
  async next(): Promise<void> {
    let first: Happening | undefined;
    for (const happening of this.#happenings) {
      if (first === undefined || isEarlier(happening, first)) first = happening;
    }
    if (first === undefined || timeOf(first) === Number.POSITIVE_INFINITY) throw new Error('Nothing is planned');
    this.#happenings.delete(first);
    this.#now = Math.max(this.#now, timeOf(first));
    first.run();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function timeOf(happening: Happening): number {
  return Math.max(happening.at, happening.notBefore());
}

function isEarlier(one: Happening, other: Happening): boolean {
  const [first, second] = [timeOf(one), timeOf(other)];
  return first < second || (first === second && one.order < other.order);
}
