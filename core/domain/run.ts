import type { Contact } from './contact.ts';
import type { ContactId, RunId, TenantId } from './ids.ts';
import type { Reason } from './reason.ts';
import { type AccountScope, isScopeWithin } from './scope.ts';

export type RunKind = 'refresh' | 'import';

/** Everything anew, or what has changed since the last refresh. */
export type RefreshMode = 'full' | 'incremental';

/**
 * How far a run is.
 *
 * - queued: written down, no worker has it. A worker takes it up.
 * - running: one worker holds its lease. It ends, is cancelled, is held, or loses the worker and is taken over.
 * - held: the brake stopped it before it changed anything. A person releases or cancels it.
 * - done, failed, cancelled: it has ended for good.
 */
export type RunState = 'queued' | 'running' | 'done' | 'held' | 'failed' | 'cancelled';

export const ENDED_STATES: readonly RunState[] = ['done', 'failed', 'cancelled'];

export type Outcome = 'created' | 'updated' | 'unchanged' | 'failed' | 'not_attempted';

export const OUTCOMES: readonly Outcome[] = ['created', 'updated', 'unchanged', 'failed', 'not_attempted'];

/** How many items of a run ended how; of an ended import they add up to the run's total. */
export type Tally = Readonly<Record<Outcome, number>>;

export const EMPTY_TALLY: Tally = { created: 0, updated: 0, unchanged: 0, failed: 0, not_attempted: 0 };

/** What went wrong with a run as a whole. */
export interface RunProblem {
  readonly code: string;
  readonly text: string;
  readonly remedy: string;
}

export interface Run {
  readonly id: RunId;
  readonly tenantId: TenantId;
  readonly kind: RunKind;
  readonly state: RunState;
  /** The name of who asked for it. */
  readonly requestedBy: string;
  /** The scope of whom an import is for; a refresh is for the whole provider. */
  readonly accounts: AccountScope;
  /** Of an import the items; of a refresh the contacts that Autotask counts, 0 until that is known. */
  readonly total: number;
  readonly done: number;
  readonly tally: Tally;
  readonly problem: RunProblem | null;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

/** Whom an item is about, as the contact was when the import was asked for. */
export type ItemContact = Pick<Contact, 'firstName' | 'lastName' | 'email' | 'account'>;

export interface RunItem {
  readonly contactId: ContactId;
  readonly contact: ItemContact;
  readonly outcome: Outcome | null;
  readonly reason: Reason | null;
}

/** An import shows what became of contacts, so only who may see all of its accounts sees it. */
export function isRunInScope({ kind, accounts }: Pick<Run, 'kind' | 'accounts'>, scope: AccountScope): boolean {
  return kind === 'refresh' || isScopeWithin(accounts, scope);
}

export function tallyOf(outcomes: Iterable<Outcome>): Tally {
  const tally = { ...EMPTY_TALLY };
  for (const outcome of outcomes) tally[outcome] += 1;
  return tally;
}

export function addTallies(one: Tally, other: Tally): Tally {
  const sum = { ...EMPTY_TALLY };
  for (const outcome of OUTCOMES) sum[outcome] = one[outcome] + other[outcome];
  return sum;
}
