import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { runId } from '../../core/domain/ids.ts';
import { acceptsEvents } from './accepts-events.ts';
import { principalOf, requires, runScopeOf } from './principal.ts';
import { RequestRefused } from './request-refused.ts';
import type { RouteParts } from './route-parts.ts';
import { hasSeenEnd, runEvents } from './run-events.ts';
import { itemsQuery, runItemPage, runParams, runView as runSchema, runsQuery } from './schemas/run-schemas.ts';
import { runItemView, runView } from './views.ts';

export function runRoutes({ runs, findRun, listRuns, cancelRun, releaseRun }: RouteParts): FastifyPluginAsyncTypebox {
  const view = { onRequest: requires('psa.view') };
  const manage = { onRequest: requires('psa.manage') };
  const answer = { params: runParams, response: { 200: runSchema } };
  return async (app) => {
    const closing = new AbortController();
    app.addHook('preClose', async () => closing.abort());

    app.get(
      '/runs',
      {
        ...view,
        schema: {
          summary: 'List the latest runs',
          querystring: runsQuery,
          response: { 200: Type.Object({ items: Type.Array(runSchema) }) },
        },
      },
      async (request) => {
        const { limit = 50, ...rest } = request.query;
        const latest = await listRuns.run(runScopeOf(request), { ...rest, limit });
        return { items: latest.map(runView) };
      },
    );

    app.get('/runs/:id', { ...view, schema: { summary: 'Show a run', ...answer } }, async (request) =>
      runView(await findRun.run(runScopeOf(request), runId(request.params.id))),
    );

    app.get(
      '/runs/:id/events',
      {
        ...view,
        // Not "only": that answers a client who refuses events in a form of its own.
        sse: 'manual',
        exposeHeadRoute: false, // It would wait for the end of the run to say nothing.
        schema: {
          summary: 'Follow a run by server-sent events',
          params: runParams,
          response: {
            200: {
              description: 'The run at once and at each change, until it has ended',
              content: { 'text/event-stream': { schema: runSchema } },
            },
            204: Type.Null({ description: 'The run has ended, and the client has seen how' }),
          },
        },
      },
      async (request, reply) => {
        if (!acceptsEvents(request.headers.accept)) {
          throw new RequestRefused('not_acceptable', 'Here are only server-sent events; accept text/event-stream.');
        }
        const run = await findRun.run(runScopeOf(request), runId(request.params.id));
        const { lastEventId } = reply.sse;
        // Tells the browser not to come back.
        if (hasSeenEnd(run, lastEventId)) return reply.code(204).send(null);
        const left = new AbortController();
        reply.sse.onClose(() => left.abort());
        const signal = AbortSignal.any([left.signal, closing.signal]);
        reply.sse.sendHeaders();
        // There may be nothing to tell for long, and the client should know that it is connected.
        reply.raw.flushHeaders();
        await reply.sse.send(runEvents(runs.changes(run.tenantId, run.id, signal), lastEventId));
      },
    );

    app.get(
      '/runs/:id/items',
      {
        ...view,
        schema: {
          summary: 'List what became of each contact of a run',
          params: runParams,
          querystring: itemsQuery,
          response: { 200: runItemPage },
        },
      },
      async (request) => {
        const { limit = 50, ...rest } = request.query;
        const { tenantId, id } = await findRun.run(runScopeOf(request), runId(request.params.id));
        const page = await runs.items(tenantId, id, { ...rest, limit });
        return { items: page.items.map(runItemView), next: page.next };
      },
    );

    app.post('/runs/:id/cancel', { ...manage, schema: { summary: 'Cancel a run', ...answer } }, async (request) => {
      const by = principalOf(request).name;
      return runView(await cancelRun.run(runScopeOf(request), runId(request.params.id), by));
    });

    app.post(
      '/runs/:id/release',
      { ...manage, schema: { summary: 'Let a held run go on', ...answer } },
      async (request) => {
        const by = principalOf(request).name;
        return runView(await releaseRun.run(runScopeOf(request), runId(request.params.id), by));
      },
    );
  };
}
