import { expect } from 'vitest';

/** Stands for any text that the pattern fits, in what a test expects. */
export function like(pattern: RegExp): unknown {
  return expect.stringMatching(pattern);
}

/** A sentence for people. */
export const SENTENCE: unknown = like(/^[A-Z].*\.$/);
export const ANY_TEXT: unknown = like(/./);
