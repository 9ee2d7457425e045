import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StartRefused } from '../../../host-shim/console/start-refused.ts';
import { type RunningConsole, startConsole } from '../../../host-shim/start-console.ts';
import { freshPostgres } from './engines.ts';

let dataDirectory: string;
let printed: string[];
let running: RunningConsole[];
beforeEach(() => {
  dataDirectory = path.join(tmpdir(), `console-${randomUUID()}`);
  printed = [];
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((one) => one.close()));
  await rm(dataDirectory, { recursive: true, force: true });
});

async function start(environment: Record<string, string> = {}): Promise<RunningConsole> {
  const started = await startConsole(
    { PORT: '0', DATA_DIR: dataDirectory, PRACTICE_CONTACTS: '20', LOG_LEVEL: 'silent', ...environment },
    (line) => printed.push(line),
  );
  running.push(started);
  return started;
}

async function signIn(url: string, password: string) {
  const response = await fetch(`${url}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'admin@msp.example', password }),
  });
  expect(response.status).toBe(200);
  const { csrfToken } = (await response.json()) as { csrfToken: string };
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { cookie, 'x-csrf-token': csrfToken, 'content-type': 'application/json' };
}

function printedAfter(label: string): string {
  return printed.find((line) => line.startsWith(label))?.slice(label.length) ?? '';
}

describe('starting the console', { timeout: 30_000 }, () => {
  it('prints the address last, after what is needed to sign in and to connect', async () => {
    const { url } = await start();
    expect(printed).toEqual([
      'Console email: admin@msp.example',
      expect.stringMatching(/^Console password: \S{23}$/),
      'Keep it: it is not shown again.',
      expect.stringMatching(/^Practice Autotask UserName: \S+$/),
      expect.stringMatching(/^Practice Autotask Password: \S+$/),
      `Console ready at ${url}`,
    ]);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('runs a practice MBS where it is asked to, whose log-in it prints, and ends it', async () => {
    const { close } = await start({ PRACTICE_MBS: '1' });
    const url = new URL('/api/Provider/Login', printedAfter('Practice MBS at '));
    const UserName = printedAfter('Practice MBS UserName: ');
    const logIn = () =>
      fetch(url, {
        method: 'POST',
        body: new URLSearchParams({ UserName, Password: printedAfter('Practice MBS Password: ') }),
      });
    expect((await logIn()).status).toBe(200);
    await close();
    await expect(logIn()).rejects.toThrow();
  });

  it('says that the practice MBS is one, and takes no log-in for it', async () => {
    const { url } = await start({ PRACTICE_MBS: '1' });
    const headers = await signIn(url, printedAfter('Console password: '));
    const ask = async (route: string, init = {}): Promise<unknown> =>
      (await fetch(`${url}${route}`, { headers, ...init })).json();
    expect(await ask('/session')).toMatchObject({ managedBackup: 'practice' });
    for (const list of ['users', 'companies', 'storage-accounts', 'packages']) {
      expect(await ask(`/console/${list}`)).toMatchObject({ whose: 'practice' });
    }
    const body = JSON.stringify({ username: 'other', password: 'other' });
    const refused = (await ask('/console/managed-backup', { method: 'PUT', body })) as { detail: string };
    expect(refused).toMatchObject({ code: 'managed_backup_fixed' });
    expect(refused.detail).not.toContain('MBS_API');
  });

  it('serves pages and plugin to who signs in with the printed password', async () => {
    const { url } = await start();
    const headers = await signIn(url, printedAfter('Console password: '));
    expect(await (await fetch(`${url}/settings/autotask`)).text()).toContain('<console-shell>');
    const refused = await fetch(`${url}/plugins/autotask/api/connection`);
    expect(await refused.json()).toMatchObject({ status: 401 });
    const connection = await fetch(`${url}/plugins/autotask/api/connection`, { headers });
    expect(await connection.json()).toMatchObject({ state: 'not_configured' });
    const module = await fetch(`${url}/plugins/autotask/ui/autotask-contacts.js`);
    expect(await module.text()).toContain('autotask-contacts');
    const stored = await fetch(`${url}/plugins/autotask/api/connection`, {
      method: 'PUT',
      headers,
      body: JSON.stringify({
        username: printedAfter('Practice Autotask UserName: '),
        password: printedAfter('Practice Autotask Password: '),
      }),
    });
    expect(await stored.json()).toMatchObject({ state: 'connected' });
  });

  it('keeps data, sessions and the connection over a restart', async () => {
    const first = await start({ CONSOLE_ADMIN_PASSWORD: 'chosen' });
    const headers = await signIn(first.url, 'chosen');
    const user = { email: 'ann@harbour.example', firstName: 'Ann' };
    const added = await fetch(`${first.url}/console/users`, { method: 'POST', headers, body: JSON.stringify(user) });
    expect(await added.json()).toMatchObject(user);
    await first.close();
    printed = [];

    const second = await start({ CONSOLE_ADMIN_PASSWORD: 'chosen' });
    expect(printedAfter('Console password: ')).toBe('as set in CONSOLE_ADMIN_PASSWORD');
    const list = await fetch(`${second.url}/console/users`, { headers });
    expect(await list.json()).toMatchObject({ items: [user], total: 1 });
    await second.close();
    printed = [];

    await start();
    expect(printedAfter('Console password: ')).toBe('unchanged');
  });

  it('runs as several nodes on one PostgreSQL, each knowing the session of the others', async () => {
    const database = await freshPostgres();
    const shared = { DATABASE_URL: database.url, SECRET_KEYS: 'k'.repeat(40), CONSOLE_ADMIN_PASSWORD: 'chosen' };
    const [one, other] = await Promise.all([start(shared), start(shared)]);
    const headers = await signIn(one.url, 'chosen');
    const added = await fetch(`${other.url}/console/users`, { method: 'POST', headers, body: '{"email":"ann"}' });
    expect(await added.json()).toMatchObject({ email: 'ann' });
    expect(await (await fetch(`${one.url}/console/users`, { headers })).json()).toMatchObject({ total: 1 });
    await Promise.all([one.close(), other.close()]);
    await database.remove();
  });

  it('uses another Autotask without a practice server', async () => {
    await start({ AUTOTASK_URL: 'http://127.0.0.1:1/ATServicesRest/' });
    expect(printed.join('\n')).not.toContain('Practice');
  });

  it('is refused where the port is taken, and gives everything back', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const port = String((other.address() as AddressInfo).port);
    await expect(start({ PORT: port })).rejects.toThrow(`PORT must be a free port, or 0 for any; 127.0.0.1:${port} is`);
    expect(printed).toEqual([]);
    other.close();
    await start({ PORT: port });
  });

  it('keeps what was practised from a live service, and the other way round', async () => {
    const live = { CONSOLE_MODE: 'live', AUTOTASK_INTEGRATION_CODE: 'CODE', MBS_API_URL: 'http://127.0.0.1:1' };
    await (await start()).close();
    await expect(start(live)).rejects.toThrow(
      /^DATA_DIR .* must name another place for live use: .* is of practice use/,
    );
    await (await start()).close();
    await rm(dataDirectory, { recursive: true });
    await (await start(live)).close();
    await expect(start()).rejects.toThrow(/ must name another place for practice use: .* is of live use/);
  });

  it.each([
    ['HOST', { HOST: 'no.such.host.invalid' }],
    ['DATA_DIR', { DATA_DIR: '/dev/null/data' }],
    ['DATABASE_URL', { DATABASE_URL: 'sqlite:/dev/null/console.sqlite' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
  ])('is refused for a bad %s', async (name, environment) => {
    await expect(start(environment)).rejects.toThrow(StartRefused);
    await expect(start(environment)).rejects.toThrow(new RegExp(`^${name} must `));
  });

  it('is refused where the data directory cannot be one', async () => {
    await mkdir(path.join(dataDirectory, 'secret.keys'), { recursive: true });
    await expect(start()).rejects.toThrow(/EISDIR/);
  });
});
