import type { Clock } from '../ports/clock.ts';

/** How far a refresh is, in contacts. */
interface Progress {
  readonly total: number;
  readonly done: number;
}

/** Often enough for the eye; every page would cost more than the reading of it. */
const PACE_MS = 200;

/** Says how far a refresh is, no more often than is looked at. */
export class RefreshProgress {
  readonly #clock: Clock;
  readonly #write: (progress: Progress) => Promise<void>;
  #progress: Progress = { total: 0, done: 0 };
  #writtenAt = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock, write: (progress: Progress) => Promise<void>) {
    this.#clock = clock;
    this.#write = write;
  }

  /** Autotask counts so many. */
  async expect(total: number): Promise<void> {
    this.#progress = { ...this.#progress, total };
    await this.#say();
  }

  /** So many more have come. */
  async add(contacts: number): Promise<void> {
    const done = this.#progress.done + contacts;
    this.#progress = { done, total: Math.max(this.#progress.total, done) };
    if (this.#clock.now().getTime() - this.#writtenAt >= PACE_MS) await this.#say();
  }

  /** All have been read; the list will have so many. */
  async end(contacts: number): Promise<void> {
    this.#progress = { total: contacts, done: contacts };
    await this.#say();
  }

  async #say(): Promise<void> {
    this.#writtenAt = this.#clock.now().getTime();
    await this.#write(this.#progress);
  }
}
