import type { ContactId, RunId, TenantId } from '../../core/domain/ids.ts';
import { EMPTY_TALLY, ENDED_STATES, type Outcome, type Run, type RunProblem } from '../../core/domain/run.ts';
import type { BookScope } from '../../core/domain/scope.ts';
import type { CancelSignal } from '../../core/ports/cancel-signal.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { ContactBook, ImportRecord } from '../../core/ports/contact-book.ts';
import { RunEnded, RunLost, RunNotFound, RunNotHeld } from '../../core/ports/errors.ts';
import type { Ids } from '../../core/ports/ids.ts';
import type {
  ClaimedRun,
  ImportRequest,
  ItemIntent,
  ItemOutcome,
  OpenItem,
  RefreshRequest,
  RunItemPage,
  RunRequest,
  RunStore,
} from '../../core/ports/run-store.ts';
import { memoryItemPage } from './memory-item-page.ts';
import { MemoryRun, type MemoryRunTask } from './memory-run.ts';
import { MemoryRunFollowers } from './memory-run-followers.ts';
import { freezeItems, openItemsOf } from './memory-run-items.ts';
import { MemoryRunKeys } from './memory-run-keys.ts';

type BegunRun = Pick<Run, 'tenantId' | 'requestedBy' | 'kind' | 'accounts' | 'state' | 'problem'>;

interface MemoryRunStoreParts {
  readonly contactBook: Pick<ContactBook, 'selectedBatches' | 'withIds' | 'withEmails' | 'recordImports'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Runs and their items in memory. */
export class MemoryRunStore implements RunStore {
  readonly #parts: MemoryRunStoreParts;
  /** The oldest first. */
  readonly #runs: MemoryRun[] = [];
  readonly #keys = new MemoryRunKeys();
  readonly #followers = new MemoryRunFollowers();
  #leases = 0;

  constructor(parts: MemoryRunStoreParts) {
    this.#parts = parts;
  }

  async createRefresh(tenantId: TenantId, request: RefreshRequest): Promise<Run> {
    const refreshes = this.#own(tenantId).filter(({ run }) => run.kind === 'refresh');
    return this.#keyed(tenantId, request, () => {
      const present = refreshes.find((stored) => stored.isUnfinished);
      if (present !== undefined) return present;
      for (const stored of refreshes.filter(({ run }) => run.state === 'held')) this.#cancel(stored);
      const task = { databaseId: null, sendInstructions: false, mode: request.mode, items: [] };
      const begun = { tenantId, requestedBy: request.requestedBy, state: 'queued', problem: null } as const;
      return this.#add({ ...begun, kind: 'refresh', accounts: 'all' }, task);
    });
  }

  async createImport(scope: BookScope, request: ImportRequest): Promise<Run> {
    const { tenantId, databaseId, accounts } = scope;
    const items = await freezeItems(this.#parts.contactBook, scope, request);
    const task = { databaseId, sendInstructions: request.sendInstructions, mode: null, items };
    const state = request.hold === null ? 'queued' : 'held';
    const begun = { tenantId, requestedBy: request.requestedBy, state, problem: request.hold } as const;
    return this.#keyed(tenantId, request, () => this.#add({ ...begun, kind: 'import', accounts }, task));
  }

  async findByKey(tenantId: TenantId, request: RunRequest): Promise<Run | null> {
    return this.#keys.find(tenantId, request)?.run ?? null;
  }

  async find(tenantId: TenantId, id: RunId): Promise<Run | null> {
    return this.#stored(tenantId, id)?.run ?? null;
  }

  async recent(tenantId: TenantId, limit: number): Promise<readonly Run[]> {
    const own = this.#own(tenantId).map(({ run }) => run);
    return own.reverse().slice(0, limit);
  }

  async *changes(tenantId: TenantId, id: RunId, signal: CancelSignal): AsyncGenerator<Run> {
    let last: Run | undefined;
    while (!signal.aborted) {
      const run = this.#stored(tenantId, id)?.run;
      if (run === undefined) return;
      if (run !== last) yield run;
      last = run;
      if (ENDED_STATES.includes(run.state)) return;
      if (run === this.#stored(tenantId, id)?.run) await this.#followers.nextChange(signal);
    }
  }

  async items(
    tenantId: TenantId,
    id: RunId,
    request: { readonly outcome?: Outcome; readonly after?: string; readonly limit: number },
  ): Promise<RunItemPage> {
    return memoryItemPage(this.#stored(tenantId, id)?.task.items ?? [], request);
  }

  async claim({ leaseMs }: { readonly leaseMs: number }): Promise<ClaimedRun | null> {
    const now = this.#now();
    const free = this.#runs
      .filter((stored) => stored.isUnfinished && !stored.isHeldAt(now) && !this.#isBlocked(stored))
      .sort((one, other) => one.queuedAt - other.queuedAt)
      .at(0);
    if (free === undefined) return null;
    this.#leases += 1;
    free.lease = { name: `lease-${this.#leases}`, until: now + leaseMs };
    free.change({ state: 'running' });
    const { databaseId, sendInstructions, mode } = free.task;
    const { run, isReleased, lease } = free;
    return { run, databaseId, sendInstructions, mode, isReleased, lease: lease.name };
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
    this.#held(claimed).giveBack(this.#parts.clock.now());
  }

  async openItems(claimed: ClaimedRun, limit: number, after = -1): Promise<readonly OpenItem[]> {
    const open = this.#held(claimed)
      .openItems()
      .filter(({ position }) => position > after);
    return await openItemsOf(this.#parts.contactBook, claimed, open.slice(0, limit));
  }

  async recordIntents(claimed: ClaimedRun, intents: readonly ItemIntent[]): Promise<void> {
    this.#held(claimed).note(intents);
  }

  async recordOutcomes(
    claimed: ClaimedRun,
    outcomes: readonly ItemOutcome[],
    records: readonly ImportRecord[] = [],
  ): Promise<readonly ContactId[]> {
    this.#held(claimed).record(outcomes);
    const { tenantId } = claimed.run;
    if (claimed.databaseId === null) return [];
    return await this.#parts.contactBook.recordImports({ tenantId, databaseId: claimed.databaseId }, records);
  }

  async progress(
    claimed: ClaimedRun,
    { total, done }: { readonly total: number; readonly done: number },
  ): Promise<void> {
    this.#held(claimed).change({ total, done });
  }

  async hold(claimed: ClaimedRun, problem: RunProblem): Promise<void> {
    this.#held(claimed).hold(problem);
  }

  async finish(
    claimed: ClaimedRun,
    { state, problem }: { readonly state: 'done' | 'failed' | 'cancelled'; readonly problem?: RunProblem },
  ): Promise<void> {
    this.#held(claimed).end(state, problem ?? null, this.#parts.clock.now().toISOString());
  }

  async cancel(tenantId: TenantId, id: RunId): Promise<void> {
    const stored = this.#existing(tenantId, id);
    if (ENDED_STATES.includes(stored.run.state)) throw new RunEnded('The run has ended already.');
    if (stored.isHeldAt(this.#now()) || stored.isBegun) stored.isCancelRequested = true;
    else this.#cancel(stored);
  }

  async releaseHeld(tenantId: TenantId, id: RunId): Promise<void> {
    const stored = this.#existing(tenantId, id);
    if (stored.run.state !== 'held') throw new RunNotHeld('The run is not held, so it needs no release.');
    stored.letGoOn(this.#parts.clock.now());
  }

  #cancel(stored: MemoryRun): void {
    stored.end('cancelled', stored.run.problem, this.#parts.clock.now().toISOString());
  }

  #add(begun: BegunRun, task: MemoryRunTask): MemoryRun {
    const run: Run = {
      id: this.#parts.ids.runId(),
      ...begun,
      total: task.items.length,
      done: 0,
      tally: EMPTY_TALLY,
      createdAt: this.#parts.clock.now().toISOString(),
      finishedAt: null,
    };
    const stored = new MemoryRun(run, task, () => this.#followers.wake());
    this.#runs.push(stored);
    return stored;
  }

  /** The run that the request's key stands for, or the one that is made now and that it stands for from now on. */
  #keyed(tenantId: TenantId, request: RunRequest, make: () => MemoryRun): Run {
    const stored = this.#keys.find(tenantId, request) ?? make();
    this.#keys.keep(tenantId, request, stored);
    return stored.run;
  }

  #own(tenantId: TenantId): MemoryRun[] {
    return this.#runs.filter(({ run }) => run.tenantId === tenantId);
  }

  #stored(tenantId: TenantId, id: RunId): MemoryRun | undefined {
    return this.#own(tenantId).find(({ run }) => run.id === id);
  }

  #existing(tenantId: TenantId, id: RunId): MemoryRun {
    const stored = this.#stored(tenantId, id);
    if (stored === undefined) throw new RunNotFound(`There is no run ${id}.`);
    return stored;
  }

  #held({ run, lease }: ClaimedRun): MemoryRun {
    const stored = this.#stored(run.tenantId, run.id);
    if (stored?.lease?.name === lease) return stored;
    throw new RunLost('Another worker has taken the run over, or it has ended.');
  }

  /** Another run of the provider and kind has a lease, live or not, or was written down before. */
  #isBlocked(stored: MemoryRun): boolean {
    const { tenantId, kind } = stored.run;
    const rivals = this.#own(tenantId).filter(({ run, isUnfinished }) => run.kind === kind && isUnfinished);
    const isYounger = stored.lease === null && rivals[0] !== stored;
    return isYounger || rivals.some((other) => other !== stored && other.lease !== null);
  }

  #now(): number {
    return this.#parts.clock.now().getTime();
  }
}
