import type { RunView } from '../../core/contract/index.ts';
import { type ApiProblem, problemOf } from '../api/api-problem.ts';
import type { PluginApi } from '../api/plugin-api.ts';
import { problemSentence } from '../text/problem-text.ts';
import { type HeldText, heldText } from '../text/runs-text.ts';

interface HeldRunParts {
  readonly api: () => PluginApi;
  readonly changed: () => void;
  readonly announce: (text: string) => void;
  /** The run that waits for a decision; null when none does. */
  readonly run: () => RunView | null;
  /** The run was decided about; what becomes of it is to be followed. */
  readonly goOn: (run: RunView) => void;
  /** Reads the latest runs again: somebody else may have decided. */
  readonly lookAgain: () => Promise<void>;
}

/** Which of the buttons is at work. */
export type HeldActivity = 'releasing' | 'dropping' | null;

/** What a person decides about a run that is held, and what becomes of that. */
export class HeldRun {
  activity: HeldActivity = null;
  /** Why the decision could not be carried out. */
  problem: ApiProblem | null = null;

  readonly #parts: HeldRunParts;

  constructor(parts: HeldRunParts) {
    this.#parts = parts;
  }

  get run(): RunView | null {
    return this.#parts.run();
  }

  release(): Promise<void> {
    const act = (id: string) => this.#parts.api().releaseRun(id);
    return this.#decide('releasing', act, ({ released }) => released());
  }

  drop(): Promise<void> {
    const act = (id: string) => this.#parts.api().cancelRun(id);
    return this.#decide('dropping', act, ({ dropped }) => dropped());
  }

  async #decide(
    activity: HeldActivity,
    act: (id: string) => Promise<RunView>,
    done: (words: HeldText) => string,
  ): Promise<void> {
    const { run } = this;
    if (run === null || this.activity !== null) return;
    const { announce, changed, goOn } = this.#parts;
    this.activity = activity;
    this.problem = null;
    changed();
    try {
      goOn(await act(run.id));
      announce(done(heldText(run.kind)));
    } catch (error) {
      await this.#explain(problemOf(error));
    }
    this.activity = null;
    changed();
  }

  async #explain(problem: ApiProblem): Promise<void> {
    this.problem = problem;
    this.#parts.announce(problemSentence(problem));
    await this.#parts.lookAgain();
  }
}
