import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { Knex } from 'knex';
import type { Principal } from '../core/contract/index.ts';
import type { Log } from '../core/ports/log.ts';

export interface AutotaskHost {
  resolvePrincipal(request: FastifyRequest): Promise<Principal | null> | Principal | null;
  readonly knex: Knex;
  readonly log: Log;
  readonly secretKeys: readonly string[];
  readonly autotask: { readonly url: string; readonly integrationCode: string };
}

export interface AutotaskPlugin {
  migrate(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
  readonly routes: FastifyPluginAsync;
  readonly ui: { readonly element: 'autotask-contacts'; readonly module: string };
  health(): Promise<{ readonly status: 'ok' | 'degraded' }>;
  usersChanged(tenantId: string, userIds?: readonly string[]): Promise<void>;
}
