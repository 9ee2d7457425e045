import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import type { Problem } from '../../core/contract/index.ts';

/** Expects a refusal in the one form that all of them have. */
export function expectProblem(
  response: LightMyRequestResponse,
  { status, code, detail = /\w/ }: { readonly status: number; readonly code: string; readonly detail?: RegExp },
): void {
  expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  const problem = response.json<Problem>();
  expect(Object.keys(problem)).toEqual(['type', 'title', 'status', 'code', 'detail', 'id']);
  expect(problem).toMatchObject({ status, code, type: `urn:autotask-contacts:problem:${code}` });
  expect(response.statusCode).toBe(status);
  expect(problem.title).toMatch(/^[A-Z]/);
  expect(problem.detail).toMatch(detail);
  expect(problem.detail).toMatch(/^["\w].*\.$/s);
  expect(problem.id).not.toBe('');
}
