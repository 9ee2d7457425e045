import type { PracticeUser } from '../data/practice-user.ts';
import type { PracticeState } from '../practice-state.ts';
import type { SentObject } from '../sent/sent-object.ts';
import { Refused } from './refused.ts';

/** The user whose id was sent under a name. */
export function sentUser({ database }: PracticeState, sent: SentObject, name: string): PracticeUser {
  const user = database.users.byId(sent.text(name) ?? '');
  if (user === undefined) throw new Refused('User not found.');
  return user;
}
