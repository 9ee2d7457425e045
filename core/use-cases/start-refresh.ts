import type { TenantId } from '../domain/ids.ts';
import type { Run } from '../domain/run.ts';
import type { ActivityLog } from '../ports/activity-log.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConnectionStore } from '../ports/connection-store.ts';
import { NotConnected } from '../ports/errors.ts';
import type { JobQueue } from '../ports/job-queue.ts';
import type { RefreshRequest, RunStore } from '../ports/run-store.ts';

interface StartRefreshPorts {
  readonly connections: ConnectionStore;
  readonly runs: RunStore;
  readonly jobs: JobQueue;
  readonly activityLog: ActivityLog;
  readonly clock: Clock;
}

/** Writes a refresh down and lets a worker know; while one is under way, that one is the answer. */
export class StartRefresh {
  readonly #ports: StartRefreshPorts;

  constructor(ports: StartRefreshPorts) {
    this.#ports = ports;
  }

  async run(tenantId: TenantId, request: RefreshRequest): Promise<Run> {
    const { connections, runs, jobs, activityLog, clock } = this.#ports;
    const earlier = await runs.findByKey(tenantId, request);
    if (earlier !== null) return earlier;
    const stored = await connections.find(tenantId);
    if (!stored?.sealedCredentials) {
      throw new NotConnected('Save UserName and Password first; without them there is nothing to get.');
    }
    const run = await runs.createRefresh(tenantId, request);
    jobs.wake();
    await activityLog.record(tenantId, {
      at: clock.now().toISOString(),
      by: request.requestedBy,
      action: 'refresh_started',
      subject: run.id,
    });
    return run;
  }
}
