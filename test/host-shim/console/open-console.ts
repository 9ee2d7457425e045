import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { Knex } from 'knex';
import { pino } from 'pino';
import type { AutotaskPlugin } from '../../../adapters/plugin.ts';
import { AdministratorSession } from '../../../host-shim/console/administrator-session.ts';
import { AdministratorStore } from '../../../host-shim/console/administrator-store.ts';
import type { DatabaseAddress } from '../../../host-shim/console/configuration-addresses.ts';
import { createConsole } from '../../../host-shim/console/create-console.ts';
import { openDatabase } from '../../../host-shim/console/database.ts';
import { migrateConsole } from '../../../host-shim/console/migrate-console.ts';
import { prepareAdministrator } from '../../../host-shim/console/prepare-administrator.ts';
import { writeSeed } from '../../../host-shim/console/seed.ts';
import { SignInStore } from '../../../host-shim/console/sign-in-store.ts';

export const ADMINISTRATOR = { email: 'admin@msp.example', password: 'correct horse battery' };

const TABLES = ['user_destination', 'user', 'company', 'package', 'destination', 'storage_account'];

/** Stands in for the plugin at its public entry: remembers what the console tells it. */
class RecordingPlugin implements Pick<AutotaskPlugin, 'routes' | 'ui' | 'usersChanged'> {
  readonly told: { tenantId: string; userIds: readonly string[] | undefined }[] = [];
  readonly ui = { element: 'autotask-contacts', module: 'ui/autotask-contacts.js' } as const;
  failure: Error | null = null;

  readonly routes: AutotaskPlugin['routes'] = (app) => {
    app.post('/echo', (request) => ({ body: request.body }));
    app.get('/echo', () => ({ ok: true }));
    return Promise.resolve();
  };

  usersChanged(tenantId: string, userIds?: readonly string[]): Promise<void> {
    this.told.push({ tenantId, userIds });
    return this.failure ? Promise.reject(this.failure) : Promise.resolve();
  }
}

export interface TestConsole {
  readonly app: FastifyInstance;
  readonly knex: Knex;
  readonly plugin: RecordingPlugin;
  /** What a signed-in request carries. */
  readonly headers: { readonly cookie: string; readonly 'x-csrf-token': string };
  /** Asks as the signed-in administrator. */
  ask(method: Method, url: string, body?: object): Promise<LightMyRequestResponse>;
  /** Asks without a session. */
  askSignedOut(method: Method, url: string, body?: object): Promise<LightMyRequestResponse>;
  /** Back to the seed, as after the first start; cheaper than a console for each test. */
  reset(): Promise<void>;
  close(): Promise<void>;
}
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export async function openConsole(
  options: { database?: DatabaseAddress; password?: string } = {},
): Promise<TestConsole> {
  const directory = await mkdtemp(path.join(tmpdir(), 'console-'));
  await mkdir(path.join(directory, 'assets'));
  await writeFile(path.join(directory, 'index.html'), '<!doctype html><title>Console</title>');
  await writeFile(path.join(directory, 'assets', 'shell.js'), 'export {};');
  const log = pino({ level: 'silent' });
  const address = options.database ?? { engine: 'sqlite', file: ':memory:' };
  const knex = await openDatabase(address, log);
  const password = options.password ?? ADMINISTRATOR.password;
  await migrateConsole(knex, address.engine);
  await prepareAdministrator(knex, { email: ADMINISTRATOR.email, isEmailSet: true, password });
  const administrators = new AdministratorStore(knex);
  const session = new AdministratorSession({ administrators, signIns: new SignInStore(knex) });
  const plugin = new RecordingPlugin();
  const app = await createConsole({
    knex,
    log,
    secretKeys: ['k'.repeat(32)],
    session,
    administrators,
    plugin,
    shellDirectory: directory,
  });
  const signIn = await app.inject({ method: 'POST', url: '/session', payload: { ...ADMINISTRATOR, password } });
  const headers = { cookie: cookieOf(signIn), 'x-csrf-token': signIn.json<{ csrfToken: string }>().csrfToken };
  return {
    app,
    knex,
    plugin,
    headers,
    ask: (method, url, body) => app.inject({ method, url, headers, ...payloadOf(body) }),
    askSignedOut: (method, url, body) => app.inject({ method, url, ...payloadOf(body) }),
    async reset() {
      plugin.told.length = 0;
      plugin.failure = null;
      const administrator = await administrators.findFirst();
      await knex.transaction(async (transaction) => {
        for (const table of TABLES) await transaction(`console_${table}`).delete();
        await writeSeed(transaction, administrator!.tenantId);
      });
    },
    async close() {
      await app.close();
      await knex.destroy();
      await rm(directory, { recursive: true });
    },
  };
}

export function cookieOf(response: LightMyRequestResponse): string {
  return response.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
}

function payloadOf(body: object | undefined): { payload: object } | Record<string, never> {
  return body === undefined ? {} : { payload: body };
}
