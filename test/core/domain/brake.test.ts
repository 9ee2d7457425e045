import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { DEFAULT_BRAKES, importBrake, isListTooShort } from '../../../core/domain/brake.ts';

const counts = fc.nat({ max: 2_000_000 });
const shares = fc.double({ min: 0, max: 1, noNaN: true });

describe('isListTooShort', () => {
  it.each([
    { before: 10, after: 8 },
    { before: 11, after: 9 },
    { before: 1, after: 0 },
    { before: 100_000, after: 89_999 },
  ])('holds $after contacts where $before were', ({ before, after }) => {
    expect(isListTooShort(before, after, DEFAULT_BRAKES)).toBe(true);
  });

  it.each([
    { before: 10, after: 9 },
    { before: 11, after: 10 },
    { before: 1, after: 1 },
    { before: 0, after: 0 },
    { before: 0, after: 5 },
    { before: 5, after: 6 },
    { before: 100_000, after: 90_000 },
  ])('lets $after contacts go by where $before were', ({ before, after }) => {
    expect(isListTooShort(before, after, DEFAULT_BRAKES)).toBe(false);
  });

  it.prop([counts.map((tens) => tens * 10)])('lets exactly nine of ten go by, and not one less', (before) => {
    const share = (before / 10) * 9;
    expect(isListTooShort(before, share, DEFAULT_BRAKES)).toBe(false);
    expect(isListTooShort(before, share - 1, DEFAULT_BRAKES)).toBe(before > 0);
  });

  it.prop([counts, shares])('never lets nothing go by where there was something', (before, refreshShare) => {
    expect(isListTooShort(before, 0, { refreshShare })).toBe(before > 0);
  });

  it.prop([counts, counts, shares])('never holds what has not become shorter', (before, more, refreshShare) => {
    expect(isListTooShort(before, before + more, { refreshShare })).toBe(false);
  });

  it.prop([counts, counts, counts, shares])(
    'never holds the longer of two lists alone',
    (before, one, other, refreshShare) => {
      const [short, long] = [Math.min(one, other), Math.max(one, other)];
      const isHeld = (after: number) => isListTooShort(before, after, { refreshShare });
      expect(isHeld(long) && !isHeld(short)).toBe(false);
    },
  );
});

describe('importBrake', () => {
  const held = { ...DEFAULT_BRAKES, firstImport: 'held' } as const;

  it('holds the first import, whatever it changes, where a host wants that', () => {
    expect(importBrake({ updates: 0, linked: 0 }, held)).toMatchObject({ code: 'import_held' });
    expect(importBrake({ updates: 0, linked: 0 }, DEFAULT_BRAKES)).toBeNull();
  });

  it('is as ever once something was imported', () => {
    expect(importBrake({ updates: 20, linked: 1 }, held)).toBeNull();
    expect(importBrake({ updates: 21, linked: 1 }, held)).toMatchObject({ code: 'import_held' });
  });
});
