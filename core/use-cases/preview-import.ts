import type { Catalog } from '../domain/catalog.ts';
import { planImport } from '../domain/import-plan.ts';
import { type ImportPreview, ImportSummary } from '../domain/import-preview.ts';
import type { BookScope } from '../domain/scope.ts';
import type { Selection } from '../domain/selection.ts';
import type { SelectedEntry } from '../ports/contact-book.ts';
import {
  type Derivations,
  type DerivingPorts,
  deriveEntries,
  loadCatalog,
  usersOf,
  withGroupEntries,
} from './derive-rows.ts';

/** Says what an import would do, from the same planner; writes nothing. */
export class PreviewImport {
  readonly #ports: DerivingPorts;

  constructor(ports: DerivingPorts) {
    this.#ports = ports;
  }

  async run(scope: BookScope, selection: Selection): Promise<ImportPreview> {
    const catalog = await loadCatalog(this.#ports, scope.tenantId);
    const summary = new ImportSummary();
    for await (const selected of this.#ports.contactBook.selectedBatches(scope, selection)) {
      const derivations = await this.#derive(scope, selected, catalog);
      for (const { entry, rivals } of selected) {
        const derivation = derivations.get(entry.contact.id);
        if (derivation) summary.add(planImport(derivation, { catalog, accounts: scope.accounts, rivals }), catalog);
      }
    }
    return summary.preview();
  }

  async #derive(scope: BookScope, selected: readonly SelectedEntry[], catalog: Catalog): Promise<Derivations> {
    const entries = await withGroupEntries(
      this.#ports,
      scope,
      selected.map(({ entry }) => entry),
    );
    return deriveEntries(entries, await usersOf(this.#ports, scope, entries), catalog);
  }
}
