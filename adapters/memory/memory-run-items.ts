import { isDeepStrictEqual } from 'node:util';
import { emailKey } from '../../core/domain/email.ts';
import { type BookEntry, groupByEmail } from '../../core/domain/email-group.ts';
import type { BookScope } from '../../core/domain/scope.ts';
import type { BookRow, ContactBook } from '../../core/ports/contact-book.ts';
import { PlanChanged } from '../../core/ports/errors.ts';
import type { ClaimedRun, ImportRequest, OpenItem } from '../../core/ports/run-store.ts';
import type { MemoryRunItem } from './memory-run.ts';

/** The items of an import, as the selection is now. */
export async function freezeItems(
  contactBook: Pick<ContactBook, 'selectedBatches'>,
  scope: BookScope,
  { selection, seen, planned }: ImportRequest,
): Promise<readonly MemoryRunItem[]> {
  const images = new Map(seen.map(({ contactId, image }) => [contactId, image]));
  const items: MemoryRunItem[] = [];
  let revisions = 0;
  for await (const selected of contactBook.selectedBatches(scope, selection)) {
    for (const { entry, rivals, revision } of selected) {
      revisions += revision;
      const image = images.get(entry.contact.id) ?? '';
      items.push({ entry, rivals, position: items.length + 1, seen: image, intent: null, ended: null });
    }
  }
  const isAsPlanned = planned === null || (planned.contacts === items.length && planned.revisions === revisions);
  if (!isAsPlanned) throw new PlanChanged('The selected contacts have changed since the import was planned.');
  return items;
}

/** The items as they were frozen; link, attempt, and whether the contact is gone are as they are now. */
export async function openItemsOf(
  contactBook: Pick<ContactBook, 'withIds' | 'withEmails'>,
  claimed: ClaimedRun,
  items: readonly MemoryRunItem[],
): Promise<readonly OpenItem[]> {
  const { present, isShared } = await presentRows(contactBook, claimed, items);
  return items.map(({ entry, rivals, position, seen, intent }) => {
    const row = present.get(entry.contact.id);
    const contact = { ...entry.contact, isGone: entry.contact.isGone || (row?.entry.contact.isGone ?? true) };
    const { link = null, attempt = null } = row?.entry ?? {};
    const revision = row !== undefined && isAsFrozen(row.entry, entry) && !isShared(row.entry) ? row.revision : null;
    return { position, rivals, seen, intent, revision, entry: { ...entry, contact, link, attempt } };
  });
}

function isAsFrozen(present: BookEntry, { contact, assignment }: BookEntry): boolean {
  return isDeepStrictEqual([present.contact, present.assignment], [contact, assignment]);
}

async function presentRows(
  contactBook: Pick<ContactBook, 'withIds' | 'withEmails'>,
  { databaseId, run: { tenantId } }: ClaimedRun,
  items: readonly MemoryRunItem[],
): Promise<{ readonly present: ReadonlyMap<string, BookRow>; readonly isShared: (entry: BookEntry) => boolean }> {
  if (databaseId === null) return { present: new Map(), isShared: () => false };
  const key = { tenantId, databaseId };
  const rows = await contactBook.withIds(
    key,
    items.map(({ entry }) => entry.contact.id),
  );
  const emailKeys = rows.map(({ entry }) => emailKey(entry.contact.email));
  const groups = groupByEmail((await contactBook.withEmails(key, emailKeys)).map(({ entry }) => entry));
  return {
    present: new Map(rows.map((row) => [row.entry.contact.id, row])),
    isShared: ({ contact }) => (groups.get(emailKey(contact.email))?.length ?? 0) > 1,
  };
}
