import { describe, expect, it } from 'vitest';
import { AutotaskFailure, type FailureKind } from '../../../adapters/autotask/autotask-failure.ts';
import { doctor } from '../../../adapters/autotask/doctor.ts';
import { waitAfter } from '../../../adapters/autotask/retry.ts';

const now = new Date('2026-03-01T12:00:00Z');
const wait = (error: unknown, values: Partial<Parameters<typeof waitAfter>[0]> = {}) =>
  waitAfter({ error, attempts: 1, patience: 'background', now, chance: 1, ...values });
const waits = (kind: FailureKind, patience: 'attended' | 'background') => {
  const all: (number | 'never')[] = [];
  for (let attempts = 1; all.at(-1) !== 'never'; attempts += 1) {
    all.push(wait(new AutotaskFailure(kind), { attempts, patience }));
  }
  return all;
};

describe('waitAfter', () => {
  it.each<[FailureKind, (number | 'never')[]]>([
    ['thread_limit', [60, 1000, 2000, 4000, 8000, 'never']],
    ['hour_limit', [1000, 2000, 4000, 8000, 'never']],
    ['down', [500, 1000, 2000, 4000, 'never']],
    ['unreachable', [250, 500, 1000, 2000, 'never']],
    ['timed_out', [1000, 2000, 'never']],
  ])('in a run repeats %s after %o ms at most', (kind, expected) => {
    expect(waits(kind, 'background')).toEqual(expected);
  });

  it.each<[FailureKind, (number | 'never')[]]>([
    ['thread_limit', [60, 1000, 2000, 'never']],
    ['hour_limit', [1000, 'never']],
    ['down', [500, 1000, 'never']],
    ['unreachable', [250, 500, 'never']],
    ['timed_out', ['never']],
  ])('before a person repeats %s after %o ms at most', (kind, expected) => {
    expect(waits(kind, 'attended')).toEqual(expected);
  });

  it('repeats nothing else', () => {
    const passing = ['thread_limit', 'hour_limit', 'down', 'unreachable', 'timed_out'];
    const final = (Object.keys(doctor) as FailureKind[]).filter((kind) => !passing.includes(kind));
    expect(final).toContain('sign_in_refused');
    for (const kind of final) expect(wait(new AutotaskFailure(kind)), kind).toBe('never');
  });

  it('takes an unknown error for a bug, which is not repeated', () => {
    expect(wait(new TypeError('undefined is not a function'))).toBe('never');
    expect(wait('a text')).toBe('never');
  });

  it('spreads waits between half and all', () => {
    expect(wait(new AutotaskFailure('down'), { chance: 0 })).toBe(250);
    expect(wait(new AutotaskFailure('down'), { chance: 0.5 })).toBe(375);
  });

  it.each([
    ['2', 2000],
    ['0', 0],
    [' 5 ', 5000],
    ['Sun, 01 Mar 2026 12:00:30 GMT', 30_000],
    ['Sun, 01 Mar 2026 11:00:00 GMT', 0],
    ['61', 'never'],
    ['Sun, 01 Mar 2026 13:00:00 GMT', 'never'],
    ['soon', 500],
  ])('obeys Retry-After %s, without spreading it', (retryAfter, expected) => {
    const error = new AutotaskFailure('hour_limit', { retryAfter });
    expect(wait(error, { chance: 0 })).toBe(expected);
  });

  it('asks for no more patience than a person has', () => {
    const error = new AutotaskFailure('hour_limit', { retryAfter: '3' });
    expect(wait(error, { patience: 'attended' })).toBe('never');
  });
});
