import { ConsoleUnavailable, isPluginError } from '../../core/ports/errors.ts';
import { findings } from './findings.ts';
import { type FailureKind, MbsFailure } from './mbs-failure.ts';

const OF_THE_LOG_IN: ReadonlySet<FailureKind> = new Set(['log_in_refused', 'forbidden']);

/** Turns what was caught into what may cross the port; anything unforeseen is a bug and stays what it is. */
export function portError(caught: unknown): unknown {
  if (!(caught instanceof MbsFailure)) return caught;
  const { text, remedy } = findings[caught.kind];
  return new ConsoleUnavailable(text(caught.about), { cause: caught, remedy });
}

/** Whether MBS is there, and another log-in is what helps. */
export function isMbsLogInRefused(error: unknown): boolean {
  return isPluginError(error) && error.cause instanceof MbsFailure && OF_THE_LOG_IN.has(error.cause.kind);
}

/** Waits for what is read from MBS, and says in the port's words when that fails. */
export async function reading<Found>(work: Promise<Found>): Promise<Found> {
  try {
    return await work;
  } catch (error) {
    throw portError(error);
  }
}
