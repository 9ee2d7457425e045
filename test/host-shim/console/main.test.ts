import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const MAIN = path.resolve(import.meta.dirname, '../../../dist/host-shim/main.js');

let dataDirectory: string;
beforeEach(() => {
  dataDirectory = path.join(tmpdir(), `console-${randomUUID()}`);
});
afterEach(() => rm(dataDirectory, { recursive: true, force: true }));

function run(environment: Record<string, string>) {
  const defaults = { PORT: '0', DATA_DIR: dataDirectory, PRACTICE_CONTACTS: '20', LOG_LEVEL: 'info' };
  return spawn(process.execPath, [MAIN], { env: { PATH: process.env['PATH'], ...defaults, ...environment } });
}

async function readyAt(child: ReturnType<typeof run>): Promise<URL> {
  for await (const line of createInterface(child.stdout)) {
    const [, url] = /^Console ready at (.+)$/.exec(line) ?? [];
    if (url !== undefined) return new URL(url);
  }
  throw new Error('It ended before it was ready.');
}

async function endOf(child: ChildProcess): Promise<{ code: unknown; signal: unknown }> {
  const [code, signal] = (await once(child, 'exit')) as unknown[];
  return { code, signal };
}

describe('the process', { timeout: 30_000 }, () => {
  it.each([{ PORT: 'abc' }, { DATABASE_URL: 'postgres://me:hunter2@127.0.0.1:1/none', SECRET_KEYS: 'k'.repeat(32) }])(
    'ends with one line and without a stack for %j',
    async (environment) => {
      const child = run(environment);
      const [output, errors, end] = await Promise.all([text(child.stdout), text(child.stderr), endOf(child)]);
      expect(end).toEqual({ code: 1, signal: null });
      expect(output).toBe('');
      expect(errors).toMatch(new RegExp(`^${Object.keys(environment)[0] ?? ''} must [^\\n]+\\n$`));
      expect(errors).not.toContain('hunter2');
    },
  );

  it('drains and ends within 10 s of SIGTERM, whoever hangs on', async () => {
    const child = run({});
    const logs = text(child.stderr);
    const url = await readyAt(child);
    const idle = connect(Number(url.port), url.hostname).on('error', () => undefined);
    const halfAsked = connect(Number(url.port), url.hostname).on('error', () => undefined);
    await Promise.all([once(idle, 'connect'), once(halfAsked, 'connect')]);
    halfAsked.write('POST /session HTTP/1.1\r\nHost: console\r\nContent-Length: 100\r\n');
    expect((await fetch(new URL('/healthz', url))).status).toBe(200);

    const since = performance.now();
    child.kill('SIGTERM');
    expect(await endOf(child)).toEqual({ code: 0, signal: null });
    expect(performance.now() - since).toBeLessThan(10_000);
    for (const line of (await logs).trim().split('\n')) expect(() => JSON.parse(line) as unknown).not.toThrow();
  });

  it('ends at once at the second signal', async () => {
    const child = run({});
    const url = await readyAt(child);
    const halfAsked = connect(Number(url.port), url.hostname).on('error', () => undefined);
    await once(halfAsked, 'connect');
    halfAsked.write('POST /session HTTP/1.1\r\nHost: console\r\n');
    await fetch(new URL('/healthz', url));
    child.kill('SIGTERM');
    child.kill('SIGINT');
    expect(await endOf(child)).toEqual({ code: 1, signal: null });
  });
});
