import type { BookEntry } from '../domain/email-group.ts';
import type { ContactId, DatabaseId, RunId, TenantId } from '../domain/ids.ts';
import type { ImportIntent } from '../domain/import-plan.ts';
import type { ReasonCode } from '../domain/reason.ts';
import type { Outcome, RefreshMode, Run, RunItem, RunProblem } from '../domain/run.ts';
import type { BookScope } from '../domain/scope.ts';
import type { Selection } from '../domain/selection.ts';
import type { CancelSignal } from './cancel-signal.ts';
import type { ImportRecord } from './contact-book.ts';

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

/** A user as it was when the import was planned: the contact that it belongs to, and its {@link userImage}. */
export interface SeenUser {
  readonly contactId: ContactId;
  readonly image: string;
}

/** Tells whether a selection is still what it was: how many contacts, and the sum of their revisions. */
export interface PlannedSelection {
  readonly contacts: number;
  readonly revisions: number;
}

export interface ImportRequest extends RunRequest {
  readonly selection: Selection;
  readonly sendInstructions: boolean;
  /** The users that there were when the import was planned; selected contacts that are not among them had none. */
  readonly seen: readonly SeenUser[];
  /** What the selection was when the import was planned; null when it was not. */
  readonly planned: PlannedSelection | null;
  /** Why the run waits for a person from the beginning; null lets it go. */
  readonly hold: RunProblem | null;
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
  /** The {@link userImage} of the contact's user when the import was planned; "" when there was none. */
  readonly seen: string;
  /** What an earlier attempt was about to do, and may have done; null when there was none. */
  readonly intent: ImportIntent | null;
  /**
   * That of the contact's row in the book, as long as the contact is there as it was frozen and has its email for itself;
   * null when the book has to be looked at.
   */
  readonly revision: number | null;
}

export interface ItemIntent {
  readonly contactId: ContactId;
  readonly intent: ImportIntent;
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
   * Freezes the selection into the items of an import that is queued, or held, all in one transaction.
   *
   * @throws `idempotency_key_reused`, `plan_changed` when the selection is no longer what was planned
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
   * The items in their order, with their contacts as they were frozen; none for an unknown run.
   *
   * @throws `cursor_invalid` when `after` is not the `next` of a page
   */
  items(
    tenantId: TenantId,
    id: RunId,
    request: { readonly outcome?: Outcome; readonly after?: string; readonly limit: number },
  ): Promise<RunItemPage>;

  /**
   * Takes up the run that has waited longest, since it was written down, given back or released, of those that nobody
   * has: queued, or running with a lease that has run out. Runs of one provider and kind follow one another in the order
   * in which they were written down.
   */
  claim(request: { readonly leaseMs: number }): Promise<ClaimedRun | null>;

  /** Prolongs the lease, and says whether somebody asked to cancel the run. */
  renew(claimed: ClaimedRun, request: { readonly leaseMs: number }): Promise<{ readonly isCancelRequested: boolean }>;

  /** Gives the run back, to be taken up again by any worker after those that wait already. */
  release(claimed: ClaimedRun): Promise<void>;

  /** The next items without an outcome, in their order; behind a position, if one is given. */
  openItems(claimed: ClaimedRun, limit: number, after?: number): Promise<readonly OpenItem[]>;

  /** Notes what is about to be done, before anything is: whoever comes after a crash looks there first. */
  recordIntents(claimed: ClaimedRun, intents: readonly ItemIntent[]): Promise<void>;

  /**
   * Records outcomes once: an item that has one keeps it. The run's numbers follow in the same transaction, and so does
   * what the book keeps of the attempts, so that a worker that has lost the run leaves nothing there.
   *
   * @returns as {@link ContactBook.recordImports}
   */
  recordOutcomes(
    claimed: ClaimedRun,
    outcomes: readonly ItemOutcome[],
    records?: readonly ImportRecord[],
  ): Promise<readonly ContactId[]>;

  /** Tells how far a refresh is. */
  progress(claimed: ClaimedRun, numbers: { readonly total: number; readonly done: number }): Promise<void>;

  /** Holds the run until a person releases or cancels it; the problem says why. */
  hold(claimed: ClaimedRun, problem: RunProblem): Promise<void>;

  /**
   * Ends the run; items without an outcome become `not_attempted`, or `failed` as `outcome_unknown` when an intent was
   * recorded for them.
   */
  finish(
    claimed: ClaimedRun,
    end: { readonly state: 'done' | 'failed' | 'cancelled'; readonly problem?: RunProblem },
  ): Promise<void>;

  /**
   * Asks for the end of a run: one that nobody works on is cancelled at once, else its worker is told; so is the next one,
   * when something was begun that has no outcome.
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
