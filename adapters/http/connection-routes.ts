import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { endless } from './endless.ts';
import { principalOf, requires, tenantOf } from './principal.ts';
import type { RouteParts } from './route-parts.ts';
import { connectionView as connectionSchema, saveConnectionBody } from './schemas/connection-schemas.ts';
import { connectionView } from './views.ts';

export function connectionRoutes(parts: RouteParts): FastifyPluginAsyncTypebox {
  const { viewConnection, saveConnection, testConnection, forgetConnection } = parts;
  const answer = { response: { 200: connectionSchema } };
  return async (app) => {
    app.get(
      '/connection',
      { onRequest: requires('psa.view'), schema: { summary: 'Show the connection', ...answer } },
      async (request) => connectionView(await viewConnection.run(tenantOf(request))),
    );

    app.put(
      '/connection',
      {
        onRequest: requires('psa.manage'),
        schema: { summary: 'Check and store credentials', body: saveConnectionBody, ...answer },
      },
      async (request) => {
        const { username, password, integrationCode = null } = request.body;
        const credentials = { username, password, integrationCode };
        const by = principalOf(request).name;
        return connectionView(await saveConnection.run(tenantOf(request), credentials, by, endless()));
      },
    );

    app.delete(
      '/connection',
      {
        onRequest: requires('psa.manage'),
        schema: { summary: 'Forget the credentials', response: { 204: Type.Null({ description: 'Forgotten' }) } },
      },
      async (request, reply) => {
        await forgetConnection.run(tenantOf(request), principalOf(request).name);
        return reply.code(204).send(null);
      },
    );

    app.post(
      '/connection/test',
      { onRequest: requires('psa.manage'), schema: { summary: 'Check the stored credentials again', ...answer } },
      async (request) => connectionView(await testConnection.run(tenantOf(request), endless())),
    );
  };
}
