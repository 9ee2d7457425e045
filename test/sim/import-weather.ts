import type { Draws } from './draws.ts';

const TROUBLES = ['slow', 'error', 'crash', 'freeze'] as const;
export type Trouble = (typeof TROUBLES)[number];

/**
 * What becomes of a command on its way to the console and back.
 *
 * - fine: carried out and answered.
 * - refused: by the console, in its own words.
 * - answer_lost, command_lost: the answer is unknown, after the effect or without one.
 * - late: the answer is unknown, and the effect comes when nobody waits for it any more.
 * - crash, error: the process dies, or the whole call fails, between one command and the next.
 */
const SAVES = ['refused', 'answer_lost', 'command_lost', 'late', 'crash', 'error'] as const;
export type SaveFate = (typeof SAVES)[number] | 'fine';

const RATES = [0, 0.002, 0.01, 0.03] as const;
const SAVE_RATES = [0, 0.02, 0.1] as const;

/** How rough a story is: how often calls meet trouble. Each kind has its own rate, and some do not come at all. */
export class ImportWeather {
  readonly #draws: Draws;
  readonly #rates: ReadonlyMap<Trouble, number>;
  readonly #saveRates: ReadonlyMap<SaveFate, number>;
  readonly #meddling: ReadonlyMap<'meddled', number>;
  #isCalm = false;

  constructor(draws: Draws) {
    this.#draws = draws;
    this.#rates = new Map(TROUBLES.map((trouble) => [trouble, draws.oneOf(RATES)]));
    this.#saveRates = new Map(SAVES.map((fate) => [fate, draws.oneOf(SAVE_RATES)]));
    this.#meddling = new Map([['meddled', draws.oneOf(SAVE_RATES)]]);
  }

  /** From now on everything goes well. */
  clear(): void {
    this.#isCalm = true;
  }

  get isCalm(): boolean {
    return this.#isCalm;
  }

  get latency(): number {
    return 1 + this.#draws.below(40);
  }

  trouble(): Trouble | null {
    return this.#drawn(this.#rates) ?? null;
  }

  fate(): SaveFate {
    return this.#drawn(this.#saveRates) ?? 'fine';
  }

  /** Whether a person changes a user just when it is saved. */
  isMeddled(): boolean {
    return this.#drawn(this.#meddling) !== undefined;
  }

  #drawn<Kind>(rates: ReadonlyMap<Kind, number>): Kind | undefined {
    if (this.#isCalm) return undefined;
    return [...rates].find(([, rate]) => rate > 0 && this.#draws.chance(rate))?.[0];
  }
}
