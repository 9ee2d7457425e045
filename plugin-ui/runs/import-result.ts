import type { RunView } from '../../core/contract/index.ts';
import type { ApiProblem } from '../api/api-problem.ts';
import type { PluginApi } from '../api/plugin-api.ts';
import { problemSentence } from '../text/problem-text.ts';
import type { RunTracker } from './run-tracker.ts';

interface ImportResultParts {
  readonly api: () => PluginApi;
  readonly changed: () => void;
  readonly announce: (text: string) => void;
  readonly tracker: RunTracker;
}

/** How the last import ended, until it is closed or what failed is tried once more. */
export class ImportResult {
  run: RunView | null = null;
  /** Why the failed contacts were not retried. */
  problem: ApiProblem | null = null;

  readonly #parts: ImportResultParts;

  constructor(parts: ImportResultParts) {
    this.#parts = parts;
  }

  /** Where the rows that failed are as a file; null when none has. */
  get failedFile(): string | null {
    if (this.run === null || this.run.failed === 0) return null;
    return this.#parts.api().runItemsFile(this.run.id, { outcome: 'failed' });
  }

  show(run: RunView | null): void {
    this.run = run;
    this.problem = null;
    this.#parts.changed();
  }

  /** Imports those that failed once more; answers whether a run has begun. */
  async retry(): Promise<boolean> {
    const { run } = this;
    if (run === null) return false;
    const { api, announce, changed, tracker } = this.#parts;
    this.problem = await tracker.start(() => api().retryFailed(run.id));
    if (this.problem === null) this.run = null;
    else announce(problemSentence(this.problem));
    changed();
    return this.problem === null;
  }
}
