import type { Problem } from '../../../core/contract/index.ts';
import { text } from '../text.ts';

/** A call that failed, in words for the screen. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: string;
  readonly status: number;
  /** The field the server's sentence is about. */
  readonly field: string | null;

  constructor(problem: { readonly code: string; readonly status: number; readonly detail: string; field?: string }) {
    super(wordsFor(problem.code) ?? problem.detail);
    this.code = problem.code;
    this.status = problem.status;
    this.field = problem.field ?? null;
  }
}

/** No answer at all: the console is down or the network is. */
export function unreachable(): ApiProblem {
  return new ApiProblem({ code: 'unreachable', status: 0, detail: text.problems.unreachable });
}

export async function problemIn(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null);
  if (isProblem(body)) return new ApiProblem(body);
  return new ApiProblem({ code: 'unreadable', status: response.status, detail: text.problems.unreadable });
}

/** Anything that is not an `ApiProblem` is a fault of the page, told in general words. */
export function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem({ code: 'page_failed', status: 0, detail: text.problems.pageFailed });
}

/** Where the page knows better words for a person than the server has for a program. */
function wordsFor(code: string): string | undefined {
  return new Map<string, string>(Object.entries(text.problems.byCode)).get(code);
}

function isProblem(body: unknown): body is Problem & { field?: string } {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body && 'status' in body;
}
