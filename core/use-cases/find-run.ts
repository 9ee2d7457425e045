import type { RunId, TenantId } from '../domain/ids.ts';
import { isRunInScope, type Run } from '../domain/run.ts';
import type { AccountScope } from '../domain/scope.ts';
import { RunNotFound } from '../ports/errors.ts';
import type { RunStore } from '../ports/run-store.ts';

/** Who asks for runs. */
export interface RunScope {
  readonly tenantId: TenantId;
  readonly accounts: AccountScope;
}

/** Finds a run that the principal may see. */
export class FindRun {
  readonly #runs: RunStore;

  constructor({ runs }: { readonly runs: RunStore }) {
    this.#runs = runs;
  }

  /** @throws `run_not_found` */
  async run({ tenantId, accounts }: RunScope, id: RunId): Promise<Run> {
    const run = await this.#runs.find(tenantId, id);
    if (run !== null && isRunInScope(run, accounts)) return run;
    throw new RunNotFound(`There is no run ${id}.`);
  }
}
