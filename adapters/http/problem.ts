import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../../core/contract/index.ts';
import { type ErrorCode, isPluginError, type PluginError } from '../../core/ports/errors.ts';
import { RequestRefused } from './request-refused.ts';

const STATUSES: Readonly<Record<ErrorCode, { readonly status: number; readonly title: string }>> = {
  not_connected: { status: 409, title: 'Not connected to Autotask' },
  source_unauthorized: { status: 422, title: 'Autotask refused the credentials' },
  source_forbidden: { status: 422, title: 'A right is missing in Autotask' },
  source_throttled: { status: 503, title: 'Autotask is busy' },
  source_unavailable: { status: 503, title: 'Autotask is not available' },
  source_incomplete: { status: 502, title: 'Autotask sent an incomplete answer' },
  console_unavailable: { status: 503, title: 'Managed Backup is not available' },
  contact_not_found: { status: 404, title: 'No such contact' },
  run_not_found: { status: 404, title: 'No such run' },
  run_ended: { status: 409, title: 'The run has ended' },
  run_not_held: { status: 409, title: 'The run is not held' },
  nothing_to_retry: { status: 409, title: 'Nothing to retry' },
  cursor_invalid: { status: 400, title: 'The cursor is not valid' },
  destination_unknown: { status: 422, title: 'Unknown destination' },
  package_unknown: { status: 422, title: 'Unknown package' },
  plan_changed: { status: 409, title: 'The plan has changed' },
  idempotency_key_reused: { status: 422, title: 'Idempotency key reused' },
  secret_unreadable: { status: 409, title: 'The stored credentials can’t be read' },
  run_lost: { status: 409, title: 'The run was taken over' },
  newer_schema: { status: 500, title: 'The database is newer than the plugin' },
};

/** Turns whatever a route threw into the one form of every refusal; the inside of a failure goes to the log only. */
export function handleError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error, request);
  if (problem.status >= 500) request.log.error({ err: error, id: request.id, code: problem.code }, 'request failed');
  void reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(problem);
}

function problemOf(error: unknown, { id, routeOptions: { bodyLimit } }: FastifyRequest): Problem {
  if (isPluginError(error)) return pluginProblem(error, id);
  const refused = error instanceof RequestRefused ? error : refusedByFramework(error, bodyLimit);
  const { refusal: code, status, title, message } = refused;
  return { type: typeOf(code), title, status, code, detail: message, id };
}

function pluginProblem({ code, safeDetail, remedy }: PluginError, id: string): Problem {
  const { status, title } = STATUSES[code];
  return {
    type: typeOf(code),
    title,
    status,
    code,
    detail: remedy === null ? safeDetail : `${safeDetail} ${remedy}`,
    id,
  };
}

function typeOf(code: string): string {
  return `urn:autotask-contacts:problem:${code}`;
}

/** The framework's own refusals, in the plugin's words. */
function refusedByFramework(error: unknown, bodyLimit: number): RequestRefused {
  const { code, statusCode } = error instanceof Error ? (error as FastifyError) : { code: '', statusCode: 500 };
  switch (code) {
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return new RequestRefused('invalid_request', 'The body must be valid JSON.');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new RequestRefused('media_type_unsupported', 'The body must be sent as application/json.');
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new RequestRefused(
        'body_too_large',
        `The body must be at most ${bodyLimit} bytes long; a filter can name many contacts.`,
      );
    default:
      return statusCode !== undefined && statusCode >= 400 && statusCode < 500
        ? new RequestRefused('invalid_request', 'The request must be well-formed HTTP with a JSON body.')
        : new RequestRefused('internal', 'Something unforeseen went wrong. The log tells what, under this id.');
  }
}
