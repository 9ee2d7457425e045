import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';
import type { ConsoleParts } from './console-parts.ts';

const PAGES = ['/', '/users', '/companies', '/storage-accounts', '/packages', '/settings/autotask'];

/** Where a log-in of live Managed Backup is entered. */
const LIVE_PAGES = [...PAGES, '/settings/managed-backup'];

/** The built pages: one document for every page, and its files under names that change with their content. */
export function shellRoutes({
  shellDirectory,
  live,
}: Pick<ConsoleParts, 'shellDirectory' | 'live'>): FastifyPluginAsync {
  return async (app) => {
    await app.register(fastifyStatic, {
      root: path.join(shellDirectory, 'assets'),
      prefix: '/assets/',
      maxAge: '1y',
      immutable: true,
    });
    for (const page of live === undefined ? PAGES : LIVE_PAGES) {
      app.get(page, (_request, reply) =>
        reply.header('cache-control', 'no-cache').sendFile('index.html', shellDirectory, { cacheControl: false }),
      );
    }
  };
}
