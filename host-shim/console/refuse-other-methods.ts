import type { FastifyInstance, FastifyPluginAsync, RouteOptions } from 'fastify';
import { ConsoleProblem } from './console-problem.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Registers routes and answers every other method on their addresses with 405 instead of 404. */
export async function refuseOtherMethods(app: FastifyInstance, routes: FastifyPluginAsync): Promise<void> {
  const known = new Map<string, Set<string>>();
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      remember(known, route);
    });
    await scope.register(routes);
  });
  for (const [url, methods] of known) {
    const allow = [...methods].sort().join(', ');
    app.route({
      url,
      method: METHODS.filter((method) => !methods.has(method)),
      handler: (request, reply) => {
        void reply.header('allow', allow);
        throw new ConsoleProblem('method_not_allowed', `${request.method} is not possible here; accepted: ${allow}.`);
      },
    });
  }
}

function remember(known: Map<string, Set<string>>, route: RouteOptions): void {
  const methods = known.get(route.url) ?? new Set<string>();
  for (const method of [route.method].flat()) methods.add(method);
  known.set(route.url, methods);
}
