import { access, constants, mkdir } from 'node:fs/promises';
import type { Configuration } from './configuration.ts';
import { StartRefused } from './start-refused.ts';

/** Makes the data directory, where anything is to be kept in it. */
export async function prepareDataDirectory(configuration: Configuration): Promise<void> {
  if (configuration.database.engine === 'postgres' && configuration.secretKeys !== null) return;
  try {
    await mkdir(configuration.dataDirectory, { recursive: true, mode: 0o700 });
    await access(configuration.dataDirectory, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartRefused(
      `DATA_DIR must be a directory that the console can make and write to; ${configuration.dataDirectory} is not.`,
      { cause: error },
    );
  }
}
