import type { FastifyBaseLogger } from 'fastify';
import type { Knex } from 'knex';
import type { AutotaskPlugin } from '../../adapters/plugin.ts';
import type { AdministratorSession } from './administrator-session.ts';
import type { AdministratorStore } from './administrator-store.ts';

export interface ConsoleParts {
  readonly knex: Knex;
  readonly log: FastifyBaseLogger;
  readonly secretKeys: readonly string[];
  readonly session: AdministratorSession;
  readonly administrators: AdministratorStore;
  readonly plugin: Pick<AutotaskPlugin, 'routes' | 'ui' | 'usersChanged'>;
  readonly shellDirectory: string;
}
