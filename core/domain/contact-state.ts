import { INTEGRATION_STATUSES, type IntegrationStatus } from './integration-status.ts';
import { REASON_CODES, type ReasonCode } from './reason.ts';
import type { ContactFilter } from './selection.ts';

/** How a contact stands, as far as a list is filtered by it. */
export interface ContactState {
  readonly status: IntegrationStatus;
  /** The contact and its account both are active, and Autotask shows it. */
  readonly isActive: boolean;
  readonly problem: ReasonCode | null;
}

/** The parts of a filter that ask for a state. */
export type StateFilter = Pick<ContactFilter, 'status' | 'active' | 'problem' | 'needsWork'>;

/** Whether there is something left to do for the technician. */
export function needsWork({ status, isActive, problem }: ContactState): boolean {
  return isActive && (status !== 'equal' || problem !== null);
}

/** Whether every part of the filter that asks for a state holds. */
export function hasState(filter: StateFilter, state: ContactState): boolean {
  const { status, active, problem } = filter;
  return (
    (status === undefined || status === state.status) &&
    (active === undefined || active === state.isActive) &&
    (problem === undefined || (problem === 'any' ? state.problem !== null : problem === state.problem)) &&
    (filter.needsWork === undefined || filter.needsWork === needsWork(state))
  );
}

const STATES: readonly ContactState[] = INTEGRATION_STATUSES.flatMap((status) =>
  [true, false].flatMap((isActive) => [null, ...REASON_CODES].map((problem) => ({ status, isActive, problem }))),
);

/** Every state that the filter lets through. */
export function statesOf(filter: StateFilter): readonly ContactState[] {
  return STATES.filter((state) => hasState(filter, state));
}
