import type { FastifyPluginAsync } from 'fastify';
import type { Knex } from 'knex';
import { loggedError } from '../../adapters/plugin.ts';
import { ConsoleProblem } from './console-problem.ts';
import type { RequestMetrics } from './request-metrics.ts';

/** What a balancer and a monitor ask; open to all, and telling nothing of the data. */
export function operationsRoutes(parts: { readonly knex: Knex; readonly metrics: RequestMetrics }): FastifyPluginAsync {
  const { knex, metrics } = parts;
  return (app) => {
    app.get('/healthz', async (request) => {
      try {
        await knex.raw('select 1');
      } catch (error) {
        request.log.error({ err: loggedError(error) }, 'the database does not answer');
        throw new ConsoleProblem('database_unavailable', 'The database does not answer.');
      }
      return { status: 'ok' };
    });

    app.get('/metrics', async (_request, reply) => reply.type(metrics.mediaType).send(await metrics.text()));
    return Promise.resolve();
  };
}
