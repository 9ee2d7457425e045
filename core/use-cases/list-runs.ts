import { isRunInScope, type Run, type RunKind } from '../domain/run.ts';
import type { RunStore } from '../ports/run-store.ts';
import type { RunScope } from './find-run.ts';

const LOOKED_AT = 500; // Of more runs than that nobody asks which are in scope, or of a kind.

interface ListRunsRequest {
  readonly limit: number;
  readonly kind?: RunKind;
}

/** Lists the latest runs that the principal may see, newest first. */
export class ListRuns {
  readonly #runs: RunStore;

  constructor({ runs }: { readonly runs: RunStore }) {
    this.#runs = runs;
  }

  async run({ tenantId, accounts }: RunScope, { limit, kind }: ListRunsRequest): Promise<readonly Run[]> {
    const isEveryWanted = accounts === 'all' && kind === undefined;
    const recent = await this.#runs.recent(tenantId, isEveryWanted ? limit : LOOKED_AT);
    const ofKind = recent.filter((run) => kind === undefined || run.kind === kind);
    return ofKind.filter((run) => isRunInScope(run, accounts)).slice(0, limit);
  }
}
