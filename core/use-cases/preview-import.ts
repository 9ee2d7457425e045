import { type ImportPreview, ImportSummary } from '../domain/import-preview.ts';
import type { BookScope } from '../domain/scope.ts';
import type { Selection } from '../domain/selection.ts';
import { type PlanningPorts, planSelection } from './plan-selection.ts';

/** What an import would do, and what can be asked for with it. */
export interface PreviewedImport extends ImportPreview {
  /** Whether new users can be mailed their instructions. */
  readonly mailsInstructions: boolean;
}

/** Says what an import would do, from the same planner; writes nothing. */
export class PreviewImport {
  readonly #ports: PlanningPorts;

  constructor(ports: PlanningPorts) {
    this.#ports = ports;
  }

  async run(scope: BookScope, selection: Selection): Promise<PreviewedImport> {
    const summary = new ImportSummary();
    for await (const { planned, catalog } of planSelection(this.#ports, scope, selection)) {
      for (const { plan } of planned) summary.add(plan, catalog);
    }
    return { ...summary.preview(), mailsInstructions: this.#ports.users.mailsInstructions ?? false };
  }
}
