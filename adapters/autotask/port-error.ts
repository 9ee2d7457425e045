import type { CancelSignal } from '../../core/ports/cancel-signal.ts';
import { SourceIncomplete, SourceUnavailable } from '../../core/ports/errors.ts';
import { AutotaskFailure } from './autotask-failure.ts';
import { doctor } from './doctor.ts';

/** Turns what was caught into what may cross the port; anything unforeseen is a bug and stays what it is. */
export function portError(caught: unknown, signal: CancelSignal): unknown {
  if (signal.aborted) return signal.reason;
  if (!(caught instanceof AutotaskFailure)) return caught;
  const { error: PortError, text, remedy } = doctor[caught.kind];
  return new PortError(text(caught.about), { cause: caught, remedy });
}

/** The same for a check: it reads no rows, so an answer that is no data means that Autotask is out of order. */
export function checkError(caught: unknown, signal: CancelSignal): unknown {
  const error = portError(caught, signal);
  if (!(error instanceof SourceIncomplete)) return error;
  const { safeDetail, remedy } = error;
  return new SourceUnavailable(safeDetail, { cause: caught, ...(remedy === null ? {} : { remedy }) });
}
