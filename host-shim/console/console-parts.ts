import type { FastifyBaseLogger } from 'fastify';
import type { Knex } from 'knex';
import type { AutotaskPlugin } from '../../adapters/plugin.ts';
import type { AdministratorSession } from './administrator-session.ts';
import type { AdministratorStore } from './administrator-store.ts';
import type { LiveBackup } from './live-backup.ts';

export interface ConsoleParts {
  readonly knex: Knex;
  readonly log: FastifyBaseLogger;
  readonly secretKeys: readonly string[];
  readonly session: AdministratorSession;
  readonly administrators: AdministratorStore;
  readonly plugin: Pick<AutotaskPlugin, 'routes' | 'ui' | 'usersChanged'>;
  /** Left out, the pages show the console's own tables. */
  readonly live?: LiveBackup;
  readonly shellDirectory: string;
}
