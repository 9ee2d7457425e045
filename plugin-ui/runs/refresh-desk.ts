import type { RefreshMode, RunView } from '../../core/contract/index.ts';
import type { ApiProblem } from '../api/api-problem.ts';
import type { PluginApi } from '../api/plugin-api.ts';
import { problemSentence } from '../text/problem-text.ts';
import { refreshText } from '../text/runs-text.ts';
import { HeldRefresh } from './held-refresh.ts';
import { RefreshOutlook } from './refresh-outlook.ts';
import { RunTracker } from './run-tracker.ts';

interface RefreshDeskParts {
  readonly api: () => PluginApi;
  readonly changed: () => void;
  readonly announce: (text: string) => void;
  /** The refresh goes on, or has come to rest. */
  readonly onRun: (run: RunView, before: RunView | null) => void;
  /** Reads the latest runs again: somebody else may have decided about the held one. */
  readonly lookAgain: () => Promise<void>;
}

/** The refresh as the page knows it, what is being done with it, and what the next one takes. */
export class RefreshDesk {
  readonly tracker: RunTracker;
  readonly held: HeldRefresh;
  readonly outlook: RefreshOutlook;

  readonly #parts: RefreshDeskParts;

  constructor(parts: RefreshDeskParts) {
    const { api, changed } = parts;
    this.#parts = parts;
    this.tracker = new RunTracker({ api, changed, onRun: parts.onRun });
    this.held = new HeldRefresh({ api, changed, tracker: this.tracker });
    this.outlook = new RefreshOutlook({ api, changed });
  }

  /** Starts a refresh; without a mode the server chooses. */
  async start(mode?: RefreshMode): Promise<void> {
    this.#announceProblem(await this.tracker.start(() => this.#parts.api().startRefresh(mode)));
  }

  async release(): Promise<void> {
    if (await this.held.release()) this.#parts.announce(refreshText.released());
    else await this.#explainUndecided();
  }

  /** Its end is announced like that of any run. */
  async drop(): Promise<void> {
    if (!(await this.held.drop())) await this.#explainUndecided();
  }

  async #explainUndecided(): Promise<void> {
    if (this.held.problem === null) return;
    this.#announceProblem(this.held.problem);
    await this.#parts.lookAgain();
  }

  #announceProblem(problem: ApiProblem | null): void {
    if (problem !== null) this.#parts.announce(problemSentence(problem));
  }
}
