import PQueue from 'p-queue';
import { AutotaskFailure } from './autotask-failure.ts';
import type { Pause } from './pause.ts';

// The server frees a slot slightly after it has sent the answer (autotask-api.md §5, seen in 1 client live).
export const REST_MS = { usual: 4, long: 15 };
// So many calls in a row that were not refused bring back one step.
const CALLS_PER_STEP = 100;

interface LaneParts {
  readonly atOnce: number;
  readonly pause: Pause;
}

/**
 * Lets so many calls out at once. A place is used again a few milliseconds after its answer.
 *
 * The server refuses a call when it counts too many threads. The first refusal makes the places rest longer; when it
 * recurs there is one place fewer, down to a single one. A hundred calls without a refusal take back one such step.
 */
export class Lane {
  readonly #queue: PQueue;
  readonly #atOnce: number;
  readonly #pause: Pause;
  /** How often it has given way. */
  #steps = 0;
  #callsSince = 0;
  /** Counts the changes, so that refusals of calls that were out together make one step. */
  #changes = 0;

  constructor({ atOnce, pause }: LaneParts) {
    this.#atOnce = atOnce;
    this.#pause = pause;
    this.#queue = new PQueue({ concurrency: atOnce });
  }

  /** Rejects with the signal's reason as soon as it is aborted, waiting or not. */
  run<T>(call: () => Promise<T>, signal: AbortSignal): Promise<T> {
    return new Promise((resolve, reject) => {
      const placed = async () => {
        await call().then(resolve, reject);
        await this.#pause(this.#steps === 0 ? REST_MS.usual : REST_MS.long, new AbortController().signal);
      };
      this.#queue.add(placed, { signal }).catch(reject);
    });
  }

  /** One attempt of a call that has its place. */
  async attempt<T>(send: () => Promise<T>): Promise<T> {
    const changes = this.#changes;
    try {
      const answer = await send();
      this.#wentWell();
      return answer;
    } catch (error) {
      const isRefused = error instanceof AutotaskFailure && error.kind === 'thread_limit';
      if (isRefused && changes === this.#changes) this.#step(this.#steps + 1);
      throw error;
    }
  }

  #wentWell(): void {
    this.#callsSince += 1;
    if (this.#steps > 0 && this.#callsSince >= CALLS_PER_STEP) this.#step(this.#steps - 1);
  }

  #step(steps: number): void {
    // The first step is the longer rest alone.
    this.#steps = Math.min(steps, this.#atOnce);
    this.#queue.concurrency = this.#atOnce - Math.max(0, this.#steps - 1);
    this.#callsSince = 0;
    this.#changes += 1;
  }
}
