import { describe, expect, it } from 'vitest';
import { tellImportStory } from './import-story.ts';
import type { ImportScene } from './import-world.ts';

interface ImportStories {
  readonly title: string;
  /** How many tell of everything there is. */
  readonly enough: number;
  readonly scene: ImportScene;
}

// SIM_SEEDS=20000 tells more stories; SIM_FIRST_SEED=17 SIM_SEEDS=1 tells one of them again.
const FIRST = Number(process.env['SIM_FIRST_SEED'] ?? 1);

/** Tells stories of imports, each of another seed. */
export function importStories({ title, enough, scene }: ImportStories): void {
  const seeds = Array.from({ length: Number(process.env['SIM_SEEDS'] ?? enough) }, (_none, index) => FIRST + index);

  describe(title, () => {
    it.each(seeds)('end every contact once, with an outcome that is true (seed %i)', async (seed) => {
      expect(await tellImportStory(seed, scene)).toEqual([]);
    });

    it('have met every trouble at every call, every end, and every reason', () => {
      // A few stories that are told again need not be about everything.
      expect(seeds.length < enough ? [] : scene.met.missing).toEqual([]);
    });
  });
}
