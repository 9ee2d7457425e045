import { emailKey } from '../../core/domain/email.ts';
import type { BookRow, TouchedContacts } from '../../core/ports/contact-book.ts';

/** As many as the stores of a server name. */
const MOST_TOUCHED = 2000;

/** A row that was written, and what it was before; undefined for a new one. */
export interface RowChange {
  readonly before: BookRow | undefined;
  readonly after: BookRow;
}

/** Names what was written; null when it is too much. */
export function touchedContacts(changes: readonly RowChange[]): TouchedContacts | null {
  if (changes.length > MOST_TOUCHED) return null;
  const emails = changes.flatMap(({ before, after }) => [before, after].map((row) => row?.entry.contact.email ?? ''));
  const keys = new Set(emails.map(emailKey));
  keys.delete('');
  return { contactIds: changes.map(({ after }) => after.entry.contact.id), emailKeys: [...keys] };
}
