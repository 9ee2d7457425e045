import { faultNames } from '../../host-shim/practice-mbs/practice-mbs.ts';
import type { Draws } from './draws.ts';

/**
 * What becomes of a call on its way to MBS and back, beside what the practice MBS does to it.
 *
 * - unreachable: it is never sent.
 * - slow: it has its effect at once, and is answered late, or when nobody waits for it any more.
 * - late: nobody waits any more when it has its effect.
 * - crash_before, crash_after: the process dies before the call has had its effect, or after it.
 */
const WIRE_TROUBLES = ['unreachable', 'slow', 'late', 'crash_before', 'crash_after'] as const;
// The slow ones wait by the server's clock: `slow` and `late` do the same by that of the story.
const SERVER_TROUBLES = faultNames.filter((name) => name !== 'slow_effect' && name !== 'slow_answer');
type ServerTrouble = (typeof SERVER_TROUBLES)[number];

export const CALL_TROUBLES = [...WIRE_TROUBLES, ...SERVER_TROUBLES];
export type CallTrouble = (typeof CALL_TROUBLES)[number];

/** Whether it is the practice MBS that makes it. */
export function isServerTrouble(trouble: CallTrouble | null): trouble is ServerTrouble {
  return SERVER_TROUBLES.some((name) => name === trouble);
}

/** For calls that read. There are few that write in a story, and more can go wrong with each. */
const RATES = [0, 0, 0.005, 0.02] as const;
const MORE_FOR_WRITES = 5;

/** How rough the way to MBS is in a story. */
export class MbsWeather {
  readonly #draws: Draws;
  readonly #rates: readonly (readonly [CallTrouble, number])[];

  constructor(draws: Draws) {
    this.#draws = draws;
    this.#rates = CALL_TROUBLES.map((trouble) => [trouble, draws.oneOf(RATES)]);
  }

  trouble({ isWrite }: { readonly isWrite: boolean }): CallTrouble | null {
    const more = isWrite ? MORE_FOR_WRITES : 1;
    return this.#rates.find(([, rate]) => rate > 0 && this.#draws.chance(rate * more))?.[0] ?? null;
  }
}
