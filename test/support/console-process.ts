import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/host-shim/main.js', import.meta.url));

/** The stand-in console as its users start it: the built program in a process of its own. */
export interface ConsoleProcess {
  readonly url: string;
  readonly email: string;
  readonly password: string;
  /** What the practice Autotask wants to be asked with. */
  readonly practice: { readonly username: string; readonly password: string };
  /** Everything it wrote to standard error. */
  readonly errors: () => string;
  /** Asks it to end, and says with which code it did. */
  stop(): Promise<number | null>;
  /** Ends it in the middle of whatever it does, and waits until it is gone. */
  kill(): Promise<void>;
}

const PASSWORD = 'A-long-test-password-1';

export function temporaryDirectory(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'autotask-console-'));
}

export async function removeDirectory(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true });
}

/** Starts it on a free port and waits until it says that it is ready. */
export async function startConsoleProcess(
  dataDirectory: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<ConsoleProcess> {
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      DATA_DIR: dataDirectory,
      CONSOLE_ADMIN_PASSWORD: PASSWORD,
      PRACTICE_CONTACTS: '400',
      LOG_LEVEL: 'warn',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const printed = await readAnnouncement(child, ended, () => errors);
  return {
    ...printed,
    email: 'admin@msp.example',
    password: PASSWORD,
    errors: () => errors,
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function readAnnouncement(child: ChildProcess, ended: Promise<number | null>, errors: () => string) {
  const { stdout } = child;
  if (stdout === null) throw new Error('The process has no output');
  const said = new Map<string, string>();
  const isReady = new Promise<void>((resolve) => {
    createInterface({ input: stdout }).on('line', (line) => {
      const [, what = '', value = ''] =
        /^(Practice Autotask UserName:|Practice Autotask Password:|Console ready at) (.+)$/u.exec(line) ?? [];
      said.set(what, value);
      if (what === 'Console ready at') resolve();
    });
  });
  const end = ended.then((code) => {
    throw new Error(`The console ended with ${code} before it was ready: ${errors()}`);
  });
  await Promise.race([isReady, end]);
  return {
    url: said.get('Console ready at') ?? '',
    practice: {
      username: said.get('Practice Autotask UserName:') ?? '',
      password: said.get('Practice Autotask Password:') ?? '',
    },
  };
}
