import type { Clock } from '../../core/ports/clock.ts';

/** A clock that is a millisecond later at each look, so that times tell the order of events. */
export class SteppingClock implements Clock {
  #next: number;

  constructor(start = '2026-11-24T09:00:00.000Z') {
    this.#next = Date.parse(start);
  }

  now(): Date {
    const now = new Date(this.#next);
    this.#next += 1;
    return now;
  }
}
