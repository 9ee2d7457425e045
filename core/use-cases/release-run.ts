import type { RunId } from '../domain/ids.ts';
import type { Run } from '../domain/run.ts';
import type { ActivityLog } from '../ports/activity-log.ts';
import type { Clock } from '../ports/clock.ts';
import type { JobQueue } from '../ports/job-queue.ts';
import type { RunStore } from '../ports/run-store.ts';
import type { FindRun, RunScope } from './find-run.ts';

interface ReleaseRunPorts {
  readonly findRun: FindRun;
  readonly runs: RunStore;
  readonly jobs: JobQueue;
  readonly activityLog: ActivityLog;
  readonly clock: Clock;
}

/** Lets a held run go on; the brake is not asked again. */
export class ReleaseRun {
  readonly #ports: ReleaseRunPorts;

  constructor(ports: ReleaseRunPorts) {
    this.#ports = ports;
  }

  async run(scope: RunScope, id: RunId, by: string): Promise<Run> {
    const { findRun, runs, jobs, activityLog, clock } = this.#ports;
    const { tenantId } = await findRun.run(scope, id);
    await runs.releaseHeld(tenantId, id);
    jobs.wake();
    await activityLog.record(tenantId, { at: clock.now().toISOString(), by, action: 'run_released', subject: id });
    return findRun.run(scope, id);
  }
}
