import { isRunInScope, type Run } from '../domain/run.ts';
import type { RunStore } from '../ports/run-store.ts';
import type { RunScope } from './find-run.ts';

const LOOKED_AT = 500; // Of more runs than that nobody asks which are in scope.

/** Lists the latest runs that the principal may see, newest first. */
export class ListRuns {
  readonly #runs: RunStore;

  constructor({ runs }: { readonly runs: RunStore }) {
    this.#runs = runs;
  }

  async run({ tenantId, accounts }: RunScope, limit: number): Promise<readonly Run[]> {
    const recent = await this.#runs.recent(tenantId, accounts === 'all' ? limit : LOOKED_AT);
    return recent.filter((run) => isRunInScope(run, accounts)).slice(0, limit);
  }
}
