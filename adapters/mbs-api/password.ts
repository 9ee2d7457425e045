import { randomBytes } from 'node:crypto';

/**
 * The first password of a user, which is sent and forgotten. MBS takes 6 to 100 characters and is not known to ask
 * for more (mbs.md §4, seen in 2 clients); one of each class is there in case it does.
 */
export function newPassword(): string {
  return `${randomBytes(24).toString('base64url')}aA1!`;
}
