import type { RunId, TenantId } from '../domain/ids.ts';
import type { Run } from '../domain/run.ts';
import type { ActivityLog } from '../ports/activity-log.ts';
import type { Clock } from '../ports/clock.ts';
import { RunNotFound } from '../ports/errors.ts';
import type { RunStore } from '../ports/run-store.ts';

interface CancelRunPorts {
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

  async run(tenantId: TenantId, id: RunId, by: string): Promise<Run> {
    const { runs, activityLog, clock } = this.#ports;
    await runs.cancel(tenantId, id);
    await activityLog.record(tenantId, { at: clock.now().toISOString(), by, action: 'run_cancelled', subject: id });
    const run = await runs.find(tenantId, id);
    if (run === null) throw new RunNotFound(`There is no run ${id}.`);
    return run;
  }
}
