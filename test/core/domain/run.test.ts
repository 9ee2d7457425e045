import { describe, expect, it } from 'vitest';
import { addTallies, EMPTY_TALLY, ENDED_STATES, isRunInScope, OUTCOMES, tallyOf } from '../../../core/domain/run.ts';

describe('tallyOf', () => {
  it('counts every outcome by itself', () => {
    expect(tallyOf(['created', 'failed', 'created', 'not_attempted', 'updated', 'unchanged', 'failed'])).toEqual({
      created: 2,
      updated: 1,
      unchanged: 1,
      failed: 2,
      not_attempted: 1,
    });
  });

  it('is empty without outcomes, and stays so', () => {
    tallyOf(OUTCOMES);
    expect(tallyOf([])).toEqual(EMPTY_TALLY);
    expect(Object.values(EMPTY_TALLY)).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('addTallies', () => {
  it('adds outcome by outcome', () => {
    const one = { created: 1, updated: 2, unchanged: 3, failed: 4, not_attempted: 5 };
    const other = { created: 10, updated: 20, unchanged: 30, failed: 40, not_attempted: 50 };
    expect(addTallies(one, other)).toEqual({ created: 11, updated: 22, unchanged: 33, failed: 44, not_attempted: 55 });
    expect(one.created).toBe(1);
  });
});

describe('ENDED_STATES', () => {
  it('are those that nothing leaves', () => {
    expect([...ENDED_STATES].sort()).toEqual(['cancelled', 'done', 'failed']);
  });
});

describe('isRunInScope', () => {
  it('shows an import to those who may see all of its accounts', () => {
    expect(isRunInScope({ kind: 'import', accounts: ['A'] }, ['A', 'B'])).toBe(true);
    expect(isRunInScope({ kind: 'import', accounts: ['A', 'B'] }, ['A'])).toBe(false);
    expect(isRunInScope({ kind: 'import', accounts: 'all' }, ['A'])).toBe(false);
    expect(isRunInScope({ kind: 'import', accounts: 'all' }, 'all')).toBe(true);
  });

  it('shows a refresh to everybody', () => {
    expect(isRunInScope({ kind: 'refresh', accounts: 'all' }, [])).toBe(true);
  });
});
