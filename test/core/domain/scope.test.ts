import { describe, expect, it } from 'vitest';
import { isInScope, isScopeWithin } from '../../../core/domain/scope.ts';

describe('isInScope', () => {
  it('lets everything in when the scope is all', () => {
    expect(isInScope('all', 'Analytical Engines')).toBe(true);
    expect(isInScope('all', '')).toBe(true);
  });

  it('lets the named companies in', () => {
    expect(isInScope(['Harbour Dental', 'Analytical Engines'], 'Analytical Engines')).toBe(true);
  });

  it.each(['Analytical', 'analytical engines', 'Analytical Engines Ltd', ''])('keeps %j out', (name) => {
    expect(isInScope(['Harbour Dental', 'Analytical Engines'], name)).toBe(false);
  });

  it('keeps everything out when no company is named', () => {
    expect(isInScope([], 'Analytical Engines')).toBe(false);
    expect(isInScope([], '')).toBe(false);
  });

  it('compares as accounts are compared', () => {
    expect(isInScope([' Cafe\u0301  Engines'], 'Caf\u00e9 Engines ')).toBe(true);
  });
});

describe('isScopeWithin', () => {
  it.each([
    ['all', 'all', true],
    [['A'], 'all', true],
    [[], [], true],
    [[], ['A'], true],
    [['A'], ['B', 'A'], true],
    [[' A  B '], ['A B'], true],
    ['all', ['A'], false],
    [['A', 'B'], ['A'], false],
    [['a'], ['A'], false],
    [['A'], [], false],
  ] as const)('says of %j in %j: %s', (inner, outer, expected) => {
    expect(isScopeWithin(inner, outer)).toBe(expected);
  });
});
