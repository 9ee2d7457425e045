/**
 * What can be wrong between the adapter and Autotask; `doctor.ts` has the words, and the port error of each.
 * Private to this folder: what crosses the port is made in `port-error.ts`.
 */
export type FailureKind =
  | 'username_unknown'
  | 'sign_in_refused'
  | 'integration_code_invalid'
  | 'unsendable'
  | 'forbidden'
  | 'thread_limit'
  | 'hour_limit'
  | 'unreachable'
  | 'insecure'
  | 'timed_out'
  | 'down'
  | 'redirected'
  | 'unexpected_status'
  | 'untrusted_zone'
  | 'bad_zone'
  | 'not_data'
  | 'query_refused'
  | 'bad_page'
  | 'database_changed';

interface FailureOptions {
  /** What the sentence is about: an entity's word, a status, what is wrong with a page. Never a secret. */
  readonly about?: string;
  /** The `Retry-After` header as it came. */
  readonly retryAfter?: string | null;
  readonly cause?: unknown;
}

/** One kind of failure of one call. */
export class AutotaskFailure extends Error {
  override readonly name = 'AutotaskFailure';
  readonly kind: FailureKind;
  readonly about: string;
  readonly retryAfter: string | null;

  constructor(kind: FailureKind, { about = '', retryAfter = null, cause }: FailureOptions = {}) {
    super(about === '' ? kind : `${kind}: ${about}`, { cause });
    this.kind = kind;
    this.about = about;
    this.retryAfter = retryAfter;
  }
}
