import type { CancelSignal } from '../ports/cancel-signal.ts';
import { isPluginError } from '../ports/errors.ts';
import { CancelRequested } from '../ports/job-queue.ts';
import type { Log } from '../ports/log.ts';
import { loggedError } from '../ports/logged-error.ts';
import type { ClaimedRun, RunStore } from '../ports/run-store.ts';
import type { ImportContacts } from './import-contacts.ts';
import type { RefreshContacts } from './refresh-contacts.ts';
import { runProblem } from './run-problem.ts';

interface CarryOutPorts {
  readonly runs: RunStore;
  readonly refreshContacts: RefreshContacts;
  readonly importContacts: ImportContacts;
  readonly log: Log;
}

/** Works on a run that a worker holds and sees to it that it ends, unless the worker has to give it back. */
export class CarryOutRun {
  readonly #ports: CarryOutPorts;

  constructor(ports: CarryOutPorts) {
    this.#ports = ports;
  }

  async run(claimed: ClaimedRun, signal: CancelSignal): Promise<void> {
    const { refreshContacts, importContacts, log } = this.#ports;
    const fields = { runId: claimed.run.id, kind: claimed.run.kind, tenantId: claimed.run.tenantId };
    try {
      await (claimed.run.kind === 'refresh' ? refreshContacts : importContacts).run(claimed, signal);
      log.info(fields, 'run done');
    } catch (error) {
      if (signal.aborted) {
        if (!(signal.reason instanceof CancelRequested)) throw error;
        await this.#end(claimed, { state: 'cancelled' });
        log.info(fields, 'run cancelled');
        return;
      }
      if (isPluginError(error) && error.code === 'run_lost') throw error;
      const problem = runProblem(error);
      const level = problem.code === 'internal' ? 'error' : 'warn';
      log[level]({ ...fields, code: problem.code, err: loggedError(error) }, 'run failed');
      await this.#end(claimed, { state: 'failed', problem });
    }
  }

  async #end(claimed: ClaimedRun, end: Parameters<RunStore['finish']>[1]): Promise<void> {
    const { runs, importContacts } = this.#ports;
    await importContacts.settleBegun(claimed);
    await runs.finish(claimed, end);
  }
}
