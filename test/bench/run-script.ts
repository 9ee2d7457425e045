import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/**
 * Runs a script in a process of its own, as new as a console's, and reads the JSON that it prints.
 *
 * @param heapMb - how much it may hold; without a limit garbage lies about, and nobody can tell it from what is held
 */
export async function runScript<Result>(script: URL, order: object, heapMb?: number): Promise<Result> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...(heapMb === undefined ? [] : [`--max-old-space-size=${heapMb}`]),
    '--import',
    'tsx',
    fileURLToPath(script),
    JSON.stringify(order),
  ]);
  return JSON.parse(stdout) as Result;
}

/** What the script was given. */
export function order(): unknown {
  return JSON.parse(process.argv[2] ?? '');
}

export function answer(result: unknown): void {
  console.log(JSON.stringify(result));
}
