import { fastifySSE } from '@fastify/sse';
import fastifyStatic from '@fastify/static';
import swagger from '@fastify/swagger';
import type { FastifyPluginAsync, FastifyRequest, RouteOptions } from 'fastify';
import { loggedError } from '../../core/ports/logged-error.ts';
import { catalogRoutes } from './catalog-routes.ts';
import { connectionRoutes } from './connection-routes.ts';
import { contactRoutes } from './contact-routes.ts';
import { csvRoutes } from './csv-routes.ts';
import { importRoutes } from './import-routes.ts';
import { sayOptionalBodies } from './optional-body.ts';
import { resolvePrincipals } from './principal.ts';
import { handleError } from './problem.ts';
import { readJsonOnly } from './read-json-only.ts';
import { refuseOtherMethods } from './refuse-other-methods.ts';
import { RequestRefused } from './request-refused.ts';
import { requestValidation } from './request-validation.ts';
import type { RouteParts } from './route-parts.ts';
import { runRoutes } from './run-routes.ts';
import { refusal } from './schemas/problem-schema.ts';
import { systemRoutes } from './system-routes.ts';

/** Proxies close a stream that is silent for long, many after a minute, some after half of one. */
const HEARTBEAT_MS = 15_000;

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
        api.addHook('onRoute', completeRoute);
        api.setValidatorCompiler(requestValidation(({ sentence }) => new RequestRefused('invalid_request', sentence)));
        // Response schemas are for the reader of the document; compiling them delays every first answer.
        api.setSerializerCompiler(() => (data) => JSON.stringify(data));
        readJsonOnly(api);
        resolvePrincipals(api, parts);
        await api.register(fastifySSE, { heartbeatInterval: HEARTBEAT_MS });
        await api.register(swagger, {
          decorator: 'autotaskDocument',
          openapi: {
            openapi: '3.1.0',
            info: { title: 'Autotask Contacts for Managed Backup', version: '0.1.0' },
          },
          transformObject: sayOptionalBodies,
        });
        await refuseOtherMethods(
          api,
          routesOf(parts),
          (sentence) => new RequestRefused('method_not_allowed', sentence),
        );
      },
      { prefix: '/api' },
    );
  };
}

function routesOf(parts: RouteParts): FastifyPluginAsync {
  return async (routes) => {
    await routes.register(connectionRoutes(parts));
    await routes.register(catalogRoutes(parts));
    await routes.register(contactRoutes(parts));
    await routes.register(importRoutes(parts));
    await routes.register(runRoutes(parts));
    await routes.register(csvRoutes(parts));
    await routes.register(systemRoutes(parts));
  };
}

/** What all routes have in common. */
function completeRoute(route: RouteOptions): void {
  // The host's log gets neither whom somebody searches for nor what a driver's error holds of a row.
  route.logSerializers = { ...route.logSerializers, req: withoutQuery, err: loggedError };
  const { response } = route.schema ?? {};
  if (typeof response === 'object') route.schema = { ...route.schema, response: { ...response, default: refusal } };
}

function withoutQuery({ method, url }: FastifyRequest): object {
  return { method, url: url.split('?')[0] };
}
