import type { ContactId, DatabaseId, RunId, TenantId } from '../../core/domain/ids.ts';
import { reasonOf } from '../../core/domain/reason.ts';
import {
  addTallies,
  EMPTY_TALLY,
  ENDED_STATES,
  type Outcome,
  type Run,
  type RunKind,
  type RunProblem,
  tallyOf,
} from '../../core/domain/run.ts';
import type { AccountScope, BookScope } from '../../core/domain/scope.ts';
import type { CancelSignal } from '../../core/ports/cancel-signal.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { ContactBook, SelectedEntry } from '../../core/ports/contact-book.ts';
import { IdempotencyKeyReused, RunEnded, RunLost, RunNotFound } from '../../core/ports/errors.ts';
import type { Ids } from '../../core/ports/ids.ts';
import type {
  ClaimedRun,
  ImportRequest,
  ItemOutcome,
  OpenItem,
  RunItemPage,
  RunRequest,
  RunStore,
} from '../../core/ports/run-store.ts';
import { readMemoryCursor, writeMemoryCursor } from './memory-cursor.ts';

interface Item extends SelectedEntry {
  ended: ItemOutcome | null;
}

interface StoredRun {
  run: Run;
  readonly databaseId: DatabaseId | null;
  readonly accounts: AccountScope;
  readonly sendInstructions: boolean;
  readonly items: readonly Item[];
  lease: { readonly name: string; readonly until: number } | null;
  isCancelRequested: boolean;
}

interface MemoryRunStoreParts {
  readonly contactBook: ContactBook;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Runs and their items in memory. */
export class MemoryRunStore implements RunStore {
  readonly #parts: MemoryRunStoreParts;
  readonly #runs: StoredRun[] = [];
  readonly #keys = new Map<string, { readonly fingerprint: string; readonly stored: StoredRun }>();
  readonly #followers = new Set<() => void>();
  #leases = 0;

  constructor(parts: MemoryRunStoreParts) {
    this.#parts = parts;
  }

  async createRefresh(tenantId: TenantId, request: RunRequest): Promise<Run> {
    const present = this.#runs.find(({ run }) => run.kind === 'refresh' && isOf(run, tenantId) && isUnfinished(run));
    const stored = this.#keyed(tenantId, request) ?? present ?? this.#add(tenantId, 'refresh', { request, items: [] });
    this.#remember(tenantId, request, stored);
    return stored.run;
  }

  async createImport(scope: BookScope, request: ImportRequest): Promise<Run> {
    const earlier = this.#keyed(scope.tenantId, request);
    if (earlier) return earlier.run;
    const items: Item[] = [];
    for await (const selected of this.#parts.contactBook.selectedBatches(scope, request.selection)) {
      items.push(...selected.map((entry) => ({ ...entry, ended: null })));
    }
    const stored = this.#add(scope.tenantId, 'import', { request, items, scope });
    this.#remember(scope.tenantId, request, stored);
    return stored.run;
  }

  async findByKey(tenantId: TenantId, request: RunRequest): Promise<Run | null> {
    return this.#keyed(tenantId, request)?.run ?? null;
  }

  async find(tenantId: TenantId, id: RunId): Promise<Run | null> {
    return this.#stored(tenantId, id)?.run ?? null;
  }

  async recent(tenantId: TenantId, limit: number): Promise<readonly Run[]> {
    const own = this.#runs.map(({ run }) => run).filter((run) => isOf(run, tenantId));
    return own.toReversed().slice(0, limit);
  }

  async *changes(tenantId: TenantId, id: RunId, signal: CancelSignal): AsyncGenerator<Run> {
    let last: Run | undefined;
    while (!signal.aborted) {
      const run = this.#stored(tenantId, id)?.run;
      if (run === undefined) return;
      if (run !== last) yield run;
      last = run;
      if (ENDED_STATES.includes(run.state)) return;
      if (run === this.#stored(tenantId, id)?.run) await this.#nextChange(signal);
    }
  }

  async items(
    tenantId: TenantId,
    id: RunId,
    { outcome, after, limit }: { readonly outcome?: Outcome; readonly after?: string; readonly limit: number },
  ): Promise<RunItemPage> {
    const start = after === undefined ? 0 : Number(readMemoryCursor(after, 'items', 2)[1]);
    const rows = (this.#stored(tenantId, id)?.items ?? [])
      .map((item, index) => ({ item, position: index + 1 }))
      .filter(({ item, position }) => position > start && (outcome === undefined || item.ended?.outcome === outcome));
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      items: page.map(({ item: { entry, ended } }) => ({
        contactId: entry.contact.id,
        outcome: ended?.outcome ?? null,
        reason: ended?.code ? reasonOf(ended.code, ended.quote) : null,
      })),
      next: last ? writeMemoryCursor(['items', String(last.position)]) : null,
    };
  }

  async claim({ leaseMs }: { readonly leaseMs: number }): Promise<ClaimedRun | null> {
    const free = this.#runs.find(
      (stored) => isUnfinished(stored.run) && !this.#isHeld(stored) && !this.#isBusy(stored),
    );
    if (free === undefined) return null;
    this.#leases += 1;
    const name = `lease-${this.#leases}`;
    free.lease = { name, until: this.#now() + leaseMs };
    this.#change(free, { state: 'running' });
    const { run, databaseId, accounts, sendInstructions } = free;
    return { run, databaseId, accounts, sendInstructions, lease: name };
  }

  async renew(
    claimed: ClaimedRun,
    { leaseMs }: { readonly leaseMs: number },
  ): Promise<{ readonly isCancelRequested: boolean }> {
    const stored = this.#held(claimed);
    stored.lease = { name: claimed.lease, until: this.#now() + leaseMs };
    return { isCancelRequested: stored.isCancelRequested };
  }

  async release(claimed: ClaimedRun): Promise<void> {
    const stored = this.#held(claimed);
    stored.lease = null;
    this.#change(stored, { state: 'queued' });
  }

  async openItems(claimed: ClaimedRun, limit: number): Promise<readonly OpenItem[]> {
    const { items } = this.#stored(claimed.run.tenantId, claimed.run.id) ?? { items: [] };
    const open = items
      .map((item, index) => ({ ...item, position: index + 1 }))
      .filter(({ ended }) => ended === null)
      .slice(0, limit);
    const present = await this.#present(
      claimed,
      open.map(({ entry }) => entry.contact.id),
    );
    return open.map(({ entry, rivals, position }) => {
      const now = present.get(entry.contact.id);
      const contact = now === undefined ? { ...entry.contact, isGone: true } : entry.contact;
      const { link = null, attempt = null } = now ?? {};
      return { position, rivals, entry: { ...entry, contact, link, attempt } };
    });
  }

  async recordOutcomes(claimed: ClaimedRun, outcomes: readonly ItemOutcome[]): Promise<void> {
    const stored = this.#held(claimed);
    const given: Outcome[] = [];
    for (const ended of outcomes) {
      const item = stored.items.find(({ entry }) => entry.contact.id === ended.contactId);
      if (item?.ended !== null) continue;
      item.ended = ended;
      given.push(ended.outcome);
    }
    const { tally, done } = stored.run;
    this.#change(stored, { tally: addTallies(tally, tallyOf(given)), done: done + given.length });
  }

  async progress(claimed: ClaimedRun, numbers: { readonly total: number; readonly done: number }): Promise<void> {
    this.#change(this.#held(claimed), numbers);
  }

  async finish(
    claimed: ClaimedRun,
    { state, problem }: { readonly state: 'done' | 'failed' | 'cancelled'; readonly problem?: RunProblem },
  ): Promise<void> {
    this.#end(this.#held(claimed), state, problem ?? null);
  }

  async cancel(tenantId: TenantId, id: RunId): Promise<void> {
    const stored = this.#stored(tenantId, id);
    if (stored === undefined) throw new RunNotFound(`There is no run ${id}.`);
    if (ENDED_STATES.includes(stored.run.state)) throw new RunEnded('The run has ended already.');
    if (this.#isHeld(stored)) stored.isCancelRequested = true;
    else this.#end(stored, 'cancelled', null);
  }

  #add(
    tenantId: TenantId,
    kind: RunKind,
    given: {
      readonly request: RunRequest | ImportRequest;
      readonly items: readonly Item[];
      readonly scope?: BookScope;
    },
  ): StoredRun {
    const { request, items, scope } = given;
    const stored: StoredRun = {
      run: {
        id: this.#parts.ids.runId(),
        tenantId,
        kind,
        state: 'queued',
        total: items.length,
        done: 0,
        tally: EMPTY_TALLY,
        problem: null,
        createdAt: this.#parts.clock.now().toISOString(),
        finishedAt: null,
      },
      databaseId: scope?.databaseId ?? null,
      accounts: scope?.accounts ?? 'all',
      sendInstructions: 'sendInstructions' in request && request.sendInstructions,
      items,
      lease: null,
      isCancelRequested: false,
    };
    this.#runs.push(stored);
    return stored;
  }

  #keyed(tenantId: TenantId, { idempotencyKey, fingerprint }: RunRequest): StoredRun | undefined {
    const known = this.#keys.get(JSON.stringify([tenantId, idempotencyKey]));
    if (known === undefined || known.fingerprint === fingerprint) return known?.stored;
    throw new IdempotencyKeyReused('The Idempotency-Key came before with another body; use a new one.');
  }

  #remember(tenantId: TenantId, { idempotencyKey, fingerprint }: RunRequest, stored: StoredRun): void {
    if (idempotencyKey !== null) this.#keys.set(JSON.stringify([tenantId, idempotencyKey]), { fingerprint, stored });
  }

  #stored(tenantId: TenantId, id: RunId): StoredRun | undefined {
    return this.#runs.find(({ run }) => isOf(run, tenantId) && run.id === id);
  }

  #held({ run, lease }: ClaimedRun): StoredRun {
    const stored = this.#stored(run.tenantId, run.id);
    if (stored?.lease?.name === lease) return stored;
    throw new RunLost('Another worker has taken the run over, or it has ended.');
  }

  #isHeld({ lease }: StoredRun): boolean {
    return lease !== null && lease.until >= this.#now();
  }

  /** Another run of the provider and kind has a lease, live or not. */
  #isBusy({ run }: StoredRun): boolean {
    return this.#runs.some(
      (other) =>
        other.run.id !== run.id && isOf(other.run, run.tenantId) && other.run.kind === run.kind && other.lease !== null,
    );
  }

  async #present(claimed: ClaimedRun, ids: readonly ContactId[]) {
    const { databaseId, run } = claimed;
    if (databaseId === null) return new Map<ContactId, SelectedEntry['entry']>();
    const rows = await this.#parts.contactBook.withIds({ tenantId: run.tenantId, databaseId }, ids);
    return new Map(rows.map(({ entry }) => [entry.contact.id, entry]));
  }

  #end(stored: StoredRun, state: 'done' | 'failed' | 'cancelled', problem: RunProblem | null): void {
    stored.lease = null;
    const open = stored.items.filter(({ ended }) => ended === null);
    for (const item of open) {
      item.ended = { contactId: item.entry.contact.id, outcome: 'not_attempted', code: 'not_attempted', quote: null };
    }
    const tally = addTallies(stored.run.tally, { ...EMPTY_TALLY, not_attempted: open.length });
    this.#change(stored, { state, problem, tally, finishedAt: this.#parts.clock.now().toISOString() });
  }

  #change(stored: StoredRun, change: Partial<Run>): void {
    stored.run = { ...stored.run, ...change };
    for (const wake of this.#followers) wake();
  }

  #nextChange(signal: CancelSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#followers.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#followers.add(wake);
      signal.addEventListener('abort', wake, { once: true });
    });
  }

  #now(): number {
    return this.#parts.clock.now().getTime();
  }
}

function isOf(run: Run, tenantId: TenantId): boolean {
  return run.tenantId === tenantId;
}

function isUnfinished({ state }: Run): boolean {
  return state === 'queued' || state === 'running';
}
