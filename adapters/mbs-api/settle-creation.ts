import { emailKey } from '../../core/domain/email.ts';
import type { UserTarget } from '../../core/domain/import-plan.ts';
import type { SaveResult } from '../../core/ports/user-repository.ts';
import type { Creation } from './create-user.ts';
import { rejection } from './rejection.ts';
import type { UsersByLogin } from './user-list.ts';
import { isAsWanted, wantedOf } from './wanted-user.ts';

/**
 * What became of a user, from the list of those whom the provider has afterwards; null when it can't be read.
 *
 * A login that is taken and not on the list is another provider's: logins are unique in the whole service, and only
 * one's own users are listed (mbs.md §4, inferred).
 */
export function settleCreation(creation: Creation, target: UserTarget, users: UsersByLogin | null): SaveResult {
  if (creation.kind !== 'taken' && creation.kind !== 'unclear') return creation;
  const user = users?.get(emailKey(target.email));
  if (creation.kind === 'unclear') {
    return user !== undefined && isAsWanted(user, wantedOf(target))
      ? { kind: 'created', userId: user.id }
      : { kind: 'unknown' };
  }
  if (users === null) return rejection('console_unavailable');
  return rejection(user === undefined ? 'email_taken_elsewhere' : 'user_changed_meanwhile');
}
