/**
 * What can be wrong between the adapter and the MBS API; `findings.ts` has the words. Private to this folder: what
 * crosses a port is made in `port-error.ts`.
 */
export type FailureKind =
  | 'log_in_refused'
  | 'no_log_in'
  | 'token_refused'
  | 'forbidden'
  | 'throttled'
  | 'unreachable'
  | 'insecure'
  | 'lost'
  | 'down'
  | 'redirected'
  | 'not_data'
  | 'refused';

interface FailureOptions {
  /** What the sentence is about: MBS's words, a status, what is wrong with an answer. Never a secret. */
  readonly about?: string;
  /** The `Retry-After` header as it came. */
  readonly retryAfter?: string | null;
  readonly cause?: unknown;
}

/** One kind of failure of one call. */
export class MbsFailure extends Error {
  override readonly name = 'MbsFailure';
  readonly kind: FailureKind;
  readonly about: string;
  readonly retryAfter: string | null;

  constructor(kind: FailureKind, { about = '', retryAfter = null, cause }: FailureOptions = {}) {
    super(kind, { cause });
    this.kind = kind;
    this.about = about;
    this.retryAfter = retryAfter;
  }
}
