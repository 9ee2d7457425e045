import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { requires, tenantOf } from './principal.ts';
import type { RouteParts } from './route-parts.ts';
import { latestQuery } from './schemas/run-schemas.ts';
import { oneOf } from './schemas/values.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** The OpenAPI document, under a name that no host uses for its own. */
    autotaskDocument(): object;
  }
}

const document = Type.Object({}, { additionalProperties: true, description: 'This document' });

const activity = Type.Object({
  at: Type.String(),
  by: Type.String(),
  action: Type.String(),
  subject: Type.String(),
});

/** What is about the plugin itself. */
export function systemRoutes({ health, activityLog }: RouteParts): FastifyPluginAsyncTypebox {
  const view = { onRequest: requires('psa.view') };
  return async (app) => {
    app.get(
      '/health',
      {
        ...view,
        schema: {
          summary: 'Tell whether the plugin works',
          response: { 200: Type.Object({ status: oneOf(['ok', 'degraded'], 'the state') }) },
        },
      },
      async () => health(),
    );

    app.get(
      '/activity',
      {
        ...view,
        schema: {
          summary: 'List who did what, newest first',
          querystring: latestQuery,
          response: { 200: Type.Object({ items: Type.Array(activity) }) },
        },
      },
      async (request) => ({ items: [...(await activityLog.recent(tenantOf(request), request.query.limit ?? 50))] }),
    );

    app.get(
      '/openapi.json',
      { ...view, schema: { summary: 'Describe these routes', response: { 200: document } } },
      async () => app.autotaskDocument(),
    );
  };
}
