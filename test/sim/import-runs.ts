import { MemoryRunStore } from '../../adapters/memory/memory-run-store.ts';
import type { BookEntry } from '../../core/domain/email-group.ts';
import type { ContactId, RunId, TenantId } from '../../core/domain/ids.ts';
import type { Run } from '../../core/domain/run.ts';
import type { BookScope } from '../../core/domain/scope.ts';
import type { Selection } from '../../core/domain/selection.ts';
import type { ContactBook, ImportRecord } from '../../core/ports/contact-book.ts';
import type { Ids } from '../../core/ports/ids.ts';
import type { ClaimedRun, ImportRequest, ItemOutcome, OpenItem } from '../../core/ports/run-store.ts';
import type { ImportHistory } from './import-history.ts';
import type { ImportRecordOfRun, KnownOutcome, Previewed } from './import-record.ts';
import type { ImportSchedule } from './import-schedule.ts';

interface ImportRunsParts {
  readonly contactBook: ContactBook;
  readonly clock: ImportSchedule;
  readonly ids: Ids;
  readonly history: ImportHistory;
  /** How many items are worked on at a time. */
  readonly chunk: number;
}

/** The runs in memory, watched: what an import was asked for, and what was written down of it when. */
export class ImportRuns extends MemoryRunStore {
  readonly records = new Map<RunId, ImportRecordOfRun>();
  /** What people have looked at before they confirmed it, by the fingerprint of the request. */
  readonly previewed = new Map<string, Previewed>();
  /** When workers last read users, by their leases. */
  readonly readAt = new Map<string, KnownOutcome['read']>();
  readonly #watched: ImportRunsParts;

  constructor(parts: ImportRunsParts) {
    super(parts);
    this.#watched = parts;
  }

  override async createImport(scope: BookScope, request: ImportRequest): Promise<Run> {
    const run = await super.createImport(scope, request);
    if (this.records.has(run.id)) return run;
    const { id } = run;
    this.records.set(id, {
      id,
      scope,
      previewed: this.previewed.get(request.fingerprint) ?? null,
      seen: new Map(request.seen.map(({ contactId, image }) => [contactId, image])),
      createdAt: this.#watched.history.moment,
      frozen: await this.selected(scope, request.selection),
      outcomes: new Map(),
      commands: [],
    });
    return run;
  }

  async selected(scope: BookScope, selection: Selection): Promise<ReadonlyMap<ContactId, BookEntry>> {
    const entries = new Map<ContactId, BookEntry>();
    for await (const batch of this.#watched.contactBook.selectedBatches(scope, selection)) {
      for (const { entry } of batch) entries.set(entry.contact.id, entry);
    }
    return entries;
  }

  override openItems(claimed: ClaimedRun, limit: number, after?: number): Promise<readonly OpenItem[]> {
    return super.openItems(claimed, Math.min(limit, this.#watched.chunk), after);
  }

  override async recordOutcomes(
    claimed: ClaimedRun,
    outcomes: readonly ItemOutcome[],
    records?: readonly ImportRecord[],
  ): Promise<readonly ContactId[]> {
    const unkept = await super.recordOutcomes(claimed, outcomes, records);
    await this.#note(claimed.run.tenantId, claimed.run.id, this.readAt.get(claimed.lease));
    return unkept;
  }

  override async finish(claimed: ClaimedRun, end: Parameters<MemoryRunStore['finish']>[1]): Promise<void> {
    await super.finish(claimed, end);
    await this.#note(claimed.run.tenantId, claimed.run.id);
  }

  override async cancel(tenantId: TenantId, id: RunId): Promise<void> {
    await super.cancel(tenantId, id);
    await this.#note(tenantId, id);
  }

  async #note(tenantId: TenantId, id: RunId, read?: KnownOutcome['read']): Promise<void> {
    const { moment } = this.#watched.history;
    const known = this.records.get(id)?.outcomes;
    const { items } = await this.items(tenantId, id, { limit: 500 });
    for (const item of items) {
      if (item.outcome === null || known === undefined || known.has(item.contactId)) continue;
      known.set(item.contactId, { item, moment, read: read ?? [moment, moment] });
    }
  }
}
