import { describe, expect, it } from 'vitest';
import { callsInFull, callsWhenIncremental, pagesOf } from '../../../core/use-cases/refresh-calls.ts';

describe('the calls of a refresh', () => {
  it.each([
    { contacts: 0, accounts: 0, pages: 2 },
    { contacts: 1, accounts: 500, pages: 2 },
    { contacts: 501, accounts: 500, pages: 3 },
    { contacts: 100_000, accounts: 5_000, pages: 210 },
  ])('that reads $contacts contacts and $accounts accounts are at least $pages', ({ pages, ...counts }) => {
    expect(pagesOf(counts)).toBe(pages);
  });

  it.each([
    { contacts: 0, accounts: 0, calls: 6 },
    { contacts: 2_000, accounts: 40, calls: 9 },
    { contacts: 2_001, accounts: 40, calls: 12 },
    { contacts: 100_000, accounts: 5_000, calls: 218 },
  ])('that gets $contacts contacts and $accounts accounts are $calls with all that goes with it', (given) => {
    expect(callsInFull(given)).toBe(given.calls);
  });

  it('are never more than twelve beside the pages', () => {
    for (const contacts of [0, 1, 500, 2_500, 1_000_000]) {
      for (const accounts of [0, 1, 500, 2_500, 50_000]) {
        const beside = callsInFull({ contacts, accounts }) - pagesOf({ contacts, accounts });
        expect(beside).toBeGreaterThanOrEqual(4);
        expect(beside).toBeLessThanOrEqual(12);
      }
    }
  });

  it('are four when it finds nothing changed', () => {
    expect(callsWhenIncremental()).toBe(4);
  });
});
