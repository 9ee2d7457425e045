import type { ReasonCode } from '../../core/domain/reason.ts';
import type { SaveResult } from '../../core/ports/user-repository.ts';

export type Rejection = Extract<SaveResult, { readonly kind: 'rejected' }>;

export function rejection(code: ReasonCode, quote: string | null = null): Rejection {
  return { kind: 'rejected', code, quote };
}

/** A refusal in MBS's own words, if it had any. */
export function refusal(words: string): Rejection {
  return rejection('console_refused', words === '' ? null : words);
}
