import type { Contact, Link } from '../domain/contact.ts';
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
  readonly contact: Contact;
  /** Null when the contact has it already. */
  readonly record: ImportRecord | null;
  readonly outcome: ItemOutcome;
}

/** The user as it is afterwards; `unread` when the users could not be read. */
export type ReadBack = ManagedUser | null | 'unread';

/** What came of a plan: the answer, if anything was asked for, and the user as read back. */
export interface Attempted {
  readonly plan: PlannedImport;
  /** What an earlier attempt had in mind, before this one. */
  readonly intent: ImportIntent | null;
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
export function settle({ plan, intent, result, readBack }: Attempted, at: string): Settled {
  if (plan.effect === 'blocked') return failure(plan.entry, readBack === 'unread' ? null : readBack, plan.reason, null);
  if (readBack === 'unread') {
    const isUntouched = plan.effect === 'unchanged' && intent === null;
    return failure(plan.entry, null, isUntouched ? 'console_unavailable' : 'outcome_unknown', null);
  }
  const { entry, target } = plan;
  const isAsWanted = readBack !== null && isInStep(readBack, entry.contact, target);
  if (plan.effect === 'unchanged') {
    return isAsWanted
      ? success(entry, readBack, intent === null ? 'unchanged' : DONE[intent], at)
      : failure(entry, readBack, 'user_changed_meanwhile', null);
  }
  if (result?.kind === 'rejected') {
    return result.code === 'user_changed_meanwhile' && isAsWanted
      ? success(entry, readBack, intent === null ? 'unchanged' : DONE[intent], at)
      : failure(entry, readBack, result.code, result.quote);
  }
  if (readBack === null) return failure(entry, null, 'outcome_unknown', null);
  const isProven = result !== null && 'userId' in result && result.userId === readBack.id;
  if (isProven || isAsWanted) return success(entry, readBack, DONE[plan.effect], at);
  return failure(entry, readBack, plan.effect === 'create' ? 'user_changed_meanwhile' : 'outcome_unknown', null);
}

/** Settles what was begun and will not be gone on with, from the user as it is now. */
export function settleBegun({ entry, intent }: OpenItem, readBack: ReadBack, at: string): Settled {
  const user = readBack === 'unread' ? null : readBack;
  const target = targetOf(entry, user);
  const isDone = user !== null && target !== null && isInStep(user, entry.contact, target);
  return isDone && intent !== null
    ? success(entry, user, DONE[intent], at)
    : failure(entry, user, 'outcome_unknown', null);
}

function success(entry: BookEntry, user: ManagedUser, outcome: Outcome, importedAt: string): Settled {
  const { contact } = entry;
  const link = {
    userId: user.id,
    firstName: user.firstName,
    lastName: user.lastName,
    account: user.company,
    importedAt,
  };
  return {
    contact,
    record: outcome === 'unchanged' && isKnown(entry, link) ? null : { contactId: contact.id, link },
    outcome: { contactId: contact.id, outcome, code: null, quote: null },
  };
}

/** Whether the contact has been imported with just these values before, and nothing has failed since. */
function isKnown({ link, attempt }: BookEntry, { userId, firstName, lastName, account }: Link): boolean {
  const isSame = link?.userId === userId && link.firstName === firstName && link.lastName === lastName;
  return attempt === null && isSame && link.account === account;
}

function failure({ contact }: BookEntry, user: ManagedUser | null, code: ReasonCode, quote: string | null): Settled {
  const attempt: FailedAttempt = { code, quote, emailKey: emailKey(contact.email), userId: user?.id ?? null };
  return {
    contact,
    record: { contactId: contact.id, attempt },
    outcome: { contactId: contact.id, outcome: 'failed', code, quote },
  };
}
