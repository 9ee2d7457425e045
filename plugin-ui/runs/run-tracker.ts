import type { RunView } from '../../core/contract/index.ts';
import { type ApiProblem, problemOf } from '../api/api-problem.ts';
import type { PluginApi } from '../api/plugin-api.ts';
import { isAtRest } from '../api/run-events.ts';

interface RunTrackerParts {
  readonly api: () => PluginApi;
  readonly changed: () => void;
  /** The run goes on, or has come to rest. */
  readonly onRun: (run: RunView, before: RunView | null) => void;
}

/**
 * One kind of run as the page sees it: none, starting, followed, at rest. Starting twice is starting once.
 */
export class RunTracker {
  /** The run that is followed, or the last one that came to rest. */
  run: RunView | null = null;
  /** When the wait for it began, in the browser's time. */
  since = 0;
  isStarting = false;
  /** Why it could not be started, or can't be followed for now. */
  problem: ApiProblem | null = null;

  readonly #parts: RunTrackerParts;
  #stop: (() => void) | null = null;

  constructor(parts: RunTrackerParts) {
    this.#parts = parts;
  }

  get isUnderWay(): boolean {
    return this.isStarting || (this.run !== null && !isAtRest(this.run));
  }

  /** Starts a run and follows it; answers what went wrong, if anything. */
  async start(begin: () => Promise<{ readonly runId: string }>): Promise<ApiProblem | null> {
    if (this.isUnderWay) return null;
    this.isStarting = true;
    this.problem = null;
    this.since = Date.now();
    this.#parts.changed();
    try {
      const { runId } = await begin();
      this.run = null;
      this.#follow(runId);
      return null;
    } catch (error) {
      this.problem = problemOf(error);
      this.isStarting = false;
      return this.problem;
    } finally {
      this.#parts.changed();
    }
  }

  /** Takes up the latest run known to the server: follows it when it goes on, keeps it as the last one otherwise. */
  takeUp(run: RunView | undefined): void {
    if (run === undefined || this.isStarting || this.#stop !== null) return;
    this.run = run;
    if (!isAtRest(run)) {
      this.since = Date.parse(run.createdAt);
      this.#follow(run.id);
    }
    this.#parts.changed();
  }

  /** Follows a run that somebody lets go on, or has ended; whatever it is by now is reported. */
  goOnWith(run: RunView): void {
    this.run = run;
    this.problem = null;
    this.since = Date.now();
    this.#follow(run.id);
    this.#parts.changed();
  }

  leave(): void {
    this.#stop?.();
    this.#stop = null;
  }

  #follow(id: string): void {
    this.leave();
    this.#stop = this.#parts.api().followRun(id, {
      onRun: (run) => {
        const before = this.run;
        this.run = run;
        this.isStarting = false;
        this.problem = null;
        if (isAtRest(run)) this.#stop = null;
        this.#parts.onRun(run, before);
        this.#parts.changed();
      },
      onProblem: (problem) => {
        this.problem = problem;
        this.#parts.changed();
      },
      onLost: (problem) => {
        this.problem = problem;
        this.isStarting = false;
        this.#stop = null;
        this.#parts.changed();
      },
    });
  }
}
