import { join } from 'node:path';
import { wire } from '../../adapters/container.ts';
import { migratePlugin } from '../../adapters/knex/migrate-plugin.ts';
import { type OpenDatabase, openDatabase } from '../../adapters/knex/open-database.ts';
import { MemoryPackages } from '../../adapters/memory/memory-packages.ts';
import { MemoryStorageDestinations } from '../../adapters/memory/memory-storage-destinations.ts';
import { MemoryUserRepository } from '../../adapters/memory/memory-user-repository.ts';
import type { Ports } from '../../adapters/tokens.ts';
import { DEFAULT_BRAKES } from '../../core/domain/brake.ts';
import type { Credentials } from '../../core/domain/connection.ts';
import { tenantId } from '../../core/domain/ids.ts';
import type { RefreshMode } from '../../core/domain/run.ts';
import { removeDirectory, temporaryDirectory } from '../support/console-process.ts';
import { SilentLog } from '../support/silent-log.ts';
import { TimedBook } from './timed-book.ts';

const TENANT = tenantId('bench');

interface PluginOptions {
  readonly credentials: Credentials;
  /** Where Autotask is, unless the source is another. */
  readonly url?: string;
  readonly source?: Ports['source'];
}

/** What a refresh spent on what, in milliseconds. */
export interface RefreshTimes {
  readonly read: number;
  readonly commit: number;
  readonly derive: number;
}

/** The plugin over a database file of its own, connected, in a console without users. */
export interface PluginOnDisk {
  readonly knex: OpenDatabase['knex'];
  /** @throws when the refresh does not end well */
  refresh(mode: RefreshMode): Promise<RefreshTimes>;
  close(): Promise<void>;
}

export async function openPlugin({ credentials, url, source }: PluginOptions): Promise<PluginOnDisk> {
  const directory = await temporaryDirectory();
  const database = openDatabase({ connection: `sqlite:${join(directory, 'plugin.sqlite')}` });
  const contactBook = new TimedBook(database);
  const storageDestinations = new MemoryStorageDestinations();
  const packages = new MemoryPackages();
  const wiring = wire({
    database: database.knex,
    secretKeys: ['a key that is long enough'],
    autotask: { url: url ?? 'https://webservices.autotask.net/ATServicesRest/', integrationCode: 'none' },
    log: new SilentLog(),
    brakes: DEFAULT_BRAKES,
    ports: {
      contactBook,
      storageDestinations,
      packages,
      users: new MemoryUserRepository({ destinations: storageDestinations, packages }),
      ...(source === undefined ? {} : { source }),
    },
  });
  await migratePlugin(database.knex);
  await wiring.useCases.saveConnection.run(TENANT, credentials, 'bench', new AbortController().signal);
  return {
    knex: database.knex,
    async refresh(mode) {
      const began = performance.now();
      await runRefresh(wiring, mode);
      const { commitBegan, commitEnded } = contactBook;
      return { read: commitBegan - began, commit: commitEnded - commitBegan, derive: performance.now() - commitEnded };
    },
    async close() {
      await wiring.close();
      await database.close();
      await removeDirectory(directory);
    },
  };
}

export function sumOf({ read, commit, derive }: RefreshTimes): number {
  return read + commit + derive;
}

async function runRefresh({ ports, useCases }: ReturnType<typeof wire>, mode: RefreshMode): Promise<void> {
  const request = { requestedBy: 'bench', idempotencyKey: null, fingerprint: '', mode };
  const { id } = await useCases.startRefresh.run(TENANT, request);
  const claimed = await ports.runs.claim({ leaseMs: 600_000 });
  if (claimed === null) throw new Error('There is no run to work on');
  await useCases.carryOutRun.run(claimed, new AbortController().signal);
  const run = await ports.runs.find(TENANT, id);
  if (run?.state !== 'done') throw new Error(`The refresh ended ${run?.state}: ${run?.problem?.text}`);
}
