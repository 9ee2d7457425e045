import type { ContactId, RunId } from '../domain/ids.ts';
import { ENDED_STATES, type Run } from '../domain/run.ts';
import type { BookScope } from '../domain/scope.ts';
import { NothingToRetry } from '../ports/errors.ts';
import type { RunRequest, RunStore } from '../ports/run-store.ts';
import { eachPage } from './each-page.ts';
import type { FindRun } from './find-run.ts';
import type { StartImport } from './start-import.ts';

interface RetryFailedPorts {
  readonly findRun: FindRun;
  readonly runs: RunStore;
  readonly startImport: StartImport;
}

const ITEMS_PER_PAGE = 500;

/** Imports once more the contacts that an import failed for, with the values and assignments of today. */
export class RetryFailed {
  readonly #ports: RetryFailedPorts;

  constructor(ports: RetryFailedPorts) {
    this.#ports = ports;
  }

  async run(scope: BookScope, id: RunId, request: RunRequest): Promise<Run> {
    const { findRun, startImport } = this.#ports;
    const { kind, state } = await findRun.run(scope, id);
    if (kind !== 'import') throw new NothingToRetry('Only an import can be retried.');
    if (!ENDED_STATES.includes(state)) throw new NothingToRetry('The import has not ended yet.');
    const ids = await this.#failed(scope, id);
    if (ids.length === 0) throw new NothingToRetry('The import has failed for no contact.');
    return startImport.run(scope, { ...request, selection: { ids }, sendInstructions: false }, 'known');
  }

  async #failed(scope: BookScope, id: RunId): Promise<readonly ContactId[]> {
    const { runs } = this.#ports;
    const ids: ContactId[] = [];
    const request = { outcome: 'failed', limit: ITEMS_PER_PAGE } as const;
    const pages = eachPage((start) => runs.items(scope.tenantId, id, { ...request, ...start }));
    for await (const { items } of pages) ids.push(...items.map(({ contactId }) => contactId));
    return ids;
  }
}
