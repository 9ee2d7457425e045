import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Runs a script in a process of its own, as new as a console's, and reads the JSON that it prints. */
export async function runScript<Result>(script: URL, order: object): Promise<Result> {
  const { stdout } = await promisify(execFile)(process.execPath, [
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
