import { describe, expect, it } from 'vitest';
import { layoutAccounts } from '../../../host-shim/practice-autotask/dataset/account-layout.ts';
import { layoutContacts } from '../../../host-shim/practice-autotask/dataset/contact-layout.ts';
import { readInRounds } from './rounds.ts';

const CONTACTS = { atOnce: 3, spareCalls: 6 };
const ROWS = 100_000;

/** Ids whose distances repeat, so that a failure can be repeated too. */
function ids(count: number, from: number, distances: readonly number[]): number[] {
  let id = from;
  return Array.from({ length: count }, (_none, row) => {
    id += distances[row % distances.length] ?? 1;
    return id;
  });
}

const mostPages = (all: readonly number[]) => Math.ceil(all.length / 500) + CONTACTS.spareCalls;

const thirdOfPages = (all: readonly number[]) => all.length / 500 / 3;

function practiceIds(seed: number): number[] {
  return [...layoutContacts(layoutAccounts(ROWS, seed), seed).ids];
}

const UNEVEN = [1, 57, 3, 20, 1, 400, 9, 2, 33, 1, 5000];
const DISTRIBUTIONS: Record<string, readonly number[]> = {
  'without a gap': ids(ROWS, 0, [1]),
  uneven: ids(ROWS, 200, UNEVEN),
  'in three clusters beyond 32 bits': [
    ...ids(500, 0, [1]),
    ...ids(40_000, 29_683_000, UNEVEN),
    ...ids(59_500, 9_000_000_000, UNEVEN),
  ],
  'in clusters of other densities': [
    ...ids(30_000, 0, [1]),
    ...ids(30_000, 29_683_000, UNEVEN),
    ...ids(40_000, 9_000_000_000, [7]),
  ],
  'up to the last safe one': [...ids(ROWS - 1, 0, [40]), Number.MAX_SAFE_INTEGER],
};

describe('parallelPages', () => {
  describe.each(Object.entries(DISTRIBUTIONS))('with ids %s', (_name, all) => {
    it('reads each once, in a third of the time and within the spare calls', async () => {
      const read = await readInRounds(all, { count: all.length, boundaries: [], ...CONTACTS });
      expect([...read.ids].sort((one, other) => one - other)).toEqual(all);
      expect(read.pages).toBeLessThanOrEqual(mostPages(all));
      expect(read.mostAtOnce).toBe(3);
      expect(read.rounds).toBeLessThanOrEqual(thirdOfPages(all) * 1.06);
    });

    it('wastes no round when boundaries are known', async () => {
      const boundaries = [String(all[33_333]), String(all[66_666])];
      const read = await readInRounds(all, { count: all.length, boundaries, ...CONTACTS });
      expect([...read.ids].sort((one, other) => one - other)).toEqual(all);
      expect(read).toMatchObject({ rounds: 67 });
    });

    it('is not led astray by boundaries that are stale', async () => {
      for (const boundaries of [
        ['1', '2'],
        ['9007199254740990', '9007199254740991'],
        [String(all[10]), String(all[20])],
      ]) {
        const read = await readInRounds(all, { count: all.length, boundaries, ...CONTACTS });
        expect([...read.ids].sort((one, other) => one - other)).toEqual(all);
        expect(read.pages).toBeLessThanOrEqual(mostPages(all));
        expect(read.rounds).toBeLessThanOrEqual(thirdOfPages(all) * 2);
      }
    });
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('reads practice database %i in a third of the time', async (seed) => {
    const all = practiceIds(seed);
    const read = await readInRounds(all, { count: all.length, boundaries: [], ...CONTACTS });
    expect(read.ids).toHaveLength(all.length);
    expect(read.pages).toBeLessThanOrEqual(mostPages(all));
    expect(read.rounds).toBeLessThanOrEqual(thirdOfPages(all) * 1.09);
  });

  it('reads few rows one page after another', async () => {
    const all = ids(1_499, 0, UNEVEN);
    const read = await readInRounds(all, { count: all.length, boundaries: [], ...CONTACTS });
    expect(read).toMatchObject({ ids: all, pages: 3, mostAtOnce: 1 });
  });

  it('begins before the count is known, and parts the rest once it is', async () => {
    const all = ids(9_000, 0, UNEVEN);
    let tell: (count: number) => void = () => undefined;
    const count = new Promise<number>((resolve) => {
      tell = resolve;
    });
    const read = await readInRounds(all, { count, boundaries: [], ...CONTACTS }, (round) => {
      if (round === 4) tell(all.length);
    });
    expect([...read.ids].sort((one, other) => one - other)).toEqual(all);
    expect(read.atOnce.slice(0, 4)).toEqual([1, 1, 1, 1]);
    expect(read.mostAtOnce).toBe(3);
  });

  it('fails with the count', async () => {
    const reading = { count: Promise.reject(new Error('not counted')), boundaries: [], ...CONTACTS };
    await expect(readInRounds(ids(9_000, 0, UNEVEN), reading)).rejects.toThrow('not counted');
  });

  it.each([0, 700, 5_000_000])('reads each once, though %i were counted', async (count) => {
    const all = ids(5_000, 0, UNEVEN);
    const read = await readInRounds(all, { count, boundaries: [], ...CONTACTS });
    expect([...read.ids].sort((one, other) => one - other)).toEqual(all);
  });

  it('reads nothing where nothing is', async () => {
    expect((await readInRounds([], { count: 0, boundaries: [], ...CONTACTS })).ids).toEqual([]);
    expect((await readInRounds([], { count: 9000, boundaries: ['5', '9'], ...CONTACTS })).ids).toEqual([]);
  });
});
