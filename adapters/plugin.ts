import { fileURLToPath } from 'node:url';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { Knex } from 'knex';
import type { Principal } from '../core/contract/index.ts';
import { type Brakes, DEFAULT_BRAKES } from '../core/domain/brake.ts';
import { tenantId as tenantIdOf, userId as userIdOf } from '../core/domain/ids.ts';
import { isPluginError } from '../core/ports/errors.ts';
import type { Log } from '../core/ports/log.ts';
import { loggedError } from '../core/ports/logged-error.ts';
import { wire } from './container.ts';
import { pluginRoutes } from './http/plugin-routes.ts';
import { readJsonOnly } from './http/read-json-only.ts';
import { refuseOtherMethods } from './http/refuse-other-methods.ts';
import { requestValidation } from './http/request-validation.ts';
import type { InvalidRequest } from './http/validation-sentence.ts';
import { migratePlugin } from './knex/migrate-plugin.ts';
import type { DatabaseConfig } from './knex/open-database.ts';
import { type ManagedBackup, managedBackupOf } from './managed-backup.ts';
import type { MbsLogIn } from './mbs-api/mbs-providers.ts';
import { isMbsLogInRefused } from './mbs-api/port-error.ts';
import { JoseSecretBox } from './secrets/jose-secret-box.ts';
import type { Ports } from './tokens.ts';

export type { Brakes, DatabaseConfig, InvalidRequest, Log, ManagedBackup, MbsLogIn, Ports, Principal };

// How the plugin reads requests, refuses them, logs errors and seals secrets, for a host that wants to do the same.
export {
  isMbsLogInRefused,
  isPluginError,
  JoseSecretBox,
  loggedError,
  readJsonOnly,
  refuseOtherMethods,
  requestValidation,
};

/**
 * What a console hands the plugin.
 *
 * @public
 */
export interface AutotaskHost {
  /**
   * Says who is asking; null when nobody is signed in.
   *
   * @remarks
   * The host has already checked its own session and CSRF token.
   */
  resolvePrincipal(request: FastifyRequest): Promise<Principal | null> | Principal | null;

  /** The host's knex instance, which stays the host's to close, or where the plugin's own tables are. */
  readonly knex: Knex | DatabaseConfig;

  readonly log: Log;

  /** The key ring for secrets at rest, newest first: the first seals, all open. Each of 16 characters or more. */
  readonly secretKeys: readonly string[];

  readonly autotask: {
    /** Zone discovery base, e.g. `https://webservices.autotask.net/ATServicesRest/`. */
    readonly url: string;
    /** The vendor's API tracking identifier. */
    readonly integrationCode: string;
  };

  /** Given, users, destinations and packages are those of the public MBS API; else those of the host's tables. */
  readonly mbs?: {
    /** The origin without `/api`, e.g. `https://api.mspbackups.com`; plain http for loopback only. */
    readonly url: string;
    /** A provider's log-in of the API as it is now, asked for before each use; null while it has none. */
    logInOf(tenantId: string): Promise<MbsLogIn | null>;
  };

  /** What makes a run wait for a person; what is left out is as recommended: a refresh that brings less than 90 %. */
  readonly brakes?: Partial<Brakes>;

  /** The host's own implementation of any port, in place of the plugin's. */
  readonly ports?: Partial<Ports>;
}

/**
 * The plugin, from the console's side.
 *
 * @public
 */
export interface AutotaskPlugin {
  /**
   * Brings the plugin's tables (prefix `autotask_`) up to date. Several nodes may do so at once.
   *
   * @throws `newer_schema` when the database was written by a newer version
   */
  migrate(): Promise<void>;

  /** Takes up work, runs that an earlier process left unfinished included. */
  start(): Promise<void>;

  /** Gives unfinished work back and closes what the plugin opened. It can be repeated. */
  stop(): Promise<void>;

  /** To be registered with a prefix of the host's choice: `app.register(plugin.routes, { prefix })`. */
  readonly routes: FastifyPluginAsync;

  /** The element for Settings > Autotask, and the module that defines it, below the prefix of the routes. */
  readonly ui: { readonly element: 'autotask-contacts'; readonly module: 'ui/autotask-contacts.js' };

  /** What there is in Managed Backup, for the host's own pages; null unless the host has asked for the MBS API. */
  readonly managedBackup: ManagedBackup | null;

  /** Checks a provider's stored credentials of Autotask again, and says in words what is found. */
  checkAutotask(tenantId: string): Promise<string>;

  /** For the host's own status page. */
  health(): Promise<{ readonly status: 'ok' | 'degraded' }>;

  /** To be called when users of the provider were made, changed or deleted; without ids: any of them. */
  usersChanged(tenantId: string, userIds?: readonly string[]): Promise<void>;
}

/**
 * Makes a plugin for a console; instances share nothing.
 *
 * @public
 */
export function createAutotaskPlugin(host: AutotaskHost): AutotaskPlugin {
  const wiring = wire({
    database: host.knex,
    secretKeys: host.secretKeys,
    autotask: host.autotask,
    ...(host.mbs === undefined ? {} : { mbs: host.mbs }),
    log: host.log,
    brakes: { ...DEFAULT_BRAKES, ...host.brakes },
    ...(host.ports === undefined ? {} : { ports: host.ports }),
  });
  const { database, ports, useCases, mbs } = wiring;

  const health = async () => {
    try {
      await database.knex.raw('select 1');
      return { status: 'ok' as const };
    } catch (error) {
      ports.log.warn({ err: loggedError(error) }, 'the database does not answer');
      return { status: 'degraded' as const };
    }
  };

  return {
    ui: { element: 'autotask-contacts', module: 'ui/autotask-contacts.js' },
    migrate: () => migratePlugin(database.knex),
    start: () => ports.jobs.start((claimed, signal) => useCases.carryOutRun.run(claimed, signal)),
    async stop() {
      await ports.jobs.stop();
      await wiring.close();
    },
    routes: pluginRoutes({
      ...ports,
      ...useCases,
      resolvePrincipal: (request) => host.resolvePrincipal(request),
      health,
      uiFolder: uiFolder(),
    }),
    managedBackup: mbs === null ? null : managedBackupOf(mbs),
    async checkAutotask(tenantId) {
      try {
        const { problem } = await useCases.testConnection.run(tenantIdOf(tenantId), new AbortController().signal);
        return problem === null ? 'connected.' : `${problem.text} ${problem.remedy}`;
      } catch (error) {
        if (!isPluginError(error)) throw error;
        return error.safeDetail;
      }
    },
    health,
    async usersChanged(tenantId, userIds) {
      const tenant = tenantIdOf(tenantId);
      const { databaseId } = await useCases.viewConnection.run(tenant);
      if (databaseId === null) return;
      const key = { tenantId: tenant, databaseId };
      const { rederiveStatuses } = useCases;
      await (userIds === undefined
        ? rederiveStatuses.ofAll(key)
        : rederiveStatuses.ofUsers(key, userIds.map(userIdOf)));
    },
  };
}

/** The built browser file lies beside the built server half; run from its sources, the server finds it there too. */
function uiFolder(): string {
  const here = import.meta.url;
  return fileURLToPath(new URL(here.endsWith('.ts') ? '../dist/ui/' : '../ui/', here));
}
