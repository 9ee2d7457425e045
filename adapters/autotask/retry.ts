import type { Clock } from '../../core/ports/clock.ts';
import type { Log } from '../../core/ports/log.ts';
import { AutotaskFailure, type FailureKind } from './autotask-failure.ts';
import type { Pause } from './pause.ts';

/** `attended`: a person waits for the answer. `background`: a run does. */
export type Patience = 'attended' | 'background';

interface Rule {
  /** How often a call may be repeated. */
  readonly repeats: Readonly<Record<Patience, number>>;
  /** The wait before the first repeat. */
  readonly firstMs: number;
  /** The wait before the second one; it doubles from there. */
  readonly secondMs: number;
}

/**
 * What may pass by itself. All calls only read, so repeating one is safe.
 *
 * Anything else is final: 401 (repeats lock the API user, autotask-api.md §2.3, documented), any answer with
 * `errors` (§6, seen in 7 clients), and a 200 that is no data, which must fail the run. Unknown means bug: no retry.
 */
const RULES: Readonly<Partial<Record<FailureKind, Rule>>> = {
  // The server frees a slot a little after it has answered (§5, seen in 1 client live), so the first wait is short.
  thread_limit: { repeats: { attended: 3, background: 5 }, firstMs: 60, secondMs: 1000 },
  // Retry-After has never been reported as seen (§5); without it 1 s, doubling.
  hour_limit: { repeats: { attended: 1, background: 4 }, firstMs: 1000, secondMs: 2000 },
  down: { repeats: { attended: 2, background: 4 }, firstMs: 500, secondMs: 1000 },
  unreachable: { repeats: { attended: 2, background: 4 }, firstMs: 250, secondMs: 500 },
  timed_out: { repeats: { attended: 0, background: 2 }, firstMs: 1000, secondMs: 2000 },
};

const LONGEST_WAIT_MS: Readonly<Record<Patience, number>> = { attended: 2000, background: 60_000 };

interface Failed {
  readonly error: unknown;
  /** How many attempts have failed, this one included. */
  readonly attempts: number;
  readonly patience: Patience;
  readonly now: Date;
  /** From 0 up to 1. */
  readonly chance: number;
}

/** Decides about one failed call: how long to wait before the next attempt, or never. */
export function waitAfter({ error, attempts, patience, now, chance }: Failed): number | 'never' {
  if (!(error instanceof AutotaskFailure)) return 'never';
  const rule = RULES[error.kind];
  if (rule === undefined || attempts > rule.repeats[patience]) return 'never';
  const longest = LONGEST_WAIT_MS[patience];
  const asked = retryAfterMs(error.retryAfter, now);
  // The server's own delay gets no jitter, and one that is too long ends the call rather than being cut short.
  if (asked !== null) return asked <= longest ? asked : 'never';
  const full = attempts === 1 ? rule.firstMs : rule.secondMs * 2 ** (attempts - 2);
  return Math.min(full, longest) * (0.5 + chance / 2);
}

function retryAfterMs(header: string | null, now: Date): number | null {
  if (header === null) return null;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}

interface RetryWorld {
  readonly clock: Clock;
  readonly pause: Pause;
  readonly random: () => number;
  readonly log: Log;
}

/** Repeats calls as the table says. */
export class Retry {
  readonly #world: RetryWorld;

  constructor(world: RetryWorld) {
    this.#world = world;
  }

  async run<T>(
    attempt: () => Promise<T>,
    { path, patience, signal }: { path: string; patience: Patience; signal: AbortSignal },
  ): Promise<T> {
    const { clock, pause, random, log } = this.#world;
    for (let attempts = 1; ; attempts += 1) {
      try {
        return await attempt();
      } catch (error) {
        const waitMs = waitAfter({ error, attempts, patience, now: clock.now(), chance: random() });
        if (waitMs === 'never') throw error;
        const failure = error instanceof AutotaskFailure ? error.kind : 'unknown';
        log.warn({ path, attempts, failure, waitMs: Math.round(waitMs) }, 'Autotask call is repeated');
        await pause(waitMs, signal);
      }
    }
  }
}
