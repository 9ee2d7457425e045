import { describe, expect, it } from 'vitest';
import { findings } from '../../../adapters/mbs-api/findings.ts';
import { type FailureKind, MbsFailure } from '../../../adapters/mbs-api/mbs-failure.ts';
import { type Effect, waitAfter } from '../../../adapters/mbs-api/retry.ts';

const now = new Date('2026-11-24T09:00:00Z');
const wait = (error: unknown, values: Partial<Parameters<typeof waitAfter>[0]> = {}) =>
  waitAfter({ error, attempts: 1, effect: 'read', now, chance: 1, ...values });
const waits = (kind: FailureKind, effect: Effect) => {
  const all: (number | 'never')[] = [];
  for (let attempts = 1; all.at(-1) !== 'never'; attempts += 1) {
    all.push(wait(new MbsFailure(kind), { attempts, effect }));
  }
  return all;
};

describe('waitAfter', () => {
  it.each<[FailureKind, (number | 'never')[]]>([
    ['unreachable', [250, 500, 1000, 'never']],
    ['throttled', [1000, 2000, 4000, 8000, 'never']],
    ['down', [500, 1000, 2000, 'never']],
    ['lost', [500, 1000, 'never']],
    ['not_data', [500, 'never']],
  ])('repeats a read that was %s after %o ms at most', (kind, expected) => {
    expect(waits(kind, 'read')).toEqual(expected);
  });

  it('repeats a write only when it can have had no effect', () => {
    const repeated = (Object.keys(findings) as FailureKind[]).filter((kind) => waits(kind, 'write').length > 1);
    expect(repeated.sort()).toEqual(['throttled', 'unreachable']);
  });

  it.each<FailureKind>([
    'log_in_refused',
    'no_log_in',
    'token_refused',
    'forbidden',
    'insecure',
    'redirected',
    'refused',
  ])('repeats nothing that was %s', (kind) => {
    expect(waits(kind, 'read')).toEqual(['never']);
  });

  it('takes an unknown error for a bug, which is not repeated', () => {
    expect(wait(new TypeError('undefined is not a function'))).toBe('never');
  });

  it('spreads waits between half and all', () => {
    expect(wait(new MbsFailure('down'), { chance: 0 })).toBe(250);
  });

  it.each([
    ['2', 2000],
    ['0', 0],
    ['Tue, 24 Nov 2026 09:00:20 GMT', 20_000],
    ['Tue, 24 Nov 2026 08:00:00 GMT', 0],
    ['31', 'never'],
    ['soon', 1000],
  ])('obeys Retry-After %s, without spreading it', (retryAfter, expected) => {
    expect(wait(new MbsFailure('throttled', { retryAfter }), { chance: retryAfter === 'soon' ? 1 : 0 })).toBe(expected);
  });
});
