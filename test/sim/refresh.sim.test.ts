import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ClientCalls } from './client-calls.ts';
import { Met } from './met.ts';
import { tellStory } from './tell-story.ts';

const ENOUGH = 200;
// SIM_SEEDS=2000 tells more stories; SIM_FIRST_SEED=17 SIM_SEEDS=1 tells one of them again.
const FIRST = Number(process.env['SIM_FIRST_SEED'] ?? 1);
const SEEDS = Array.from({ length: Number(process.env['SIM_SEEDS'] ?? ENOUGH) }, (_none, index) => FIRST + index);

describe('refreshes of a tenant where people work and things go wrong', () => {
  const sent = new ClientCalls();
  const met = new Met();

  beforeAll(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    sent.listen();
  });

  afterAll(() => {
    sent.close();
    vi.useRealTimers();
  });

  it.each(SEEDS)('show the truth, or fail and say why (seed %i)', async (seed) => {
    expect(await tellStory(seed, { sent, met })).toEqual([]);
  });

  it('have met every fault, and every end', () => {
    // A few stories that are told again need not be about everything.
    expect(SEEDS.length < ENOUGH ? [] : met.missing).toEqual([]);
  });
});
