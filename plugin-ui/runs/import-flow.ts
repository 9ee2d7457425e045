import type { ImportPreview, SelectionBody } from '../../core/contract/index.ts';
import { type ApiProblem, problemOf } from '../api/api-problem.ts';
import type { PluginApi } from '../api/plugin-api.ts';
import { problemSentence } from '../text/problem-text.ts';
import type { RunTracker } from './run-tracker.ts';

interface ImportFlowParts {
  readonly api: () => PluginApi;
  readonly tracker: RunTracker;
  readonly changed: () => void;
  readonly announce: (text: string) => void;
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
  /** The preview that was confirmed, when its plan had changed by then. */
  earlier: ImportPreview | null = null;
  /** Whether the users that are created are to be sent their instructions. */
  sendInstructions = false;
  isPreparing = false;
  /** Why there is no preview, or why the confirmed import was not started. */
  problem: ApiProblem | null = null;

  readonly #parts: ImportFlowParts;
  #selection: SelectionBody = { ids: [] };
  /** How often the dialog was left: what was asked for before is not shown after. */
  #left = 0;

  constructor(parts: ImportFlowParts) {
    this.#parts = parts;
  }

  async prepare(selection: SelectionBody): Promise<void> {
    if (this.isPreparing) return;
    this.#selection = selection;
    this.earlier = null;
    this.sendInstructions = false;
    this.problem = null;
    await this.#fetchPreview();
    this.#announceProblem();
  }

  /** Hands the previewed import over; answers whether a run has begun. */
  async confirm(): Promise<boolean> {
    if (this.preview === null) return false;
    const { fingerprint } = this.preview;
    const options = this.sendInstructions ? { sendInstructions: true } : {};
    const body = { selection: this.#selection, fingerprint, ...options };
    const left = this.#left;
    this.problem = null;
    const problem = await this.#parts.tracker.start(() => this.#parts.api().startImport(body));
    if (problem === null) {
      this.preview = null;
      this.#parts.changed();
      return true;
    }
    if (left === this.#left) await this.#explain(problem);
    return false;
  }

  toggleInstructions(): void {
    this.sendInstructions = !this.sendInstructions;
    this.#parts.changed();
  }

  cancel(): void {
    this.#left += 1;
    this.preview = null;
    this.problem = null;
    this.#parts.changed();
  }

  /** Says why the import was not started; a changed plan is shown at once, to be confirmed as it is now. */
  async #explain(problem: ApiProblem): Promise<void> {
    const left = this.#left;
    if (problem.code === 'plan_changed') {
      this.earlier = this.preview;
      await this.#fetchPreview();
    }
    if (left !== this.#left) return;
    this.problem ??= problem;
    this.#announceProblem();
    this.#parts.changed();
  }

  async #fetchPreview(): Promise<void> {
    const left = this.#left;
    this.isPreparing = true;
    this.#parts.changed();
    try {
      const preview = await this.#parts.api().previewImport(this.#selection);
      if (left === this.#left) this.preview = preview;
    } catch (error) {
      if (left === this.#left) this.problem = problemOf(error);
    }
    this.isPreparing = false;
    this.#parts.changed();
  }

  #announceProblem(): void {
    if (this.problem !== null) this.#parts.announce(problemSentence(this.problem));
  }
}
