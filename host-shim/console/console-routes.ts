import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { loggedError, readJsonOnly, refuseOtherMethods, requestValidation } from '../../adapters/plugin.ts';
import { companyRoutes } from './company-routes.ts';
import type { ConsoleParts } from './console-parts.ts';
import { ConsoleProblem } from './console-problem.ts';
import { ownStores } from './console-stores.ts';
import { managedBackupRoutes } from './managed-backup-routes.ts';
import { operationsRoutes } from './operations-routes.ts';
import { packageRoutes } from './package-routes.ts';
import { pluginListRoutes } from './plugin-list-routes.ts';
import type { RequestMetrics } from './request-metrics.ts';
import { sessionRoutes } from './session-routes.ts';
import { shellRoutes } from './shell-routes.ts';
import { storageAccountRoutes } from './storage-account-routes.ts';
import { userRoutes } from './user-routes.ts';

/** The console's own routes, with their own body parsing and validation, which a mounted plugin never meets. */
export function consoleRoutes(parts: ConsoleParts & { readonly metrics: RequestMetrics }): FastifyPluginAsync {
  return async (app) => {
    app.setValidatorCompiler(
      requestValidation(
        ({ sentence, field }) => new ConsoleProblem('invalid_request', sentence, field === null ? {} : { field }),
      ),
    );
    readJsonOnly(app);
    await refuseOtherMethods(app, routesOf(parts), (sentence) => new ConsoleProblem('method_not_allowed', sentence));
  };
}

function routesOf(parts: ConsoleParts & { readonly metrics: RequestMetrics }): FastifyPluginAsync {
  return async (routes) => {
    const { session, administrators, live } = parts;
    const { users, companies, storageAccounts, packages } = live?.stores ?? ownStores(parts.knex);
    await routes.register(sessionRoutes({ session, administrators, live }));
    await routes.register(userRoutes({ session, users, usersChanged: tellPlugin(parts, routes) }));
    await routes.register(companyRoutes({ session, companies }));
    await routes.register(storageAccountRoutes({ session, storageAccounts }));
    await routes.register(packageRoutes({ session, packages }));
    if (live !== undefined) await routes.register(managedBackupRoutes({ session, live }));
    await routes.register(pluginListRoutes({ session, ui: parts.plugin.ui }));
    await routes.register(operationsRoutes(parts));
    await routes.register(shellRoutes(parts));
  };
}

/** The user's change is stored by now, so whatever the plugin makes of it must not fail the request. */
function tellPlugin({ plugin }: ConsoleParts, app: FastifyInstance) {
  return async (tenantId: string, userIds: readonly string[]): Promise<void> => {
    try {
      await plugin.usersChanged(tenantId, userIds);
    } catch (error) {
      app.log.error({ err: loggedError(error), userIds }, 'the plugin could not take in that users changed');
    }
  };
}
