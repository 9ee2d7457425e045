import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { contactId, destinationId, packageId } from '../../core/domain/ids.ts';
import type { AssignmentChange } from '../../core/ports/contact-book.ts';
import { bookScopeOf, principalOf, requires } from './principal.ts';
import { RequestRefused } from './request-refused.ts';
import { contactSelection, pageRequest } from './requests.ts';
import type { RouteParts } from './route-parts.ts';
import {
  assignBody,
  contactPage as contactPageSchema,
  contactParams,
  contactQuery,
  explainedContact,
} from './schemas/contact-schemas.ts';
import { count } from './schemas/values.ts';
import { contactItem, contactPage } from './views.ts';

const updatedCount = Type.Object({ updated: count() });
/** Room for a selection of 100,000 ids. */
export const MAX_SELECTION_BYTES = 16 * 1024 * 1024;

export function contactRoutes(parts: RouteParts): FastifyPluginAsyncTypebox {
  const { listContacts, explainContact, assignContacts } = parts;
  return async (app) => {
    app.get(
      '/contacts',
      {
        onRequest: requires('psa.view'),
        schema: { summary: 'List contacts', querystring: contactQuery, response: { 200: contactPageSchema } },
      },
      async (request) => {
        const withTotals = request.query.totals ?? true;
        const scope = await bookScopeOf(request, parts);
        return contactPage(await listContacts.run(scope, { ...pageRequest(request.query), withTotals }));
      },
    );

    app.get(
      '/contacts/:id',
      {
        onRequest: requires('psa.view'),
        schema: { summary: 'Explain one contact', params: contactParams, response: { 200: explainedContact } },
      },
      async (request) => {
        const scope = await bookScopeOf(request, parts);
        const { listed, ...explanation } = await explainContact.run(scope, contactId(request.params.id));
        return { ...contactItem(listed), explanation };
      },
    );

    app.patch(
      '/contacts',
      {
        onRequest: requires('psa.manage'),
        bodyLimit: MAX_SELECTION_BYTES,
        schema: { summary: 'Assign destination and package', body: assignBody, response: { 200: updatedCount } },
      },
      async (request) => {
        const { selection, ...ids } = request.body;
        const scope = await bookScopeOf(request, parts);
        const by = principalOf(request).name;
        return { updated: await assignContacts.run(scope, contactSelection(selection), assignmentChange(ids), by) };
      },
    );
  };
}

function assignmentChange(ids: { destinationId?: string | null; packageId?: string | null }): AssignmentChange {
  if (ids.destinationId === undefined && ids.packageId === undefined) {
    throw new RequestRefused(
      'invalid_request',
      '"destinationId" or "packageId" is missing; give one or both, null clears.',
    );
  }
  return {
    ...(ids.destinationId === undefined
      ? {}
      : { destinationId: ids.destinationId === null ? null : destinationId(ids.destinationId) }),
    ...(ids.packageId === undefined ? {} : { packageId: ids.packageId === null ? null : packageId(ids.packageId) }),
  };
}
