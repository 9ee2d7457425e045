import { Refused } from './refused.ts';

/** From 6 to 100 characters; no other rule is known (mbs.md §4, seen in 3 clients). */
export function checkPassword(password: string): void {
  if (password.length < 6 || password.length > 100) throw new Refused('The request is invalid.');
}
