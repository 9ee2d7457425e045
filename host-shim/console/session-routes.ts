import rateLimit from '@fastify/rate-limit';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { AdministratorSession } from './administrator-session.ts';
import type { Administrator, AdministratorStore } from './administrator-store.ts';
import { ConsoleProblem } from './console-problem.ts';
import type { LiveBackup } from './live-backup.ts';
import { isPasswordOf, NOBODYS_HASH } from './password.ts';
import { requiredText } from './text-field.ts';

const SignIn = Type.Object(
  {
    email: requiredText(254),
    password: Type.String({ minLength: 1, maxLength: 1024, description: 'a text of 1 to 1024 characters' }),
  },
  { additionalProperties: false },
);

const Session = Type.Object({
  csrfToken: Type.String(),
  user: Type.Object({ id: Type.String(), email: Type.String(), name: Type.String() }),
  managedBackup: Type.Enum(['own', 'practice', 'connected', 'connected_by_environment', 'not_connected']),
});

// Slows guessing down without getting in the way of scripts that sign in for every test.
const ATTEMPTS_PER_MINUTE = 200;

export function sessionRoutes(parts: {
  readonly session: AdministratorSession;
  readonly administrators: AdministratorStore;
  readonly live: LiveBackup | undefined;
}): FastifyPluginAsyncTypebox {
  const { session, administrators, live } = parts;
  const answer = async (csrfToken: string, { id, email, name, tenantId }: Administrator) => ({
    csrfToken,
    user: { id, email, name },
    managedBackup: live === undefined ? ('own' as const) : await live.state(tenantId),
  });
  return async (app) => {
    await app.register(rateLimit, {
      global: false,
      errorResponseBuilder: (_request, context) =>
        new ConsoleProblem('too_many_attempts', `Too many attempts to sign in; try again in ${context.after}.`),
    });

    app.post(
      '/session',
      {
        schema: { body: SignIn, response: { 200: Session } },
        config: { rateLimit: { max: ATTEMPTS_PER_MINUTE, timeWindow: '1 minute' } },
      },
      async (request) => {
        const { email, password } = request.body;
        const administrator = await administrators.findByEmail(email);
        // An unknown login costs as much time as a wrong password.
        const isRight = await isPasswordOf(administrator?.passwordHash ?? NOBODYS_HASH, password);
        if (administrator === null || !isRight) {
          throw new ConsoleProblem('sign_in_refused', 'The email or the password is wrong.');
        }
        return answer(await session.open(request, administrator), administrator);
      },
    );

    app.get('/session', { schema: { response: { 200: Session } } }, async (request) => {
      const administrator = await session.require(request);
      return answer(session.csrfTokenOf(request), administrator);
    });

    app.delete('/session', async (request, reply) => {
      await session.close(request);
      return reply.code(204).send();
    });
  };
}
