import { describe, expect, it } from 'vitest';
import { ImportMet } from './import-met.ts';
import { tellImportStory } from './import-story.ts';

const ENOUGH = 2000;
// SIM_SEEDS=20000 tells more stories; SIM_FIRST_SEED=17 SIM_SEEDS=1 tells one of them again.
const FIRST = Number(process.env['SIM_FIRST_SEED'] ?? 1);
const SEEDS = Array.from({ length: Number(process.env['SIM_SEEDS'] ?? ENOUGH) }, (_none, index) => FIRST + index);

describe('imports among people who work, on nodes that die, over ports that fail', () => {
  const met = new ImportMet();

  it.each(SEEDS)('end every contact once, with an outcome that is true (seed %i)', async (seed) => {
    expect(await tellImportStory(seed, met)).toEqual([]);
  });

  it('have met every trouble at every call, every end, and every reason', () => {
    // A few stories that are told again need not be about everything.
    expect(SEEDS.length < ENOUGH ? [] : met.missing).toEqual([]);
  });
});
