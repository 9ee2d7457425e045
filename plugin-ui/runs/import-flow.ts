import type { ImportPreview, RunView, SelectionBody } from '../../core/contract/index.ts';
import { type ApiProblem, problemOf } from '../api/api-problem.ts';
import type { PluginApi } from '../api/plugin-api.ts';
import type { RunTracker } from './run-tracker.ts';

interface ImportFlowParts {
  readonly api: () => PluginApi;
  readonly tracker: RunTracker;
  readonly changed: () => void;
}

/**
 * From Import Contacts to its result.
 *
 * - idle: nothing asked for.
 * - preparing: the preview is on its way.
 * - previewed: the dialog shows it and waits.
 * - starting: confirmed, being handed over; a changed plan leads back to previewed.
 *
 * From there on the run's tracker knows.
 */
export class ImportFlow {
  preview: ImportPreview | null = null;
  isPreparing = false;
  /** Why there is no preview, or why the confirmed import was not started. */
  problem: ApiProblem | null = null;
  /** The result to show until it is closed. */
  result: RunView | null = null;

  readonly #parts: ImportFlowParts;
  #selection: SelectionBody = { ids: [] };

  constructor(parts: ImportFlowParts) {
    this.#parts = parts;
  }

  async prepare(selection: SelectionBody): Promise<void> {
    if (this.isPreparing) return;
    this.#selection = selection;
    this.problem = null;
    await this.#fetchPreview();
  }

  /** Hands the previewed import over; answers whether a run has begun. */
  async confirm(): Promise<boolean> {
    if (this.preview === null) return false;
    const { fingerprint } = this.preview;
    const body = { selection: this.#selection, fingerprint };
    this.problem = null;
    this.result = null;
    const problem = await this.#parts.tracker.start(() => this.#parts.api().startImport(body));
    if (problem === null) {
      this.preview = null;
      this.#parts.changed();
      return true;
    }
    if (problem.code === 'plan_changed') await this.#fetchPreview();
    this.problem ??= problem;
    this.#parts.changed();
    return false;
  }

  cancel(): void {
    this.preview = null;
    this.problem = null;
    this.#parts.changed();
  }

  show(result: RunView | null): void {
    this.result = result;
    this.#parts.changed();
  }

  async #fetchPreview(): Promise<void> {
    this.isPreparing = true;
    this.#parts.changed();
    try {
      this.preview = await this.#parts.api().previewImport(this.#selection);
    } catch (error) {
      this.problem = problemOf(error);
    }
    this.isPreparing = false;
    this.#parts.changed();
  }
}
