import { ConsoleUnavailable } from '../../core/ports/errors.ts';
import { findings } from './findings.ts';
import { MbsFailure } from './mbs-failure.ts';

/** Turns what was caught into what may cross the port; anything unforeseen is a bug and stays what it is. */
export function portError(caught: unknown): unknown {
  if (!(caught instanceof MbsFailure)) return caught;
  const { text, remedy } = findings[caught.kind];
  return new ConsoleUnavailable(text(caught.about), { cause: caught, remedy });
}

/** Waits for what is read from MBS, and says in the port's words when that fails. */
export async function reading<Found>(work: Promise<Found>): Promise<Found> {
  try {
    return await work;
  } catch (error) {
    throw portError(error);
  }
}
