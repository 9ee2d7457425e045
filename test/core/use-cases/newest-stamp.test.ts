import { describe, expect, it } from 'vitest';
import { NewestStamp } from '../../../core/use-cases/newest-stamp.ts';

const at = (time: string) => `2026-11-24T${time}Z`;

function newestOf(...stamps: readonly (string | null)[]): NewestStamp {
  const newest = new NewestStamp();
  for (const stamp of stamps) newest.add(stamp);
  return newest;
}

describe('NewestStamp', () => {
  it.each([
    { stamps: [at('10:00:00.000'), at('10:00:00.002'), at('10:00:00.001')], why: 'the newest, in whatever order' },
    { stamps: [null, at('10:00:00.002'), null], why: 'the newest, though some pages had none' },
  ])('marks $why', ({ stamps }) => {
    expect(newestOf(...stamps).mark(at('12:00:00.000'))).toBe(at('10:00:00.002'));
  });

  it('marks the beginning of the reading when a stamp is beyond it', () => {
    expect(newestOf(at('12:00:00.001')).mark(at('12:00:00.000'))).toBe(at('12:00:00.000'));
  });

  it('marks nothing when there was no stamp', () => {
    expect(newestOf().mark(at('12:00:00.000'))).toBeNull();
    expect(newestOf(null).mark(at('12:00:00.000'))).toBeNull();
  });
});
