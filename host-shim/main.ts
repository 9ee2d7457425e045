import process from 'node:process';
import { StartRefused } from './console/start-refused.ts';
import { type RunningConsole, startConsole } from './start-console.ts';

// A supervisor that asked for the end waits 10 s at most.
const LAST_MOMENT_MS = 9500;

try {
  const running = await startConsole(process.env, (line) => process.stdout.write(`${line}\n`));
  endOnSignal(running);
} catch (error) {
  if (!(error instanceof StartRefused)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

function endOnSignal(running: RunningConsole): void {
  let isEnding = false;
  const end = (): void => {
    if (isEnding) process.exit(1);
    isEnding = true;
    setTimeout(() => process.exit(1), LAST_MOMENT_MS).unref();
    running.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}
