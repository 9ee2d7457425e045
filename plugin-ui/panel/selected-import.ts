import type { RunView } from '../../core/contract/index.ts';
import type { PluginApi } from '../api/plugin-api.ts';
import { type ContactSelection, selectionBody } from '../contacts/contact-selection.ts';
import type { SelectionDesk } from '../contacts/selection-desk.ts';
import type { ImportDesk } from '../runs/import-desk.ts';
import { remainingSelection } from '../runs/remaining-selection.ts';

interface SelectedImportParts {
  readonly api: () => PluginApi;
  readonly imports: ImportDesk;
  readonly selecting: SelectionDesk;
}

/** The import of what is selected: what an import takes of the selection, and what it leaves selected. */
export class SelectedImport {
  readonly #parts: SelectedImportParts;

  constructor(parts: SelectedImportParts) {
    this.#parts = parts;
  }

  async prepare(): Promise<void> {
    const { imports, selecting } = this.#parts;
    await imports.flow.prepare(selectionBody(selecting.selection));
  }

  async confirm(): Promise<void> {
    const { imports, selecting } = this.#parts;
    await this.#begin(selecting.selection, () => imports.confirm());
  }

  async retryFailed(): Promise<void> {
    const { imports, selecting } = this.#parts;
    const { result } = imports;
    // Contacts that were not attempted are not retried, and stay selected.
    const isAll = selecting.keepsFailed && result.run?.notAttempted === 0;
    await this.#begin(isAll ? selecting.selection : null, () => result.retry());
  }

  /** The import has ended. */
  async letGo(run: RunView): Promise<void> {
    await this.#parts.selecting.letGo(remainingSelection(this.#parts.api(), run));
  }

  async #begin(imported: ContactSelection | null, begin: () => Promise<boolean>): Promise<void> {
    const { imports, selecting } = this.#parts;
    if (imports.tracker.isUnderWay) return;
    selecting.imported = imported;
    if (!(await begin())) selecting.imported = null;
  }
}
