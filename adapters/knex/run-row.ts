import { databaseId, runId, tenantId } from '../../core/domain/ids.ts';
import {
  OUTCOMES,
  type Outcome,
  type RefreshMode,
  type Run,
  type RunKind,
  type RunProblem,
  type RunState,
  type Tally,
} from '../../core/domain/run.ts';
import type { AccountScope } from '../../core/domain/scope.ts';
import type { ClaimedRun } from '../../core/ports/run-store.ts';

export interface RunRow extends Readonly<Record<Outcome, number>> {
  readonly tenant_id: string;
  readonly id: string;
  readonly kind: RunKind;
  readonly state: RunState;
  readonly database_id: string | null;
  readonly requested_by: string;
  readonly accounts: string | null;
  /** Flags are numbers in SQLite. */
  readonly sends_instructions: boolean | number;
  readonly mode: RefreshMode | null;
  readonly is_released: boolean | number;
  readonly is_cancel_requested: boolean | number;
  readonly lease: string | null;
  readonly lease_until: string | null;
  readonly total: number;
  readonly done: number;
  readonly problem_code: string | null;
  readonly problem_text: string | null;
  readonly problem_remedy: string | null;
  readonly created_at: string;
  readonly finished_at: string | null;
}

export function runOf(row: RunRow): Run {
  const { kind, state, total, done } = row;
  return {
    id: runId(row.id),
    tenantId: tenantId(row.tenant_id),
    kind,
    state,
    requestedBy: row.requested_by,
    accounts: accountsOf(row.accounts),
    total,
    done,
    tally: tallyOf(row),
    problem:
      row.problem_code === null
        ? null
        : { code: row.problem_code, text: row.problem_text ?? '', remedy: row.problem_remedy ?? '' },
    createdAt: row.created_at,
    finishedAt: row.finished_at,
  };
}

export function claimedRunOf(row: RunRow, lease: string): ClaimedRun {
  return {
    run: runOf(row),
    databaseId: row.database_id === null ? null : databaseId(row.database_id),
    sendInstructions: Boolean(row.sends_instructions),
    mode: row.mode,
    isReleased: Boolean(row.is_released),
    lease,
  };
}

export function endedColumns(state: 'done' | 'failed' | 'cancelled', at: Date): object {
  return { state, lease: null, lease_until: null, finished_at: at.toISOString() };
}

export function problemColumns(problem: RunProblem | null): object {
  return {
    problem_code: problem?.code ?? null,
    problem_text: problem?.text ?? null,
    problem_remedy: problem?.remedy ?? null,
  };
}

/** The stored form of a scope: a JSON list of company names; null means all. */
export function accountsColumn(accounts: AccountScope): string | null {
  return accounts === 'all' ? null : JSON.stringify(accounts);
}

function accountsOf(column: string | null): AccountScope {
  if (column === null) return 'all';
  const names: unknown = JSON.parse(column);
  return Array.isArray(names) ? names.map(String) : [];
}

function tallyOf(row: RunRow): Tally {
  const tally = { created: 0, updated: 0, unchanged: 0, failed: 0, not_attempted: 0 };
  for (const outcome of OUTCOMES) tally[outcome] = row[outcome];
  return tally;
}
