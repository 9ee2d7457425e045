import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type AutotaskPlugin, createAutotaskPlugin } from '../adapters/plugin.ts';
import { AdministratorSession } from './console/administrator-session.ts';
import { AdministratorStore } from './console/administrator-store.ts';
import { announcement } from './console/announcement.ts';
import { type Configuration, readConfiguration } from './console/configuration.ts';
import type { Environment } from './console/configuration-values.ts';
import { createConsole } from './console/create-console.ts';
import { prepareDataDirectory } from './console/data-directory.ts';
import { openDatabase, reachDatabase } from './console/database.ts';
import { holdMode } from './console/hold-mode.ts';
import { openKeyRing } from './console/key-ring.ts';
import { closeServer, listen } from './console/listen.ts';
import { LiveBackup } from './console/live-backup.ts';
import { checkLive } from './console/live-check.ts';
import { LiveLogIns } from './console/live-log-ins.ts';
import { openLog } from './console/log.ts';
import { migrateConsole } from './console/migrate-console.ts';
import { prepareAdministrator } from './console/prepare-administrator.ts';
import { principalOf } from './console/principal-of.ts';
import { SignInStore } from './console/sign-in-store.ts';
import { StartRefused } from './console/start-refused.ts';
import { openAutotask } from './open-autotask.ts';
import { openMbs } from './open-mbs.ts';

export interface RunningConsole {
  readonly url: string;
  /** Lets running requests end, for some seconds, then gives everything back. */
  close(): Promise<void>;
}

/** What to give back, the latest first. */
type Closers = (() => Promise<void>)[];

/** Starts the stand-in console with the plugin mounted; a refused setting throws `StartRefused`. */
export async function startConsole(environment: Environment, print: (line: string) => void): Promise<RunningConsole> {
  const configuration = readConfiguration(environment);
  const closers: Closers = [];
  try {
    const url = await start(configuration, closers, print);
    return { url, close: () => closeAll(closers) };
  } catch (error) {
    await closeAll(closers);
    throw error;
  }
}

async function start(configuration: Configuration, closers: Closers, print: (line: string) => void): Promise<string> {
  const log = openLog(configuration.logLevel);
  await prepareDataDirectory(configuration);
  const secretKeys = await openKeyRing(configuration);
  const knex = await openDatabase(configuration.database, log);
  closers.unshift(() => knex.destroy());
  await reachDatabase(knex);
  await migrateConsole(knex, configuration.database.engine);
  await holdMode(knex, configuration.mode);
  const administrator = await prepareAdministrator(knex, configuration.administrator);

  const autotask = await openAutotask(configuration, log);
  closers.unshift(() => autotask.close());
  const mbs = await openMbs(configuration, log);
  closers.unshift(() => mbs.close());
  const administrators = new AdministratorStore(knex);
  const session = new AdministratorSession({ administrators, signIns: new SignInStore(knex) });
  const logIns = new LiveLogIns({ knex, secretKeys, fixed: mbs.address?.logIn ?? null });
  const plugin = createAutotaskPlugin({
    resolvePrincipal: (request) => principalOf(session, request),
    knex,
    log,
    secretKeys,
    autotask,
    ...(mbs.address === null ? {} : { mbs: { url: mbs.address.url, logInOf: (tenantId) => logIns.of(tenantId) } }),
    brakes: { firstImport: mbs.address === null ? 'free' : 'held' },
  });
  await migratePlugin(plugin);
  closers.unshift(() => plugin.stop());
  await plugin.start();

  const shellDirectory = findShell();
  const { managedBackup } = plugin;
  const kind = mbs.practice === null ? 'live' : 'practice';
  const live = managedBackup === null ? undefined : new LiveBackup({ managedBackup, logIns, kind });
  const app = await createConsole({
    knex,
    log,
    secretKeys,
    session,
    administrators,
    plugin,
    shellDirectory,
    ...(live === undefined ? {} : { live }),
  });
  closers.unshift(() => closeServer(app));
  const url = await listen(app, configuration);
  const isPasswordSet = configuration.administrator.password !== null;
  const { practice } = autotask;
  const practiceMbs = mbs.practice;
  for (const line of announcement({ url, administrator, isPasswordSet, practice, practiceMbs })) print(line);
  if (live !== undefined && practiceMbs === null) {
    // Not waited for: a service that can't be reached is tried for a while.
    void checkLive({ plugin, live, tenantId: administrator.tenantId, log, print });
  }
  return url;
}

async function migratePlugin(plugin: AutotaskPlugin): Promise<void> {
  try {
    await plugin.migrate();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'newer_schema')) throw error;
    throw new StartRefused(
      'DATABASE_URL names a database that a newer version of the plugin has changed; ' +
        'start that version, or use another DATA_DIR or DATABASE_URL.',
      { cause: error },
    );
  }
}

/** The build lays the pages beside the server; from the sources they are in the build, too. */
function findShell(): string {
  const candidates = ['../shell/', '../dist/shell/'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const built = candidates.find((directory) => existsSync(`${directory}index.html`));
  if (built === undefined) throw new Error('The pages are not built; npm start builds them.');
  return built;
}

async function closeAll(closers: Closers): Promise<void> {
  const failures: unknown[] = [];
  for (let close = closers.shift(); close !== undefined; close = closers.shift()) {
    try {
      await close();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Not everything could be closed.');
}
