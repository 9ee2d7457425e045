import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';

const PAGES = ['/', '/users', '/companies', '/storage-accounts', '/packages', '/settings/autotask'];

/** The built pages: one document for every page, and its files under names that change with their content. */
export function shellRoutes(shellDirectory: string): FastifyPluginAsync {
  return async (app) => {
    await app.register(fastifyStatic, {
      root: path.join(shellDirectory, 'assets'),
      prefix: '/assets/',
      maxAge: '1y',
      immutable: true,
    });
    for (const page of PAGES) {
      app.get(page, (_request, reply) =>
        reply.header('cache-control', 'no-cache').sendFile('index.html', shellDirectory, { cacheControl: false }),
      );
    }
  };
}
