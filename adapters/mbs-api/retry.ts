import type { Clock } from '../../core/ports/clock.ts';
import type { Log } from '../../core/ports/log.ts';
import { type FailureKind, MbsFailure } from './mbs-failure.ts';
import type { Pause } from './pause.ts';

/** A read can be repeated; a write only when MBS can't have begun with it. */
export type Effect = 'read' | 'write';

interface Rule {
  /** How often a call may be repeated. */
  readonly repeats: Readonly<Record<Effect, number>>;
  /** The wait before the first repeat; it doubles from there. */
  readonly firstMs: number;
}

/**
 * What may pass by itself. Anything else is final; unknown means bug: no retry.
 *
 * A write whose answer was lost, or that ended with a server error, may have had its effect: one tester saw 500
 * although the call had worked (mbs.md §3.2, seen in 1 client). It is looked up instead.
 */
const RULES: Readonly<Partial<Record<FailureKind, Rule>>> = {
  unreachable: { repeats: { read: 3, write: 3 }, firstMs: 250 },
  // Back-off after 429 and 5xx (mbs.md §3.4, inferred: no limit is documented).
  throttled: { repeats: { read: 4, write: 4 }, firstMs: 1000 },
  down: { repeats: { read: 3, write: 0 }, firstMs: 500 },
  lost: { repeats: { read: 2, write: 0 }, firstMs: 500 },
  not_data: { repeats: { read: 1, write: 0 }, firstMs: 500 },
};

const LONGEST_WAIT_MS = 30_000;

interface Failed {
  readonly error: unknown;
  /** How many attempts have failed, this one included. */
  readonly attempts: number;
  readonly effect: Effect;
  readonly now: Date;
  /** From 0 up to 1. */
  readonly chance: number;
}

/** Decides about one failed call: how long to wait before the next attempt, or never. */
export function waitAfter({ error, attempts, effect, now, chance }: Failed): number | 'never' {
  if (!(error instanceof MbsFailure)) return 'never';
  const rule = RULES[error.kind];
  if (rule === undefined || attempts > rule.repeats[effect]) return 'never';
  const asked = retryAfterMs(error.retryAfter, now);
  // The server's own delay gets no jitter, and one that is too long ends the call rather than being cut short.
  if (asked !== null) return asked <= LONGEST_WAIT_MS ? asked : 'never';
  return rule.firstMs * 2 ** (attempts - 1) * (0.5 + chance / 2);
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

  /** @param call - what it is called in the log: no id, no email */
  async run<Result>(call: string, effect: Effect, attempt: () => Promise<Result>): Promise<Result> {
    const { clock, pause, random, log } = this.#world;
    for (let attempts = 1; ; attempts += 1) {
      try {
        return await attempt();
      } catch (error) {
        const waitMs = waitAfter({ error, attempts, effect, now: clock.now(), chance: random() });
        if (waitMs === 'never') throw error;
        const failure = error instanceof MbsFailure ? error.kind : 'unknown';
        log.warn({ call, attempts, failure, waitMs: Math.round(waitMs) }, 'Managed Backup call is repeated');
        await pause(waitMs);
      }
    }
  }
}
