import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { runId } from '../../core/domain/ids.ts';
import { MAX_SELECTION_BYTES } from './contact-routes.ts';
import { endless } from './endless.ts';
import { allowNoBody } from './optional-body.ts';
import { bookScopeOf, principalOf, requires, tenantOf } from './principal.ts';
import { contactSelection, runRequest } from './requests.ts';
import type { RouteParts } from './route-parts.ts';
import {
  importBody,
  importPreview as importPreviewSchema,
  previewBody,
  refreshBody,
  refreshForecast,
  runParams,
  startedRun,
  startHeaders,
} from './schemas/run-schemas.ts';
import { importPreview } from './views.ts';

/** The routes that start work, and the one that says beforehand what would happen. */
export function importRoutes(parts: RouteParts): FastifyPluginAsyncTypebox {
  const { forecastRefresh, startRefresh, previewImport, startImport, retryFailed } = parts;
  const started = { headers: startHeaders, response: { 202: startedRun } };
  return async (app) => {
    app.get(
      '/refreshes/forecast',
      {
        // It asks Autotask, like a refresh.
        onRequest: requires('psa.manage'),
        schema: {
          summary: 'Say how many calls the next refresh takes, and how many are left',
          response: { 200: refreshForecast },
        },
      },
      async (request) => forecastRefresh.run(tenantOf(request), endless()),
    );

    app.post(
      '/refreshes',
      {
        onRequest: requires('psa.manage'),
        preValidation: allowNoBody,
        schema: { summary: 'Get Autotask Contacts', body: refreshBody, ...started },
      },
      async (request, reply) => {
        const key = request.headers['idempotency-key'];
        const content = runRequest(principalOf(request).name, key, { kind: 'refresh', content: request.body });
        const run = await startRefresh.run(tenantOf(request), { ...content, mode: request.body.mode ?? null });
        return reply.code(202).send({ runId: run.id });
      },
    );

    app.post(
      '/imports/preview',
      {
        onRequest: requires('psa.manage'),
        bodyLimit: MAX_SELECTION_BYTES,
        schema: { summary: 'Say what an import would do', body: previewBody, response: { 200: importPreviewSchema } },
      },
      async (request) => {
        const scope = await bookScopeOf(request, parts);
        return importPreview(await previewImport.run(scope, contactSelection(request.body.selection)));
      },
    );

    app.post(
      '/imports',
      {
        onRequest: requires('psa.manage'),
        bodyLimit: MAX_SELECTION_BYTES,
        schema: { summary: 'Import Contacts', body: importBody, ...started },
      },
      async (request, reply) => {
        const { selection, fingerprint, sendInstructions = false } = request.body;
        const key = request.headers['idempotency-key'];
        const scope = await bookScopeOf(request, parts);
        const run = await startImport.run(
          scope,
          {
            ...runRequest(principalOf(request).name, key, { kind: 'import', content: request.body }),
            selection: contactSelection(selection),
            sendInstructions,
          },
          fingerprint === undefined ? 'unseen' : { fingerprint },
        );
        return reply.code(202).send({ runId: run.id });
      },
    );

    app.post(
      '/runs/:id/retry-failed',
      {
        onRequest: requires('psa.manage'),
        schema: { summary: 'Import the failed contacts of a run once more', params: runParams, ...started },
      },
      async (request, reply) => {
        const { id } = request.params;
        const key = request.headers['idempotency-key'];
        const scope = await bookScopeOf(request, parts);
        const content = runRequest(principalOf(request).name, key, { kind: 'retry-failed', content: id });
        const run = await retryFailed.run(scope, runId(id), content);
        return reply.code(202).send({ runId: run.id });
      },
    );
  };
}
