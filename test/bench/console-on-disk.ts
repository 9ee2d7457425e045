import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { removeDirectory, temporaryDirectory } from '../support/console-process.ts';
import type { PrepareOrder, ProviderOrder } from './prepare-console.ts';
import { runScript } from './run-script.ts';

/** A console's database in a directory of its own; nobody has it open. */
export interface ConsoleOnDisk {
  readonly connection: string;
  copy(): Promise<ConsoleOnDisk>;
  remove(): Promise<void>;
}

/** Makes a console without users whose providers have contacts that can all be imported. */
export async function prepareOnDisk(providers: readonly ProviderOrder[]): Promise<ConsoleOnDisk> {
  const prepared = consoleIn(await temporaryDirectory());
  const order: PrepareOrder = { connection: prepared.connection, providers, imports: 'none' };
  await runScript(new URL('prepare-console.ts', import.meta.url), order);
  return prepared;
}

function consoleIn(directory: string): ConsoleOnDisk {
  return {
    connection: `sqlite:${join(directory, 'console.sqlite')}`,
    async copy() {
      const other = await temporaryDirectory();
      await cp(directory, other, { recursive: true });
      return consoleIn(other);
    },
    remove: () => removeDirectory(directory),
  };
}
