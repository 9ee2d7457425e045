import type { CancelSignal } from '../../core/ports/cancel-signal.ts';

/** Follows one run. */
export interface RunFollower {
  /** Resolves when the run has changed, when it is time to look for another node's changes, or at the signal. */
  next(signal: CancelSignal): Promise<void>;
  end(): void;
}

/** Tells the followers of a run in this process that it has changed. */
export class RunBell {
  readonly #followers = new Map<string, Set<() => void>>();
  readonly #lookAgainMs: number;

  constructor(lookAgainMs: number) {
    this.#lookAgainMs = lookAgainMs;
  }

  ring(runId: string): void {
    for (const wake of this.#followers.get(runId) ?? []) wake();
  }

  /** Begins to listen; to be called before the run is looked at, so that no change falls in between. */
  follow(runId: string): RunFollower {
    const lookAgainMs = this.#lookAgainMs;
    let isRung = false;
    let resume = (): void => undefined;
    const wake = () => {
      isRung = true;
      resume();
    };
    const followers = this.#followers.get(runId) ?? new Set();
    this.#followers.set(runId, followers.add(wake));
    return {
      async next(signal) {
        if (!isRung && !signal.aborted) {
          await new Promise<void>((resolve) => {
            const timer = setTimeout(wake, lookAgainMs);
            timer.unref(); // Whoever only waits for a change must not keep the process alive.
            resume = () => {
              clearTimeout(timer);
              signal.removeEventListener('abort', wake);
              resolve();
            };
            signal.addEventListener('abort', wake, { once: true });
          });
        }
        isRung = false;
      },
      end: () => {
        followers.delete(wake);
        if (followers.size === 0) this.#followers.delete(runId);
      },
    };
  }
}
