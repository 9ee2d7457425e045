/**
 * The body of every refused request, `application/problem+json` (RFC 9457).
 *
 * @public
 */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** Stable; clients choose their words by it. */
  readonly code: string;
  /** Names what was wrong and what is accepted. */
  readonly detail: string;
  /** Stands in the log line, too. */
  readonly id: string;
}
