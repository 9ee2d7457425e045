import helmet from '@fastify/helmet';
import secureSession from '@fastify/secure-session';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import { uuidv7 } from 'uuidv7';
import type { ConsoleParts } from './console-parts.ts';
import { consoleRoutes } from './console-routes.ts';
import { sessionKey } from './key-ring.ts';
import { answerNotFound, answerUnreadable } from './not-found.ts';
import { AUTOTASK_PREFIX } from './plugin-list-routes.ts';
import { handleError } from './problem-answer.ts';
import { RequestMetrics } from './request-metrics.ts';
import { SIGN_IN_SECONDS } from './sign-in-store.ts';
import { writeGuard } from './write-guard.ts';

/** The whole server, ready to listen or to be asked in a test. */
export async function createConsole(parts: ConsoleParts): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: parts.log,
    // Addresses may hold a search for a person's name; the line below logs the route instead.
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: answerUnreadable,
    genReqId: () => uuidv7(),
    // A proxy on this machine, as in front of several nodes, says who is asking, and whether over TLS.
    trustProxy: 'loopback',
    bodyLimit: 64 * 1024,
  });
  const metrics = new RequestMetrics();
  app.setErrorHandler(handleError);
  app.setNotFoundHandler(answerNotFound);
  app.addHook('onResponse', (request, reply, done) => {
    metrics.observe(request, reply);
    const route = request.routeOptions.url ?? 'none';
    const milliseconds = Math.round(reply.elapsedTime);
    request.log.info({ method: request.method, route, status: reply.statusCode, milliseconds }, 'request answered');
    done();
  });
  await addProtection(app, parts);
  await app.register(consoleRoutes({ ...parts, metrics }));
  await app.register(parts.plugin.routes, { prefix: AUTOTASK_PREFIX });
  return app;
}

async function addProtection(app: FastifyInstance, parts: ConsoleParts): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        // The component library writes style elements; scripts come from this origin's files only.
        'style-src': ["'self'", "'unsafe-inline'"],
        'script-src': ["'self'"],
        'font-src': ["'self'"],
        // Would break plain http on a local network; a proxy with TLS sets its own policy.
        'upgrade-insecure-requests': null,
      },
    },
    strictTransportSecurity: false,
  });
  await app.register(secureSession, {
    cookieName: 'console_session',
    key: parts.secretKeys.map(sessionKey),
    expiry: SIGN_IN_SECONDS,
    cookie: { path: '/', httpOnly: true, sameSite: 'strict', secure: 'auto' },
  });
  app.addHook('onRequest', writeGuard(parts.session));
}
