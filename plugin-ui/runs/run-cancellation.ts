import { type ApiProblem, problemOf } from '../api/api-problem.ts';
import type { PluginApi } from '../api/plugin-api.ts';
import { isAtRest } from '../api/run-events.ts';
import { problemSentence } from '../text/problem-text.ts';
import { importText } from '../text/runs-text.ts';
import type { RunTracker } from './run-tracker.ts';

interface RunCancellationParts {
  readonly api: () => PluginApi;
  readonly changed: () => void;
  readonly announce: (text: string) => void;
  readonly tracker: RunTracker;
}

/** The wish to end the run under way. It ends once its worker has heard of it, so the wish outlasts the request. */
export class RunCancellation {
  /** Why the run could not be cancelled. */
  problem: ApiProblem | null = null;

  readonly #parts: RunCancellationParts;
  #asked: string | null = null;

  constructor(parts: RunCancellationParts) {
    this.#parts = parts;
  }

  get isAsked(): boolean {
    return this.#asked !== null && this.#asked === this.#parts.tracker.run?.id;
  }

  async ask(): Promise<void> {
    const { api, changed, announce, tracker } = this.#parts;
    const { run } = tracker;
    if (run === null || !tracker.isUnderWay || this.isAsked) return;
    this.#asked = run.id;
    this.problem = null;
    changed();
    try {
      const asked = await api().cancelRun(run.id);
      // The end is announced when it is there.
      if (!isAtRest(asked)) announce(importText.cancelling());
    } catch (error) {
      this.#asked = null;
      this.problem = problemOf(error);
      announce(problemSentence(this.problem));
    }
    changed();
  }
}
