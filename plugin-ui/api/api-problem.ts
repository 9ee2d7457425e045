import type { Problem } from '../../core/contract/index.ts';

/** The request or its answer was lost on the way. */
const NETWORK = 'network';
/** The answer is not what the plugin sends: a proxy's error page, say. */
const BAD_ANSWER = 'bad_answer';

/** A request that failed, with the code that the page chooses its words by. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  /** The HTTP status; 0 when there was no answer. */
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  /** Stands in the server's log, too. */
  readonly id: string | null;

  constructor(problem: Pick<Problem, 'status' | 'code' | 'detail'> & { readonly id: string | null }) {
    super(problem.code);
    this.status = problem.status;
    this.code = problem.code;
    this.detail = problem.detail;
    this.id = problem.id;
  }

  /** Nobody is signed in any more. */
  get isSignedOut(): boolean {
    return this.status === 401;
  }

  get isNotAllowed(): boolean {
    return this.status === 403;
  }

  /** The request may not have reached the server at all. */
  get isUnanswered(): boolean {
    return this.status === 0;
  }
}

export function networkProblem(): ApiProblem {
  return new ApiProblem({ status: 0, code: NETWORK, detail: '', id: null });
}

export function badAnswer(status: number): ApiProblem {
  return new ApiProblem({ status, code: BAD_ANSWER, detail: '', id: null });
}

/** What went wrong, whatever was thrown; a fault of the page itself is not hidden as a problem of the server. */
export function problemOf(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  throw error;
}

/** Reads the body of a refusal. */
export function refusal(status: number, body: unknown): ApiProblem {
  return isProblem(body) ? new ApiProblem({ ...body, status }) : badAnswer(status);
}

function isProblem(body: unknown): body is Problem {
  return (
    typeof body === 'object' &&
    body !== null &&
    'code' in body &&
    typeof body.code === 'string' &&
    'detail' in body &&
    typeof body.detail === 'string' &&
    'id' in body &&
    typeof body.id === 'string'
  );
}
