import { type ApiProblem, problemOf } from '../api/api-problem.ts';
import type { PluginApi } from '../api/plugin-api.ts';
import { isolated } from '../shared/isolated.ts';
import { assignText } from '../text/assign-text.ts';
import { problemSentence } from '../text/problem-text.ts';
import type { AssignmentChange, Assignments } from './assignments.ts';
import type { Catalog } from './catalog.ts';
import type { AssignEvent } from './contact-events.ts';
import { type ContactSelection, countOf, isSelected, selectionBody } from './contact-selection.ts';

interface BulkAssignmentParts {
  readonly api: () => PluginApi;
  readonly assignments: Assignments;
  readonly catalog: Pick<Catalog, 'destinationName' | 'packageName'>;
  readonly selection: () => ContactSelection;
  readonly locale: () => string;
  readonly changed: () => void;
  readonly announce: (text: string) => void;
  /** Reads again what an assignment changes on the page. */
  readonly readAgain: () => Promise<unknown>;
}

interface SavedAssignment {
  readonly change: AssignmentChange;
  readonly updated: number;
  readonly selection: ContactSelection;
}

/** One step for all that are selected: what is chosen for them in the bar, and what became of it. */
export class BulkAssignment {
  choice: AssignmentChange = {};
  isSaving = false;
  /** Why the last one was not saved; goes with the next choice. */
  problem: ApiProblem | null = null;

  readonly #parts: BulkAssignmentParts;
  #saved: SavedAssignment | null = null;
  #inRow: AssignEvent | null = null;

  constructor(parts: BulkAssignmentParts) {
    this.#parts = parts;
  }

  /** What was saved, in words, as long as the same contacts are selected and nothing else is chosen. */
  get saved(): string | null {
    return this.#saved?.selection === this.#parts.selection() ? this.#words(this.#saved) : null;
  }

  /** The last choice in a selected row, which can be given to all that are selected with it. */
  get offer(): AssignEvent | null {
    const selection = this.#parts.selection();
    const inRow = this.#inRow;
    return inRow !== null && countOf(selection) > 1 && isSelected(selection, inRow.item) ? inRow : null;
  }

  choose(change: AssignmentChange): void {
    this.choice = { ...this.choice, ...change };
    this.#forget();
    this.#parts.changed();
  }

  /** A choice was saved in a row. A box that was emptied is not offered to the others. */
  chosenInRow(event: AssignEvent): void {
    this.#forget();
    this.#inRow = event.choice === null ? null : event;
    this.#parts.changed();
  }

  async assign(): Promise<void> {
    await this.#save(chosenOf(this.choice));
  }

  async takeOffer(): Promise<void> {
    if (this.offer !== null) await this.#save(this.offer.change);
  }

  async #save(change: AssignmentChange): Promise<void> {
    if (this.isSaving) return;
    const { api, assignments, selection, changed, announce, readAgain } = this.#parts;
    const selected = selection();
    this.isSaving = true;
    this.problem = null;
    this.#saved = null;
    changed();
    try {
      const body = { selection: selectionBody(selected), ...change };
      const { updated } = await assignments.assignMany(() => api().assign(body));
      this.#forget();
      this.#saved = { change, updated, selection: selected };
      announce(this.#words(this.#saved));
    } catch (error) {
      this.problem = problemOf(error);
      announce(problemSentence(this.problem));
    }
    // A lost answer may have been a yes, so that the rows are read again in either case.
    await readAgain();
    this.isSaving = false;
    changed();
  }

  #forget(): void {
    this.problem = null;
    this.#saved = null;
    this.#inRow = null;
  }

  #words({ change, updated }: SavedAssignment): string {
    return assignText.assigned(this.#namesOf(change), updated, this.#parts.locale());
  }

  #namesOf({ destinationId, packageId }: AssignmentChange): string {
    const { catalog, locale } = this.#parts;
    const names = [
      ...(destinationId ? [isolated(catalog.destinationName(destinationId))] : []),
      ...(packageId ? [isolated(catalog.packageName(packageId))] : []),
    ];
    return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(names);
  }
}

/** An empty box means that nothing is changed, not that the choice is cleared everywhere. */
function chosenOf({ destinationId, packageId }: AssignmentChange): AssignmentChange {
  return { ...(destinationId ? { destinationId } : {}), ...(packageId ? { packageId } : {}) };
}
