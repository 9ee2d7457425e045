import { type Brakes, importBrake } from '../domain/brake.ts';
import { type ImportPreview, ImportSummary, planChange } from '../domain/import-preview.ts';
import type { Run, RunProblem } from '../domain/run.ts';
import { userImage } from '../domain/same-user.ts';
import type { BookScope } from '../domain/scope.ts';
import type { Selection } from '../domain/selection.ts';
import type { ActivityLog } from '../ports/activity-log.ts';
import { isPluginError, PlanChanged } from '../ports/errors.ts';
import type { JobQueue } from '../ports/job-queue.ts';
import type { RunRequest, RunStore, SeenUser } from '../ports/run-store.ts';
import { type PlanningPorts, planSelection } from './plan-selection.ts';

interface StartImportPorts extends PlanningPorts {
  readonly runs: RunStore;
  readonly jobs: JobQueue;
  readonly activityLog: ActivityLog;
  readonly brakes: Brakes;
}

/** How often an import is planned whose contacts change meanwhile. */
const TRIES = 5;

/** What is asked for: which contacts, and whether Managed Backup mails new users their instructions. */
export interface ImportOrder extends RunRequest {
  readonly selection: Selection;
  readonly sendInstructions: boolean;
}

/**
 * How sure the one who asks is.
 *
 * - a fingerprint: of the preview that was confirmed; another plan is refused.
 * - known: the rows were confirmed before, and failed.
 * - unseen: nobody has looked, so that the brake does.
 */
export type Confirmation = { readonly fingerprint: string } | 'known' | 'unseen';

/** Freezes a selection, with the users that there are, into an import and lets a worker know. */
export class StartImport {
  readonly #ports: StartImportPorts;

  constructor(ports: StartImportPorts) {
    this.#ports = ports;
  }

  async run(scope: BookScope, order: ImportOrder, confirmation: Confirmation): Promise<Run> {
    const { runs, jobs, activityLog, clock } = this.#ports;
    const earlier = await runs.findByKey(scope.tenantId, order);
    if (earlier !== null) return earlier;
    const run = await this.#write(scope, order, confirmation);
    jobs.wake();
    await activityLog.record(scope.tenantId, {
      at: clock.now().toISOString(),
      by: order.requestedBy,
      action: 'import_started',
      subject: run.id,
    });
    return run;
  }

  /** Plans again what has changed while it was planned, so that what is written down is what was planned. */
  async #write(scope: BookScope, order: ImportOrder, confirmation: Confirmation): Promise<Run> {
    for (let tried = 1; ; tried += 1) {
      const { preview, ...plan } = await this.#plan(scope, order.selection);
      if (typeof confirmation === 'object') refuseOtherPlan(preview, confirmation.fingerprint);
      const hold = confirmation === 'unseen' ? await this.#brake(scope, preview) : null;
      try {
        return await this.#ports.runs.createImport(scope, { ...order, ...plan, hold });
      } catch (error) {
        if (!isPluginError(error) || error.code !== 'plan_changed' || tried === TRIES) throw error;
      }
    }
  }

  async #plan(scope: BookScope, selection: Selection) {
    const summary = new ImportSummary();
    const seen: SeenUser[] = [];
    const planned = { contacts: 0, revisions: 0 };
    for await (const batch of planSelection(this.#ports, scope, selection)) {
      for (const { plan, user, revision } of batch.planned) {
        summary.add(plan, batch.catalog);
        planned.contacts += 1;
        planned.revisions += revision;
        if (user !== null) seen.push({ contactId: plan.entry.contact.id, image: userImage(user) });
      }
    }
    return { preview: summary.preview(), seen, planned };
  }

  async #brake(scope: BookScope, { update }: ImportPreview): Promise<RunProblem | null> {
    const { contactBook, brakes } = this.#ports;
    return importBrake({ updates: update, linked: await contactBook.linked(scope) }, brakes);
  }
}

function refuseOtherPlan(preview: ImportPreview, fingerprint: string): void {
  if (preview.fingerprint !== fingerprint) throw new PlanChanged(planChange(fingerprint, preview));
}
