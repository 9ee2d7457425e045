import type { RunView } from '../../core/contract/index.ts';
import type { PluginApi } from '../api/plugin-api.ts';
import { isAtRest } from '../api/run-events.ts';
import { HeldRun } from './held-run.ts';
import { ImportFlow } from './import-flow.ts';
import { ImportResult } from './import-result.ts';
import { RunCancellation } from './run-cancellation.ts';
import { RunTracker } from './run-tracker.ts';

interface ImportDeskParts {
  readonly api: () => PluginApi;
  readonly changed: () => void;
  readonly announce: (text: string) => void;
  /** The import goes on, or has come to rest. */
  readonly onRun: (run: RunView, before: RunView | null) => void;
  /** Reads the latest runs again. */
  readonly lookAgain: () => Promise<void>;
}

/** The imports as the page knows them: the next one, the one under way, the one that is held, and the last result. */
export class ImportDesk {
  readonly tracker: RunTracker;
  readonly flow: ImportFlow;
  readonly cancellation: RunCancellation;
  readonly held: HeldRun;
  readonly result: ImportResult;

  readonly #lookAgain: () => Promise<void>;
  #heldRun: RunView | null = null;

  constructor(parts: ImportDeskParts) {
    this.#lookAgain = parts.lookAgain;
    this.tracker = new RunTracker(parts);
    const { tracker } = this;
    this.flow = new ImportFlow({ ...parts, tracker });
    this.cancellation = new RunCancellation({ ...parts, tracker });
    this.result = new ImportResult({ ...parts, tracker });
    this.held = new HeldRun({ ...parts, run: () => this.#heldRun, goOn: (run) => this.#goOn(run) });
  }

  /** Finds the import under way, and the one that waits for a decision, among the latest runs. */
  takeUp(runs: readonly RunView[]): void {
    const imports = runs.filter(({ kind }) => kind === 'import');
    this.#hold(imports.find(({ state }) => state === 'held') ?? null);
    this.tracker.takeUp(imports.find((run) => !isAtRest(run)));
  }

  /** Hands the previewed import over; answers whether a run has begun. */
  confirm(): Promise<boolean> {
    this.result.show(null);
    return this.flow.confirm();
  }

  #hold(run: RunView | null): void {
    // What went wrong with another one says nothing of this one.
    if (run?.id !== this.#heldRun?.id) this.held.problem = null;
    this.#heldRun = run;
  }

  /** While another import is under way, that one is followed to its end first. There may be more that are held. */
  #goOn(run: RunView): void {
    this.#hold(null);
    if (!this.tracker.isUnderWay) this.tracker.goOnWith(run);
    void this.#lookAgain();
  }
}
