import type { Link } from '../domain/contact.ts';
import { emailKey } from '../domain/email.ts';
import type { BookEntry } from '../domain/email-group.ts';
import type { FailedAttempt } from '../domain/failed-attempt.ts';
import { type ImportIntent, isInStep, type PlannedImport, targetOf } from '../domain/import-plan.ts';
import type { ManagedUser } from '../domain/managed-user.ts';
import type { ReasonCode } from '../domain/reason.ts';
import type { Outcome } from '../domain/run.ts';
import type { ImportRecord } from '../ports/contact-book.ts';
import type { ItemOutcome, OpenItem } from '../ports/run-store.ts';
import type { SaveResult } from '../ports/user-repository.ts';

/** How an item of an import ends, and what that leaves with its contact. */
export interface Settled {
  /** Null when the contact has it already. */
  readonly record: ImportRecord | null;
  readonly outcome: ItemOutcome;
  /** The contact with what is recorded, and the user with its email, as far as that was read. */
  readonly left: BookEntry;
  readonly user: ManagedUser | null;
  /** As {@link OpenItem.revision}, before it is recorded. */
  readonly revision: number | null;
}

/** The user as it is afterwards; `unread` when the users could not be read. */
export type ReadBack = ManagedUser | null | 'unread';

type AttemptedItem = Pick<OpenItem, 'entry' | 'intent' | 'revision'>;

/** What came of a plan: the answer, if anything was asked for, and the user as read back. */
export interface Attempted {
  /** The item as it was before this attempt. */
  readonly item: AttemptedItem;
  readonly plan: PlannedImport;
  readonly result: SaveResult | null;
  readonly readBack: ReadBack;
}

const DONE: Readonly<Record<ImportIntent, Outcome>> = { create: 'created', update: 'updated' };

/**
 * Settles what became of a planned import from the answer and from the user as read back.
 *
 * A lost answer counts as a success only when the user that is read back is what was wanted; and so does a refusal
 * because of a change that brought the user to just that.
 */
export function settle({ item, plan, result, readBack }: Attempted, at: string): Settled {
  const { intent } = item;
  if (plan.effect === 'blocked') return failure(item, readBack === 'unread' ? null : readBack, plan.reason, null);
  if (readBack === 'unread') {
    // Nothing was done for it, now or before, so there is nothing that would have to be looked up.
    if (intent === null && result?.kind === 'rejected') return failure(item, null, result.code, result.quote);
    const isUntouched = plan.effect === 'unchanged' && intent === null;
    return failure(item, null, isUntouched ? 'console_unavailable' : 'outcome_unknown', null);
  }
  const isAsWanted = readBack !== null && isInStep(readBack, item.entry.contact, plan.target);
  if (plan.effect === 'unchanged') {
    return isAsWanted
      ? success(item, readBack, intent === null ? 'unchanged' : DONE[intent], at)
      : failure(item, readBack, 'user_changed_meanwhile', null);
  }
  if (result?.kind === 'rejected') {
    return result.code === 'user_changed_meanwhile' && isAsWanted
      ? success(item, readBack, intent === null ? 'unchanged' : DONE[intent], at)
      : failure(item, readBack, result.code, result.quote);
  }
  if (readBack === null) return failure(item, null, 'outcome_unknown', null);
  const isProven = result !== null && 'userId' in result && result.userId === readBack.id;
  if (isProven || isAsWanted) return success(item, readBack, DONE[plan.effect], at);
  return failure(item, readBack, plan.effect === 'create' ? 'user_changed_meanwhile' : 'outcome_unknown', null);
}

/** Settles what was begun and will not be gone on with, from the user as it is now. */
export function settleBegun(item: AttemptedItem, readBack: ReadBack, at: string): Settled {
  const { entry, intent } = item;
  const user = readBack === 'unread' ? null : readBack;
  const target = targetOf(entry, user);
  const isDone = user !== null && target !== null && isInStep(user, entry.contact, target);
  return isDone && intent !== null
    ? success(item, user, DONE[intent], at)
    : failure(item, user, 'outcome_unknown', null);
}

function success({ entry, revision }: AttemptedItem, user: ManagedUser, outcome: Outcome, importedAt: string): Settled {
  const { id: contactId } = entry.contact;
  const link = {
    userId: user.id,
    firstName: user.firstName,
    lastName: user.lastName,
    account: user.company,
    importedAt,
  };
  return {
    record: outcome === 'unchanged' && isKnown(entry, link) ? null : { contactId, link },
    outcome: { contactId, outcome, code: null, quote: null },
    left: { ...entry, link, attempt: null },
    user,
    revision,
  };
}

/** Whether the contact has been imported with just these values before, and nothing has failed since. */
function isKnown({ link, attempt }: BookEntry, { userId, firstName, lastName, account }: Link): boolean {
  const isSame = link?.userId === userId && link.firstName === firstName && link.lastName === lastName;
  return attempt === null && isSame && link.account === account;
}

function failure(
  { entry, revision }: AttemptedItem,
  user: ManagedUser | null,
  code: ReasonCode,
  quote: string | null,
): Settled {
  const { contact } = entry;
  const attempt: FailedAttempt = { code, quote, emailKey: emailKey(contact.email), userId: user?.id ?? null };
  return {
    record: { contactId: contact.id, attempt },
    outcome: { contactId: contact.id, outcome: 'failed', code, quote },
    left: { ...entry, attempt },
    user,
    revision,
  };
}
