import type { CancelSignal } from '../../core/ports/cancel-signal.ts';

const LOOK_AGAIN_MS = 500;

/** Follows one run. */
export interface RunFollower {
  /** Resolves when the run has changed, when it is time to look for another node's changes, or at the signal. */
  next(signal: CancelSignal): Promise<void>;
  end(): void;
}

/** Tells the followers of a run in this process that it has changed. */
export class RunBell {
  readonly #followers = new Map<string, Set<() => void>>();

  ring(runId: string): void {
    for (const wake of this.#followers.get(runId) ?? []) wake();
  }

  /** Begins to listen; to be called before the run is looked at, so that no change falls in between. */
  follow(runId: string): RunFollower {
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
            const timer = setTimeout(wake, LOOK_AGAIN_MS);
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
