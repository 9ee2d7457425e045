import { emailKey } from '../../core/domain/email.ts';
import { type BookEntry, groupByEmail } from '../../core/domain/email-group.ts';
import type { BookRow, SelectedEntry } from '../../core/ports/contact-book.ts';

/** Counts the active contacts of each email; contacts without an email are nobody's rivals. */
export function withRivals(rows: readonly BookRow[]): readonly SelectedEntry[] {
  const groups = groupByEmail(rows.map(({ entry }) => entry));
  const counts = new Map([...groups].map(([key, group]) => [key, group.filter(isRival).length]));
  return rows.map(({ entry, revision }) => {
    const key = emailKey(entry.contact.email);
    const alone = isRival(entry) ? 1 : 0;
    return { entry, revision, rivals: key === '' ? alone : (counts.get(key) ?? alone) };
  });
}

function isRival({ contact }: BookEntry): boolean {
  return contact.isActive && !contact.isGone;
}
