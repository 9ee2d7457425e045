import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { requires, tenantOf } from './principal.ts';
import type { RouteParts } from './route-parts.ts';
import { nullable, oneOf } from './schemas/values.ts';

const destination = Type.Object({
  id: Type.String(),
  name: Type.String(),
  kind: oneOf(['bucket', 'container', 'root_folder'], 'the kind'),
  storageAccount: Type.String(),
});

const packageView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  storageLimitGb: nullable(Type.Number()),
  enabled: Type.Boolean(),
});

/** What the drop-downs offer. */
export function catalogRoutes({ storageDestinations, packages }: RouteParts): FastifyPluginAsyncTypebox {
  const view = { onRequest: requires('psa.view') };
  return async (app) => {
    app.get(
      '/destinations',
      { ...view, schema: { summary: 'List destinations', response: { 200: Type.Array(destination) } } },
      async (request) => [...(await storageDestinations.list(tenantOf(request)))],
    );

    app.get(
      '/packages',
      { ...view, schema: { summary: 'List packages', response: { 200: Type.Array(packageView) } } },
      async (request) => [...(await packages.list(tenantOf(request)))],
    );
  };
}
