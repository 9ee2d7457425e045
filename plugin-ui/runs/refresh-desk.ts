import type { RefreshMode, RunView } from '../../core/contract/index.ts';
import type { PluginApi } from '../api/plugin-api.ts';
import { problemSentence } from '../text/problem-text.ts';
import { HeldRun } from './held-run.ts';
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
  readonly held: HeldRun;
  readonly outlook: RefreshOutlook;

  readonly #parts: RefreshDeskParts;

  constructor(parts: RefreshDeskParts) {
    const { api, changed } = parts;
    this.#parts = parts;
    this.tracker = new RunTracker({ api, changed, onRun: parts.onRun });
    this.held = new HeldRun({
      ...parts,
      run: () => this.#heldRun,
      goOn: (run) => this.tracker.goOnWith(run),
    });
    this.outlook = new RefreshOutlook({ api, changed });
  }

  /** Starts a refresh; without a mode the server chooses. */
  async start(mode?: RefreshMode): Promise<void> {
    this.outlook.callOff();
    const problem = await this.tracker.start(() => this.#parts.api().startRefresh(mode));
    if (problem !== null) this.#parts.announce(problemSentence(problem));
  }

  get #heldRun(): RunView | null {
    const { run } = this.tracker;
    return run?.state === 'held' ? run : null;
  }
}
