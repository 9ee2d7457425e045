import { fastifySSE } from '@fastify/sse';
import fastifyStatic from '@fastify/static';
import swagger from '@fastify/swagger';
import type { FastifyPluginAsync } from 'fastify';
import { catalogRoutes } from './catalog-routes.ts';
import { connectionRoutes } from './connection-routes.ts';
import { contactRoutes } from './contact-routes.ts';
import { importRoutes } from './import-routes.ts';
import { refuseOtherMethods } from './other-methods.ts';
import { resolvePrincipals } from './principal.ts';
import { handleError } from './problem.ts';
import { RequestRefused } from './request-refused.ts';
import { requestValidation } from './request-validation.ts';
import type { RouteParts } from './route-parts.ts';
import { runRoutes } from './run-routes.ts';
import { systemRoutes } from './system-routes.ts';

/** Everything below the prefix that the host chooses: `/api/…` and the browser file under `/ui/`. */
export function pluginRoutes(parts: RouteParts): FastifyPluginAsync {
  return async (app) => {
    app.setErrorHandler(handleError);
    app.setNotFoundHandler((request) => {
      throw new RequestRefused('not_found', `There is nothing at ${request.url.split('?')[0] ?? ''}.`);
    });
    await app.register(fastifyStatic, { root: parts.uiFolder, prefix: '/ui/', decorateReply: false });
    await app.register(
      async (api) => {
        api.setValidatorCompiler(requestValidation);
        resolvePrincipals(api, parts);
        await api.register(fastifySSE);
        await api.register(swagger, {
          openapi: {
            openapi: '3.1.0',
            info: { title: 'Autotask Contacts for Managed Backup', version: '0.1.0' },
          },
        });
        await refuseOtherMethods(api, async (routes) => {
          await routes.register(connectionRoutes(parts));
          await routes.register(catalogRoutes(parts));
          await routes.register(contactRoutes(parts));
          await routes.register(importRoutes(parts));
          await routes.register(runRoutes(parts));
          await routes.register(systemRoutes(parts));
        });
      },
      { prefix: '/api' },
    );
  };
}
