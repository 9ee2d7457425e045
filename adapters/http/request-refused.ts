/** Every way in which a request is refused before it reaches a use case. */
const REFUSALS = {
  invalid_request: { status: 400, title: 'The request is not valid' },
  signed_out: { status: 401, title: 'Not signed in' },
  not_allowed: { status: 403, title: 'Not allowed' },
  not_found: { status: 404, title: 'Not found' },
  method_not_allowed: { status: 405, title: 'Method not allowed' },
  not_acceptable: { status: 406, title: 'Not acceptable' },
  body_too_large: { status: 413, title: 'Body too large' },
  media_type_unsupported: { status: 415, title: 'Media type not supported' },
  internal: { status: 500, title: 'Something unforeseen went wrong' },
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** A refused request; the error handler makes the answer of it. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  readonly refusal: RefusalCode;

  constructor(refusal: RefusalCode, detail: string) {
    super(detail);
    this.refusal = refusal;
  }

  get status(): number {
    return REFUSALS[this.refusal].status;
  }

  get title(): string {
    return REFUSALS[this.refusal].title;
  }
}
