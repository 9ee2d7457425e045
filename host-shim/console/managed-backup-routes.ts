import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { AdministratorSession } from './administrator-session.ts';
import type { LiveBackup } from './live-backup.ts';
import { requiredText } from './text-field.ts';

// Of 3 to 100 characters (mbs.md §3.1, documented).
const LogIn = Type.Object(
  { username: requiredText(254), password: requiredText(100) },
  { additionalProperties: false },
);

const Connected = Type.Object({ provider: Type.Union([Type.String(), Type.Null()]) });

/** Takes the log-in of the MBS API, which is never shown again. */
export function managedBackupRoutes(parts: {
  readonly session: AdministratorSession;
  readonly live: LiveBackup;
}): FastifyPluginAsyncTypebox {
  const { session, live } = parts;
  return (app) => {
    app.put('/console/managed-backup', { schema: { body: LogIn, response: { 200: Connected } } }, async (request) => {
      const { tenantId } = await session.require(request);
      return live.connect(tenantId, request.body);
    });
    return Promise.resolve();
  };
}
