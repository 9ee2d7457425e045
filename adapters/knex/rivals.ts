import { emailKey } from '../../core/domain/email.ts';
import { type BookEntry, groupByEmail } from '../../core/domain/email-group.ts';
import type { SelectedEntry } from '../../core/ports/contact-book.ts';

/** Counts the active contacts of each email; contacts without an email are nobody's rivals. */
export function withRivals(entries: readonly BookEntry[]): readonly SelectedEntry[] {
  const counts = new Map([...groupByEmail(entries)].map(([key, group]) => [key, group.filter(isRival).length]));
  return entries.map((entry) => {
    const key = emailKey(entry.contact.email);
    const alone = isRival(entry) ? 1 : 0;
    return { entry, rivals: key === '' ? alone : (counts.get(key) ?? alone) };
  });
}

function isRival({ contact }: BookEntry): boolean {
  return contact.isActive && !contact.isGone;
}
