import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INSTALLATIONS, type Installation } from './installation.ts';
import { killRound } from './kill-round.ts';
import { makeReady, type Situation } from './situation.ts';

// KILL_ROUNDS=3 tries fewer; KILL_FIRST_SEED=17 KILL_ROUNDS=1 tries one of them again.
const FIRST = Number(process.env['KILL_FIRST_SEED'] ?? 1);
const SEEDS = Array.from({ length: Number(process.env['KILL_ROUNDS'] ?? 20) }, (_none, index) => FIRST + index);

describe.each(INSTALLATIONS)('an import by $name, killed at any moment', ({ open }) => {
  let model: Installation;
  let situation: Situation;

  beforeAll(async () => {
    model = await open();
    situation = await makeReady(model);
  });

  afterAll(() => model.remove());

  it.concurrent.for(SEEDS)('ends once, complete and true (seed %i)', async (seed, { annotate, signal }) => {
    const installation = await model.copy();
    try {
      const tell = async (event: string): Promise<void> => {
        await annotate(event);
      };
      expect(await killRound(seed, { installation, situation, tell, signal })).toEqual([]);
    } finally {
      await installation.remove();
    }
  });
});
