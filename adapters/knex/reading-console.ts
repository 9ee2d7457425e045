import { ConsoleUnavailable } from '../../core/ports/errors.ts';
import { isMistake } from './driver-failure.ts';

/** Waits for what is read from the console's tables, and says in the port's words when that fails. */
export async function readingConsole<Found>(what: string, work: Promise<Found>): Promise<Found> {
  try {
    return await work;
  } catch (cause) {
    if (isMistake(cause)) throw cause;
    throw new ConsoleUnavailable(`The ${what} of Managed Backup can’t be read at the moment.`, { cause });
  }
}
