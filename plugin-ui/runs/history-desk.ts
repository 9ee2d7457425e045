import type { RunView } from '../../core/contract/index.ts';
import { type ApiProblem, problemOf } from '../api/api-problem.ts';
import type { PluginApi } from '../api/plugin-api.ts';
import { isAtRest } from '../api/run-events.ts';
import type { HistoryPlace } from './atc-run-history.ts';
import { RunActions } from './run-actions.ts';
import { RunItemList } from './run-item-list.ts';

const PAGE = 20;

/** As many as the server lists at once. */
const MOST = 500;

interface HistoryDeskParts {
  readonly api: () => PluginApi;
  readonly changed: () => void;
  readonly announce: (text: string) => void;
  /** Reads the latest runs again, for the rest of the page. */
  readonly lookAgain: () => Promise<void>;
}

/** The history of runs: nothing is read before it is opened; then it is kept up to date. */
export class HistoryDesk {
  readonly actions: RunActions;
  /** The latest runs, newest first; null while they are not known. */
  runs: readonly RunView[] | null = null;
  /** The contacts of the run that is opened. */
  opened: RunItemList | null = null;
  /** Why the runs could not be read. */
  problem: ApiProblem | null = null;

  readonly #parts: HistoryDeskParts;
  #isOpen = false;
  #limit = PAGE;

  constructor(parts: HistoryDeskParts) {
    this.#parts = parts;
    const lookAgain = async () => {
      await Promise.all([this.load(), parts.lookAgain()]);
    };
    this.actions = new RunActions({ ...parts, lookAgain });
  }

  /** What stands after the runs. */
  get place(): HistoryPlace {
    if (this.runs === null) return 'loading';
    if (this.runs.length === 0) return 'none';
    return this.runs.length >= this.#limit && this.#limit < MOST ? 'more' : 'all';
  }

  async toggle({ isOpen }: { readonly isOpen: boolean }): Promise<void> {
    this.#isOpen = isOpen;
    await this.load();
  }

  async more(): Promise<void> {
    this.#limit = Math.min(this.#limit + PAGE, MOST);
    await this.load();
  }

  /** Reads the runs, if anybody looks at them. */
  async load(): Promise<void> {
    if (!this.#isOpen) return;
    try {
      this.runs = await this.#parts.api().runs(this.#limit);
      this.problem = null;
    } catch (error) {
      this.problem = problemOf(error);
    }
    this.#parts.changed();
  }

  /** Shows the contacts of a run, or hides them. */
  async toggleRun(runId: string): Promise<void> {
    const isOpened = this.opened?.runId === runId;
    this.opened = isOpened ? null : new RunItemList({ ...this.#parts, runId });
    this.#parts.changed();
    await this.opened?.load();
  }

  /** Takes note of a run that goes on, or has come to rest. */
  note(run: RunView): void {
    if (this.runs === null) return;
    const isKnown = this.runs.some(({ id }) => id === run.id);
    this.runs = isKnown ? this.runs.map((one) => (one.id === run.id ? run : one)) : [run, ...this.runs];
    if (isAtRest(run) && this.opened?.runId === run.id) void this.opened.load();
  }
}
