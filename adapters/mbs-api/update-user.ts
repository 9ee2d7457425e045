import type { UserId } from '../../core/domain/ids.ts';
import type { UserTarget } from '../../core/domain/import-plan.ts';
import { isSameUser } from '../../core/domain/same-user.ts';
import type { SaveResult, SaveUser } from '../../core/ports/user-repository.ts';
import type { KnownCompanies } from './companies.ts';
import { isAsWanted } from './is-as-wanted.ts';
import { isJsonObject, type JsonObject } from './json.ts';
import { MbsFailure } from './mbs-failure.ts';
import { refusal, rejection } from './rejection.ts';
import type { Session } from './session.ts';
import { changesOf } from './user-changes.ts';
import { wireUser } from './wire-user.ts';
import { type WriteOutcome, write } from './write-outcome.ts';

interface UpdateParts {
  readonly session: Session;
  readonly companies: KnownCompanies;
}

/** Reads the user, changes what differs, and sends the rest back as it was. */
export async function updateUser(
  { expected, target }: Extract<SaveUser, { readonly kind: 'update' }>,
  parts: UpdateParts,
): Promise<SaveResult> {
  const before = await readUser(parts.session, expected.id);
  if (before === 'unread') return rejection('console_unavailable');
  if (before === null || !isSameUser(wireUser(before), expected)) return rejection('user_changed_meanwhile');
  const company = await parts.companies.ensure(target.company);
  if (typeof company !== 'string') return company;
  for (const call of changesOf(before, { ...target, company })) {
    const outcome = await write(parts.session, call);
    if (outcome.kind !== 'done') return settled(outcome, expected.id, target, parts.session);
  }
  return { kind: 'updated', userId: expected.id };
}

/** Whatever a sentence or a lost answer leaves open, the user itself tells. */
async function settled(
  outcome: Exclude<WriteOutcome, { readonly kind: 'done' }>,
  id: UserId,
  target: UserTarget,
  session: Session,
): Promise<SaveResult> {
  if (outcome.kind === 'unsent') return rejection('console_unavailable');
  const after = await readUser(session, id);
  if (after !== null && after !== 'unread' && isAsWanted(wireUser(after), target)) {
    return { kind: 'updated', userId: id };
  }
  return outcome.kind === 'refused' ? refusal(outcome.words) : { kind: 'unknown' };
}

/** An unknown id is answered with null, one that can't be an id with 400 (mbs.md §3.4, seen in clients). */
async function readUser(session: Session, id: UserId): Promise<JsonObject | null | 'unread'> {
  try {
    const data = await session.call({ method: 'GET', path: `Users/${encodeURIComponent(id)}` });
    if (data === null || isJsonObject(data)) return data;
    return 'unread';
  } catch (error) {
    if (!(error instanceof MbsFailure)) throw error;
    return error.kind === 'refused' ? null : 'unread';
  }
}
