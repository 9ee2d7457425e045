import type { RunKind, RunView } from '../../core/contract/index.ts';
import { type ApiProblem, problemOf } from '../api/api-problem.ts';
import type { PluginApi } from '../api/plugin-api.ts';
import { historyText } from '../text/history-text.ts';
import { problemSentence } from '../text/problem-text.ts';
import { heldText } from '../text/runs-text.ts';

/** What can be done with a run, as far as its state allows. */
export type RunAction = 'cancel' | 'release' | 'drop' | 'retry';

const ACTS: Readonly<Record<RunAction, (api: PluginApi, id: string) => Promise<unknown>>> = {
  cancel: (api, id) => api.cancelRun(id),
  release: (api, id) => api.releaseRun(id),
  drop: (api, id) => api.cancelRun(id),
  retry: (api, id) => api.retryFailed(id),
};

const DONE: Readonly<Record<RunAction, (kind: RunKind) => string>> = {
  cancel: historyText.cancelled,
  release: (kind) => heldText(kind).released(),
  drop: (kind) => heldText(kind).dropped(),
  retry: historyText.retried,
};

interface RunActionsParts {
  readonly api: () => PluginApi;
  readonly changed: () => void;
  readonly announce: (text: string) => void;
  /** Reads the latest runs again, whether it was done or not: somebody else may have been faster. */
  readonly lookAgain: () => Promise<void>;
}

export function actionsOf({ state, failed }: RunView): readonly RunAction[] {
  if (state === 'held') return ['release', 'drop'];
  if (state === 'queued' || state === 'running') return ['cancel'];
  return failed > 0 ? ['retry'] : [];
}

/** What is being done with a run of the history, one at a time, and what went wrong. */
export class RunActions {
  /** Which run something is being done with, and what. */
  activity: { readonly id: string; readonly action: RunAction } | null = null;
  problem: ApiProblem | null = null;

  readonly #parts: RunActionsParts;
  #refused = '';

  constructor(parts: RunActionsParts) {
    this.#parts = parts;
  }

  activityAt(id: string): RunAction | null {
    return this.activity?.id === id ? this.activity.action : null;
  }

  problemAt(id: string): ApiProblem | null {
    return this.#refused === id ? this.problem : null;
  }

  async act({ id, kind }: RunView, action: RunAction): Promise<void> {
    if (this.activity !== null) return;
    const { api, changed, announce, lookAgain } = this.#parts;
    this.activity = { id, action };
    this.problem = null;
    changed();
    try {
      await ACTS[action](api(), id);
      announce(DONE[action](kind));
    } catch (error) {
      this.problem = problemOf(error);
      this.#refused = id;
      announce(`${historyText.undone()} ${problemSentence(this.problem)}`);
    }
    this.activity = null;
    changed();
    await lookAgain();
  }
}
