import type { RunId } from '../domain/ids.ts';
import type { Outcome, RunItem } from '../domain/run.ts';
import type { RunStore } from '../ports/run-store.ts';
import { eachPage } from './each-page.ts';
import type { FindRun, RunScope } from './find-run.ts';

interface ExportRunItemsPorts {
  readonly findRun: FindRun;
  readonly runs: RunStore;
}

const ITEMS_PER_PAGE = 500;

/** Reads what became of each contact of a run that the principal may see, page by page. */
export class ExportRunItems {
  readonly #ports: ExportRunItemsPorts;

  constructor(ports: ExportRunItemsPorts) {
    this.#ports = ports;
  }

  /** @throws `run_not_found` */
  async *run(
    scope: RunScope,
    id: RunId,
    request: { readonly outcome?: Outcome },
  ): AsyncGenerator<readonly RunItem[], void, undefined> {
    const { findRun, runs } = this.#ports;
    const { tenantId } = await findRun.run(scope, id);
    const pages = eachPage((start) => runs.items(tenantId, id, { ...request, ...start, limit: ITEMS_PER_PAGE }));
    for await (const { items } of pages) yield items;
  }
}
