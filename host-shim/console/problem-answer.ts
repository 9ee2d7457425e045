import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { loggedError } from '../../adapters/plugin.ts';
import type { Problem } from '../../core/contract/index.ts';
import { ConsoleProblem } from './console-problem.ts';

interface ConsoleProblemBody extends Problem {
  readonly field?: string;
}

const PROBLEM_MEDIA_TYPE = 'application/problem+json; charset=utf-8';

const BAD_ADDRESS = 'The address must be one in which each percent sign begins a character, as %20 is a space.';

function problemBody(problem: ConsoleProblem, id: string): ConsoleProblemBody {
  return {
    type: `urn:console:problem:${problem.problemCode}`,
    title: problem.title,
    status: problem.status,
    code: problem.problemCode,
    detail: problem.message,
    id,
    ...(problem.field === undefined ? {} : { field: problem.field }),
  };
}

/** Answers at once; for hooks, whose errors would otherwise reach a mounted plugin's own error handler. */
export function sendProblem(reply: FastifyReply, problem: ConsoleProblem): FastifyReply {
  return reply
    .code(problem.status)
    .type(PROBLEM_MEDIA_TYPE)
    .serializer(JSON.stringify)
    .send(problemBody(problem, reply.request.id));
}

export function handleError(error: FastifyError | ConsoleProblem, request: FastifyRequest, reply: FastifyReply): void {
  const problem = error instanceof ConsoleProblem ? error : translate(error);
  if (problem.status >= 500) request.log.error({ err: loggedError(error), id: request.id }, 'request failed');
  void sendProblem(reply, problem);
}

/** The framework's own refusals, in the console's words. */
function translate(error: FastifyError): ConsoleProblem {
  switch (error.code) {
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return new ConsoleProblem('invalid_request', 'The body must be valid JSON.');
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new ConsoleProblem('invalid_request', 'The body must be as long as its Content-Length says.');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new ConsoleProblem('media_type_unsupported', 'The body must be sent as application/json.');
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new ConsoleProblem('body_too_large', 'The body must be at most 64 KB.');
    case 'FST_ERR_BAD_URL':
      return new ConsoleProblem('invalid_request', BAD_ADDRESS);
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return new ConsoleProblem('not_found', 'Nothing has an id as long as this.');
    default:
      return isBadRequest(error)
        ? new ConsoleProblem('invalid_request', 'The request must be well-formed HTTP with a JSON body.')
        : new ConsoleProblem('internal_error', 'The console could not do this. Its log tells why, under this id.');
  }
}

function isBadRequest(error: FastifyError): boolean {
  return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500;
}
