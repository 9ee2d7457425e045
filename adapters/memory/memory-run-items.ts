import type { BookEntry } from '../../core/domain/email-group.ts';
import type { BookScope } from '../../core/domain/scope.ts';
import type { ContactBook } from '../../core/ports/contact-book.ts';
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
  contactBook: Pick<ContactBook, 'withIds'>,
  claimed: ClaimedRun,
  items: readonly MemoryRunItem[],
): Promise<readonly OpenItem[]> {
  const present = await presentEntries(contactBook, claimed, items);
  return items.map(({ entry, rivals, position, seen, intent }) => {
    const now = present.get(entry.contact.id);
    const contact = { ...entry.contact, isGone: entry.contact.isGone || (now?.contact.isGone ?? true) };
    const { link = null, attempt = null } = now ?? {};
    return { position, rivals, seen, intent, entry: { ...entry, contact, link, attempt } };
  });
}

async function presentEntries(
  contactBook: Pick<ContactBook, 'withIds'>,
  { databaseId, run: { tenantId } }: ClaimedRun,
  items: readonly MemoryRunItem[],
): Promise<ReadonlyMap<string, BookEntry>> {
  if (databaseId === null) return new Map();
  const ids = items.map(({ entry }) => entry.contact.id);
  const rows = await contactBook.withIds({ tenantId, databaseId }, ids);
  return new Map(rows.map(({ entry }) => [entry.contact.id, entry]));
}
