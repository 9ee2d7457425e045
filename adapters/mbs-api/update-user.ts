import { isSameUser } from '../../core/domain/same-user.ts';
import type { SaveResult, SaveUser } from '../../core/ports/user-repository.ts';
import { changeUser } from './change-user.ts';
import type { KnownCompanies } from './companies.ts';
import type { Caller } from './outage.ts';
import { readRowIfAvailable } from './read-row.ts';
import { refusal, rejection } from './rejection.ts';
import { isAsWanted, wantedOf } from './wanted-user.ts';
import { wireUser } from './wire-user.ts';

interface UpdateParts {
  readonly caller: Caller;
  readonly companies: KnownCompanies;
}

/** Reads the user, changes what differs, and sends the rest back as it was. */
export async function updateUser(
  { expected, target }: Extract<SaveUser, { readonly kind: 'update' }>,
  { caller, companies }: UpdateParts,
): Promise<SaveResult> {
  const { id } = expected;
  const before = await readRowIfAvailable(caller, 'Users', id);
  if (before === 'unread') return rejection('console_unavailable');
  if (before === null || !isSameUser(wireUser(before), expected)) return rejection('user_changed_meanwhile');
  const company = await companies.ensure(target.company);
  if (typeof company !== 'string') return company;
  const wanted = wantedOf({ ...target, company });
  const undone = await changeUser(caller, before, wanted);
  if (undone === null) return { kind: 'updated', userId: id };
  if (undone.kind === 'unsent') return rejection('console_unavailable');
  // Whatever a sentence or a lost answer leaves open, the user itself tells.
  const after = await readRowIfAvailable(caller, 'Users', id);
  if (after !== null && after !== 'unread' && isAsWanted(wireUser(after), wanted))
    return { kind: 'updated', userId: id };
  return undone.kind === 'refused' ? refusal(undone.words) : { kind: 'unknown' };
}
