import { join } from 'node:path';
import { wire } from '../../adapters/container.ts';
import { migratePlugin } from '../../adapters/knex/migrate-plugin.ts';
import type { OpenDatabase } from '../../adapters/knex/open-database.ts';
import { MemoryPackages } from '../../adapters/memory/memory-packages.ts';
import { MemoryStorageDestinations } from '../../adapters/memory/memory-storage-destinations.ts';
import { MemoryUserRepository } from '../../adapters/memory/memory-user-repository.ts';
import type { Ports } from '../../adapters/tokens.ts';
import type { Credentials } from '../../core/domain/connection.ts';
import { tenantId } from '../../core/domain/ids.ts';
import type { RefreshMode } from '../../core/domain/run.ts';
import { removeDirectory, temporaryDirectory } from '../support/console-process.ts';
import { BENCH_SETTINGS } from './bench-settings.ts';
import { RefreshMoments } from './refresh-moments.ts';
import { runRefresh } from './run-refresh.ts';

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
  /** When the run has ended, all contacts are looked at once more, in case that users have changed. */
  readonly afterwards: number;
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
  const storageDestinations = new MemoryStorageDestinations();
  const packages = new MemoryPackages();
  const wiring = wire({
    ...BENCH_SETTINGS,
    database: { connection: `sqlite:${join(directory, 'plugin.sqlite')}` },
    ...(url === undefined ? {} : { autotask: { url, integrationCode: 'none' } }),
    ports: {
      storageDestinations,
      packages,
      users: new MemoryUserRepository({ destinations: storageDestinations, packages }),
      ...(source === undefined ? {} : { source }),
    },
  });
  const { knex } = wiring.database;
  await migratePlugin(knex);
  await wiring.useCases.saveConnection.run(TENANT, credentials, 'bench', new AbortController().signal);
  const moments = new RefreshMoments(wiring.ports);
  return {
    knex,
    async refresh(mode) {
      const began = performance.now();
      await runRefresh(wiring, TENANT, mode);
      const { commitBegan, commitEnded, runEnded } = moments;
      return {
        read: commitBegan - began,
        commit: commitEnded - commitBegan,
        derive: runEnded - commitEnded,
        afterwards: performance.now() - runEnded,
      };
    },
    async close() {
      await wiring.close();
      await removeDirectory(directory);
    },
  };
}

/** How long whoever pressed the button waited. */
export function waitOf({ read, commit, derive }: RefreshTimes): number {
  return read + commit + derive;
}
