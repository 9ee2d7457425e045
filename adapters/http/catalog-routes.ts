import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { bookScopeOf, requires } from './principal.ts';
import { accountRequest } from './requests.ts';
import type { RouteParts } from './route-parts.ts';
import {
  accountPage as accountPageSchema,
  accountQuery,
  destinationViews,
  packageViews,
} from './schemas/catalog-schemas.ts';
import { accountPage } from './views.ts';

/** What the drop-downs offer. */
export function catalogRoutes(parts: RouteParts): FastifyPluginAsyncTypebox {
  const { listAccounts, listDestinations, listPackages } = parts;
  const view = { onRequest: requires('psa.view') };
  return async (app) => {
    app.get(
      '/accounts',
      {
        ...view,
        schema: { summary: 'List accounts', querystring: accountQuery, response: { 200: accountPageSchema } },
      },
      async (request) =>
        accountPage(await listAccounts.run(await bookScopeOf(request, parts), accountRequest(request.query))),
    );

    app.get(
      '/destinations',
      { ...view, schema: { summary: 'List destinations', response: { 200: destinationViews } } },
      async (request) => listDestinations.run(await bookScopeOf(request, parts)),
    );

    app.get(
      '/packages',
      { ...view, schema: { summary: 'List packages', response: { 200: packageViews } } },
      async (request) => listPackages.run(await bookScopeOf(request, parts)),
    );
  };
}
