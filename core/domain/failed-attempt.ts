import type { UserId } from './ids.ts';
import type { ManagedUser } from './managed-user.ts';
import type { ReasonCode } from './reason.ts';

/**
 * The last import attempt of a contact, kept while it makes the contact Failed.
 *
 * Failed holds from the attempt on. It ends when an import of the contact succeeds, when the contact's or the
 * user's email changes, when the user is deleted, and for `outcome_unknown` also when the user turns out to exist.
 */
export interface FailedAttempt {
  readonly code: ReasonCode;
  /** What the console said, when it refused. */
  readonly quote: string | null;
  /** The contact's email key at the attempt. */
  readonly emailKey: string;
  /** The user with that email as last seen; null while there is none. */
  readonly userId: UserId | null;
}

/** The attempt as it stands beside today's email and user; null once it no longer makes the contact Failed. */
export function settleAttempt(
  attempt: FailedAttempt | null,
  emailKey: string,
  user: ManagedUser | null,
): FailedAttempt | null {
  if (attempt === null || attempt.emailKey !== emailKey) return null;
  if (attempt.userId !== null) return attempt.userId === user?.id ? attempt : null;
  if (user === null) return attempt;
  return attempt.code === 'outcome_unknown' ? null : { ...attempt, userId: user.id };
}
