import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AdministratorSession } from './administrator-session.ts';
import { ConsoleProblem } from './console-problem.ts';
import { sendProblem } from './problem-answer.ts';

const READS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/** Every write on the whole origin, a mounted plugin's too, needs the session's CSRF token; only signing in does not. */
export function writeGuard(session: AdministratorSession) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (READS.includes(request.method) || isSignIn(request)) return;
    if ((await session.find(request)) === null) {
      await sendProblem(reply, new ConsoleProblem('signed_out', 'Sign in first: POST /session.'));
    } else if (!session.isCsrfTokenRight(request)) {
      const detail = 'The header x-csrf-token must hold the "csrfToken" of this session, as GET /session answers it.';
      await sendProblem(reply, new ConsoleProblem('csrf_token_wrong', detail));
    }
  };
}

function isSignIn(request: FastifyRequest): boolean {
  return request.method === 'POST' && request.routeOptions.url === '/session';
}
