import type { Run } from '../domain/run.ts';
import type { BookScope } from '../domain/scope.ts';
import type { ActivityLog } from '../ports/activity-log.ts';
import type { Clock } from '../ports/clock.ts';
import { PlanChanged } from '../ports/errors.ts';
import type { JobQueue } from '../ports/job-queue.ts';
import type { ImportRequest, RunStore } from '../ports/run-store.ts';
import type { PreviewImport } from './preview-import.ts';

interface StartImportPorts {
  readonly previewImport: PreviewImport;
  readonly runs: RunStore;
  readonly jobs: JobQueue;
  readonly activityLog: ActivityLog;
  readonly clock: Clock;
}

/** Freezes a selection into an import and lets a worker know. */
export class StartImport {
  readonly #ports: StartImportPorts;

  constructor(ports: StartImportPorts) {
    this.#ports = ports;
  }

  async run(
    scope: BookScope,
    request: ImportRequest,
    confirmed: { readonly fingerprint: string | null },
  ): Promise<Run> {
    const { runs, jobs, activityLog, clock } = this.#ports;
    const earlier = await runs.findByKey(scope.tenantId, request);
    if (earlier !== null) return earlier;
    if (confirmed.fingerprint !== null) await this.#refuseOtherPlan(scope, request, confirmed.fingerprint);
    const run = await runs.createImport(scope, request);
    jobs.wake();
    await activityLog.record(scope.tenantId, {
      at: clock.now().toISOString(),
      by: request.requestedBy,
      action: 'import_started',
      subject: run.id,
    });
    return run;
  }

  async #refuseOtherPlan(scope: BookScope, { selection }: ImportRequest, fingerprint: string): Promise<void> {
    const preview = await this.#ports.previewImport.run(scope, selection);
    if (preview.fingerprint === fingerprint) return;
    throw new PlanChanged('What the import would do has changed since the preview. Look at the preview again.');
  }
}
