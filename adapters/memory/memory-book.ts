import type { Contact } from '../../core/domain/contact.ts';
import type { BookEntry } from '../../core/domain/email-group.ts';
import type { AccountId, ContactId } from '../../core/domain/ids.ts';
import type { BookRow, StoredDerivation } from '../../core/ports/contact-book.ts';
import type { SourceAccount, SourceContact } from '../../core/ports/contact-source.ts';
import type { MemoryBookGeneration } from './memory-book-generation.ts';

const BLANK: StoredDerivation = { status: 'blank', problem: null, userId: null };

/** The contacts of one book. Rows are never changed, only replaced, so that what was read stays as it was. */
export class MemoryBook {
  readonly rows = new Map<ContactId, BookRow>();
  current: MemoryBookGeneration | null = null;

  replace(contacts: ReadonlyMap<ContactId, SourceContact>, accounts: ReadonlyMap<AccountId, SourceAccount>): void {
    for (const source of contacts.values()) {
      const contact = joined(source, accounts.get(source.accountId));
      const row = this.rows.get(contact.id);
      if (row === undefined) this.rows.set(contact.id, newRow(contact));
      else if (!isSame(row.entry.contact, contact)) this.change(row, { contact });
    }
    for (const row of this.rows.values()) {
      const { contact } = row.entry;
      if (!contact.isGone && !contacts.has(contact.id)) this.change(row, { contact: { ...contact, isGone: true } });
    }
  }

  change(row: BookRow, part: Partial<BookEntry>): void {
    const entry = { ...row.entry, ...part };
    this.rows.set(entry.contact.id, { ...row, entry, revision: row.revision + 1 });
  }

  derive(row: BookRow, derived: StoredDerivation): void {
    this.rows.set(row.entry.contact.id, { ...row, derived: { ...derived } });
  }
}

/** An account that Autotask does not show leaves the contact without one, and as active as it is itself. */
function joined(source: SourceContact, account: SourceAccount | undefined): Contact {
  return {
    ...source,
    account: account?.name ?? '',
    isActive: source.isActive && (account?.isActive ?? true),
    isGone: false,
  };
}

function newRow(contact: Contact): BookRow {
  return {
    entry: { contact, assignment: { destinationId: null, packageId: null }, link: null, attempt: null },
    derived: BLANK,
    revision: 0,
  };
}

function isSame(one: Contact, other: Contact): boolean {
  return JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());
}
