import { describe, expect, it } from 'vitest';
import {
  type ContactState,
  hasState,
  needsWork,
  type StateFilter,
  statesOf,
} from '../../../core/domain/contact-state.ts';
import { INTEGRATION_STATUSES } from '../../../core/domain/integration-status.ts';
import { REASON_CODES } from '../../../core/domain/reason.ts';

const EQUAL: ContactState = { status: 'equal', isActive: true, problem: null };

describe('needsWork', () => {
  it.each<[boolean, Partial<ContactState>]>([
    [false, {}],
    [true, { status: 'blank' }],
    [true, { status: 'modified' }],
    [true, { status: 'failed', problem: 'console_refused' }],
    [true, { problem: 'package_gone' }],
    [false, { isActive: false }],
    [false, { isActive: false, status: 'failed', problem: 'contact_gone' }],
  ])('says %s of an active, equal contact with %o', (expected, part) => {
    expect(needsWork({ ...EQUAL, ...part })).toBe(expected);
  });
});

describe('hasState', () => {
  it.each<[boolean, StateFilter]>([
    [true, {}],
    [true, { status: 'equal', active: true, needsWork: false }],
    [false, { status: 'blank' }],
    [false, { active: false }],
    [false, { problem: 'any' }],
    [false, { problem: 'package_gone' }],
    [false, { needsWork: true }],
  ])('says %s of an active, equal contact and the filter %o', (expected, filter) => {
    expect(hasState(filter, EQUAL)).toBe(expected);
  });

  it('tells one problem from another', () => {
    const state: ContactState = { ...EQUAL, problem: 'package_gone' };
    expect(hasState({ problem: 'any' }, state)).toBe(true);
    expect(hasState({ problem: 'package_gone' }, state)).toBe(true);
    expect(hasState({ problem: 'package_disabled' }, state)).toBe(false);
  });
});

describe('statesOf', () => {
  it('names every state once when nothing is asked for', () => {
    const states = statesOf({}).map((state) => JSON.stringify(state));
    expect(new Set(states).size).toBe(states.length);
    expect(states).toHaveLength(INTEGRATION_STATUSES.length * 2 * (REASON_CODES.length + 1));
  });

  it('names those that the filter lets through', () => {
    expect(statesOf({ status: 'blank', active: false, problem: 'contact_gone' })).toEqual([
      { status: 'blank', isActive: false, problem: 'contact_gone' },
    ]);
    expect(statesOf({ needsWork: true, status: 'equal' })).toHaveLength(REASON_CODES.length);
    expect(statesOf({ needsWork: true, active: false })).toEqual([]);
  });
});
