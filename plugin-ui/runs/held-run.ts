import type { RunView } from '../../core/contract/index.ts';
import { type ApiProblem, problemOf } from '../api/api-problem.ts';
import type { PluginApi } from '../api/plugin-api.ts';
import type { RunTracker } from './run-tracker.ts';

interface HeldRefreshParts {
  readonly api: () => PluginApi;
  readonly tracker: RunTracker;
  readonly changed: () => void;
}

/** Which of the buttons is at work. */
export type HeldActivity = 'releasing' | 'dropping' | null;

/** What a person decides about the refresh that is held, and what becomes of that. */
export class HeldRefresh {
  activity: HeldActivity = null;
  /** Why the decision could not be carried out. */
  problem: ApiProblem | null = null;

  readonly #parts: HeldRefreshParts;

  constructor(parts: HeldRefreshParts) {
    this.#parts = parts;
  }

  /** The refresh that waits for a decision; null when none does. */
  get run(): RunView | null {
    const { run } = this.#parts.tracker;
    return run?.state === 'held' ? run : null;
  }

  /** Lets it go on; answers whether that was done. */
  release(): Promise<boolean> {
    return this.#decide('releasing', (id) => this.#parts.api().releaseRun(id));
  }

  /** Ends it; answers whether that was done. */
  drop(): Promise<boolean> {
    return this.#decide('dropping', (id) => this.#parts.api().cancelRun(id));
  }

  async #decide(activity: HeldActivity, act: (id: string) => Promise<RunView>): Promise<boolean> {
    const { run } = this;
    if (run === null || this.activity !== null) return false;
    this.activity = activity;
    this.problem = null;
    this.#parts.changed();
    try {
      this.#parts.tracker.goOnWith(await act(run.id));
    } catch (error) {
      this.problem = problemOf(error);
    }
    this.activity = null;
    this.#parts.changed();
    return this.problem === null;
  }
}
