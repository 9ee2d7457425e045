import { vi } from 'vitest';
import type { Clock } from '../../core/ports/clock.ts';

/**
 * The time of a story, for the plugin and for Autotask. Nobody waits for it: who would wait moves it on instead, and with
 * it the timeouts of calls under way, which run on the timers that the test has replaced.
 */
export class StoryTime implements Clock {
  #now = Date.parse('2026-11-24T09:00:00.000Z');

  now(): Date {
    return new Date(this.#now);
  }

  /** While calls may be under way. */
  async wait(milliseconds: number): Promise<void> {
    this.#now += milliseconds;
    vi.advanceTimersByTime(milliseconds);
  }

  /** Between refreshes. */
  skip(milliseconds: number): void {
    this.#now += milliseconds;
  }
}
