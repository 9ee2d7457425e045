const HOUR_MS = 3_600_000;

interface Burst {
  readonly at: number;
  readonly calls: number;
}

/**
 * Counts the calls of the last 60 minutes, of this and of all other integrations (autotask-api.md
 * §5, documented).
 */
export class HourCounter {
  #bursts: Burst[] = [];
  #first = 0;
  #count = 0;

  add(calls: number, now: number): void {
    this.#bursts.push({ at: now, calls });
    this.#count += calls;
  }

  count(now: number): number {
    for (let burst = this.#bursts[this.#first]; burst !== undefined && burst.at <= now - HOUR_MS; ) {
      this.#count -= burst.calls;
      this.#first += 1;
      burst = this.#bursts[this.#first];
    }
    if (this.#first > 5_000) {
      this.#bursts = this.#bursts.slice(this.#first);
      this.#first = 0;
    }
    return this.#count;
  }
}

/**
 * The delay that Autotask adds when much of the hour is used: 0.5 s from 50 %, 1 s from 75 % (§5,
 * documented).
 */
export function addedLatencyMs(count: number, limit: number): number {
  if (count >= limit * 0.75) return 1000;
  return count >= limit * 0.5 ? 500 : 0;
}
