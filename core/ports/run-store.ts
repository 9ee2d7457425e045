import type { BookEntry } from '../domain/email-group.ts';
import type { ContactId, DatabaseId, RunId, TenantId } from '../domain/ids.ts';
import type { ReasonCode } from '../domain/reason.ts';
import type { Outcome, RefreshMode, Run, RunItem, RunProblem } from '../domain/run.ts';
import type { BookScope } from '../domain/scope.ts';
import type { Selection } from '../domain/selection.ts';
import type { CancelSignal } from './cancel-signal.ts';

/** Who asks for a run and how a repeated request is known. */
export interface RunRequest {
  readonly requestedBy: string;
  /** The client's `Idempotency-Key`; null when it sent none. */
  readonly idempotencyKey: string | null;
  /** Stands for the body of the request: the same key with another one is refused. */
  readonly fingerprint: string;
}

export interface RefreshRequest extends RunRequest {
  /** Null lets the refresh be incremental when it can be. */
  readonly mode: RefreshMode | null;
}

export interface ImportRequest extends RunRequest {
  readonly selection: Selection;
  readonly sendInstructions: boolean;
}

/** A run that a worker holds, with what it needs to know to work on it. */
export interface ClaimedRun {
  readonly run: Run;
  /** The database whose contacts an import is for; a refresh finds out for itself. */
  readonly databaseId: DatabaseId | null;
  readonly sendInstructions: boolean;
  /** Of a refresh; null when the choice is the worker's, and for an import. */
  readonly mode: RefreshMode | null;
  /** Whether a person has let the run go on after it was held; the brake is not asked again. */
  readonly isReleased: boolean;
  /** The name of the worker's hold on the run; gone when another worker takes over. */
  readonly lease: string;
}

/** An item that has no outcome yet: the contact and the assignment as they were when the run was asked for. */
export interface OpenItem {
  readonly position: number;
  readonly entry: BookEntry;
  readonly rivals: number;
}

export interface ItemOutcome {
  readonly contactId: ContactId;
  readonly outcome: Outcome;
  readonly code: ReasonCode | null;
  /** What the console said, when it refused. */
  readonly quote: string | null;
}

export interface RunItemPage {
  readonly items: readonly RunItem[];
  readonly next: string | null;
}

/**
 * Runs and their items.
 *
 * @remarks
 * Methods of a worker take the {@link ClaimedRun} and throw `run_lost` when its lease is no longer the run's.
 */
export interface RunStore {
  /**
   * Writes a refresh down as queued. While one of the provider is queued or running, that one is answered instead; one
   * that is held is cancelled by the new one.
   *
   * @throws `idempotency_key_reused`
   */
  createRefresh(tenantId: TenantId, request: RefreshRequest): Promise<Run>;

  /**
   * Freezes the selection into the items of a queued import, all in one transaction.
   *
   * @throws `idempotency_key_reused`
   */
  createImport(scope: BookScope, request: ImportRequest): Promise<Run>;

  /**
   * The run that the same request made before; null when there is none.
   *
   * @throws `idempotency_key_reused`
   */
  findByKey(tenantId: TenantId, request: RunRequest): Promise<Run | null>;

  find(tenantId: TenantId, id: RunId): Promise<Run | null>;

  /** The latest runs of the provider, newest first. */
  recent(tenantId: TenantId, limit: number): Promise<readonly Run[]>;

  /** Yields the run as it is and again at each change, until it has ended; yields nothing for an unknown one. */
  changes(tenantId: TenantId, id: RunId, signal: CancelSignal): AsyncIterable<Run>;

  /**
   * The items in their order; none for an unknown run.
   *
   * @throws `cursor_invalid` when `after` is not the `next` of a page
   */
  items(
    tenantId: TenantId,
    id: RunId,
    request: { readonly outcome?: Outcome; readonly after?: string; readonly limit: number },
  ): Promise<RunItemPage>;

  /**
   * Takes up the oldest run that nobody holds: queued, or running with a lease that has run out. Two runs of one
   * provider and kind are never held at once.
   */
  claim(request: { readonly leaseMs: number }): Promise<ClaimedRun | null>;

  /** Prolongs the lease, and says whether somebody asked to cancel the run. */
  renew(claimed: ClaimedRun, request: { readonly leaseMs: number }): Promise<{ readonly isCancelRequested: boolean }>;

  /** Gives the run back, to be taken up again by any worker. */
  release(claimed: ClaimedRun): Promise<void>;

  /** The next items without an outcome, in their order. */
  openItems(claimed: ClaimedRun, limit: number): Promise<readonly OpenItem[]>;

  /** Records outcomes once: an item that has one keeps it. The run's numbers follow in the same transaction. */
  recordOutcomes(claimed: ClaimedRun, outcomes: readonly ItemOutcome[]): Promise<void>;

  /** Tells how far a refresh is. */
  progress(claimed: ClaimedRun, numbers: { readonly total: number; readonly done: number }): Promise<void>;

  /** Holds the run until a person releases or cancels it; the problem says why. */
  hold(claimed: ClaimedRun, problem: RunProblem): Promise<void>;

  /** Ends the run; items without an outcome become `not_attempted`. */
  finish(
    claimed: ClaimedRun,
    end: { readonly state: 'done' | 'failed' | 'cancelled'; readonly problem?: RunProblem },
  ): Promise<void>;

  /**
   * Asks for the end of a run: one that nobody works on is cancelled at once, else its worker is told.
   *
   * @throws `run_not_found`, `run_ended`
   */
  cancel(tenantId: TenantId, id: RunId): Promise<void>;

  /**
   * Lets a held run go on: it is queued again, as released and without its problem.
   *
   * @throws `run_not_found`, `run_not_held`
   */
  releaseHeld(tenantId: TenantId, id: RunId): Promise<void>;
}
