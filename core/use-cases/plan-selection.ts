import type { Catalog } from '../domain/catalog.ts';
import { type PlannedImport, planImport } from '../domain/import-plan.ts';
import type { ManagedUser } from '../domain/managed-user.ts';
import type { BookScope } from '../domain/scope.ts';
import type { Selection } from '../domain/selection.ts';
import type { Clock } from '../ports/clock.ts';
import { type DerivingPorts, deriveEntries, loadCatalog, usersOf, withGroupEntries } from './derive-rows.ts';

/** A plan, and the user that there is for the contact now, if there is one. */
interface PlannedContact {
  readonly plan: PlannedImport;
  readonly user: ManagedUser | null;
  readonly revision: number;
}

/** Part of a selection's plans, with what can be assigned. */
export interface PlannedBatch {
  readonly planned: readonly PlannedContact[];
  readonly catalog: Catalog;
}

export interface PlanningPorts extends DerivingPorts {
  readonly clock: Clock;
}

/** Plans a selection batch by batch, from the users and the catalog of this moment. */
export async function* planSelection(
  ports: PlanningPorts,
  scope: BookScope,
  selection: Selection,
): AsyncGenerator<PlannedBatch, void, undefined> {
  const notBefore = ports.clock.now();
  const catalog = await loadCatalog(ports, scope.tenantId);
  for await (const selected of ports.contactBook.selectedBatches(scope, selection)) {
    const entries = await withGroupEntries(
      ports,
      scope,
      selected.map(({ entry }) => entry),
    );
    const derivations = deriveEntries(entries, await usersOf(ports, scope, entries, { notBefore }), catalog);
    const planned = selected.flatMap(({ entry, rivals, revision }) => {
      const derivation = derivations.get(entry.contact.id);
      if (derivation === undefined) return [];
      const plan = planImport(derivation, { catalog, accounts: scope.accounts, rivals });
      return [{ plan, user: derivation.candidate, revision }];
    });
    yield { planned, catalog };
  }
}
