import { type ImportPreview, ImportSummary } from '../domain/import-preview.ts';
import type { BookScope } from '../domain/scope.ts';
import type { Selection } from '../domain/selection.ts';
import { type PlanningPorts, planSelection } from './plan-selection.ts';

/** Says what an import would do, from the same planner; writes nothing. */
export class PreviewImport {
  readonly #ports: PlanningPorts;

  constructor(ports: PlanningPorts) {
    this.#ports = ports;
  }

  async run(scope: BookScope, selection: Selection): Promise<ImportPreview> {
    const summary = new ImportSummary();
    for await (const { planned, catalog } of planSelection(this.#ports, scope, selection)) {
      for (const { plan } of planned) summary.add(plan, catalog);
    }
    return summary.preview();
  }
}
