/** Every way the console refuses a request: its status and title by its stable code. */
const PROBLEMS = {
  invalid_request: { status: 400, title: 'The request is not valid' },
  signed_out: { status: 401, title: 'Not signed in' },
  sign_in_refused: { status: 401, title: 'Sign-in refused' },
  csrf_token_wrong: { status: 403, title: 'Wrong CSRF token' },
  not_found: { status: 404, title: 'Not found' },
  method_not_allowed: { status: 405, title: 'Method not allowed' },
  email_taken: { status: 409, title: 'Email taken' },
  company_exists: { status: 409, title: 'Company exists' },
  destination_exists: { status: 409, title: 'Destination exists' },
  destination_single: { status: 409, title: 'One destination only' },
  managed_backup_fixed: { status: 409, title: 'Set by the environment' },
  managed_backup_read_only: { status: 409, title: 'Not done here' },
  body_too_large: { status: 413, title: 'Body too large' },
  media_type_unsupported: { status: 415, title: 'Media type not supported' },
  destination_unknown: { status: 422, title: 'Unknown destination' },
  package_unknown: { status: 422, title: 'Unknown package' },
  managed_backup_refused: { status: 422, title: 'Managed Backup is not connected' },
  managed_backup_rejected: { status: 422, title: 'Refused by Managed Backup' },
  package_disabled: { status: 422, title: 'Package disabled' },
  too_many_attempts: { status: 429, title: 'Too many attempts' },
  internal_error: { status: 500, title: 'Something went wrong' },
  managed_backup_unclear: { status: 502, title: 'Outcome not known' },
  managed_backup_log_in_refused: { status: 503, title: 'Managed Backup refuses the log-in' },
  managed_backup_unavailable: { status: 503, title: 'Managed Backup unavailable' },
  database_unavailable: { status: 503, title: 'Database unavailable' },
} as const;

export type ConsoleProblemCode = keyof typeof PROBLEMS;

/** A refused request; the error handler makes the answer of it. */
export class ConsoleProblem extends Error {
  override readonly name = 'ConsoleProblem';
  readonly problemCode: ConsoleProblemCode;
  /** The field the sentence is about, for a form to show it beside. */
  readonly field: string | undefined;

  constructor(problemCode: ConsoleProblemCode, detail: string, options?: { readonly field?: string }) {
    super(detail);
    this.problemCode = problemCode;
    this.field = options?.field;
  }

  get status(): number {
    return PROBLEMS[this.problemCode].status;
  }

  get title(): string {
    return PROBLEMS[this.problemCode].title;
  }
}
