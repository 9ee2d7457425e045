import type { Link } from '../../core/domain/contact.ts';
import type { FailedAttempt } from '../../core/domain/failed-attempt.ts';
import type { ContactId, UserId } from '../../core/domain/ids.ts';
import type { ImportRecord, RecordedDerivation } from '../../core/ports/contact-book.ts';

/** What a contact is left with; without a link the one that it has stays. */
export interface LeftWith {
  readonly contactId: ContactId;
  readonly link: Link | null;
  readonly attempt: FailedAttempt | null;
  /** What follows from its only record; from several nobody has derived anything. */
  readonly follows: RecordedDerivation | undefined;
}

/** Plays the records one after another: a link ends an attempt, and a user's later link ends an earlier one. */
export function foldImportRecords(records: readonly ImportRecord[]): readonly LeftWith[] {
  const left = new Map<ContactId, LeftWith>();
  const owners = new Map<UserId, ContactId>();
  for (const record of records) {
    const { contactId } = record;
    const before = left.get(contactId);
    const follows = before === undefined ? record.follows : undefined;
    if ('attempt' in record) {
      left.set(contactId, { contactId, link: before?.link ?? null, attempt: record.attempt, follows });
      continue;
    }
    const owner = left.get(owners.get(record.link.userId) ?? contactId);
    if (owner?.link?.userId === record.link.userId) {
      left.set(owner.contactId, { ...owner, link: null, follows: undefined });
    }
    owners.set(record.link.userId, contactId);
    left.set(contactId, { contactId, link: record.link, attempt: null, follows });
  }
  return [...left.values()];
}
