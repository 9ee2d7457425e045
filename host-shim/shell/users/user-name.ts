import type { User } from '../api/console-records.ts';

/** What a sentence calls a user: the name, or the login of who has none. */
export function userName(user: Pick<User, 'firstName' | 'lastName' | 'email'>): string {
  return `${user.firstName} ${user.lastName}`.trim() || user.email;
}
