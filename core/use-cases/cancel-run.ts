import type { RunId } from '../domain/ids.ts';
import type { Run } from '../domain/run.ts';
import type { ActivityLog } from '../ports/activity-log.ts';
import type { Clock } from '../ports/clock.ts';
import type { RunStore } from '../ports/run-store.ts';
import type { FindRun, RunScope } from './find-run.ts';

interface CancelRunPorts {
  readonly findRun: FindRun;
  readonly runs: RunStore;
  readonly activityLog: ActivityLog;
  readonly clock: Clock;
}

/** Asks for the end of a run; what it has done stays, what it has not is not attempted. */
export class CancelRun {
  readonly #ports: CancelRunPorts;

  constructor(ports: CancelRunPorts) {
    this.#ports = ports;
  }

  async run(scope: RunScope, id: RunId, by: string): Promise<Run> {
    const { findRun, runs, activityLog, clock } = this.#ports;
    const { tenantId } = await findRun.run(scope, id);
    await runs.cancel(tenantId, id);
    await activityLog.record(tenantId, { at: clock.now().toISOString(), by, action: 'run_cancelled', subject: id });
    return findRun.run(scope, id);
  }
}
