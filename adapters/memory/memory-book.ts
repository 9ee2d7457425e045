import type { Contact } from '../../core/domain/contact.ts';
import type { BookEntry } from '../../core/domain/email-group.ts';
import type { AccountId, ContactId } from '../../core/domain/ids.ts';
import type {
  BookGeneration,
  BookRow,
  BookState,
  StoredDerivation,
  Watermarks,
} from '../../core/ports/contact-book.ts';
import type { SourceAccount, SourceContact } from '../../core/ports/contact-source.ts';
import type { RowChange } from './memory-touched-contacts.ts';

const BLANK: StoredDerivation = {
  status: 'blank',
  problem: null,
  userId: null,
  userCompany: null,
  shown: { destinationId: null, packageId: null },
};

/** What Autotask showed the last time. */
export interface MemoryBookList {
  readonly contacts: ReadonlyMap<ContactId, SourceContact>;
  readonly accounts: ReadonlyMap<AccountId, SourceAccount>;
}

/** What a commit lets a book know. */
export interface BookNote {
  readonly watermarks: Watermarks | null;
  readonly comparedAt: string | null;
}

/** The contacts of one book. Rows are never changed, only replaced, so that what was read stays as it was. */
export class MemoryBook {
  readonly rows = new Map<ContactId, BookRow>();
  /** The generation that the book waits for. */
  current: BookGeneration | null = null;
  #list: MemoryBookList = { contacts: new Map(), accounts: new Map() };
  #note: BookNote = { watermarks: null, comparedAt: null };

  get list(): MemoryBookList {
    return this.#list;
  }

  get state(): BookState {
    return { contacts: this.#list.contacts.size, accounts: this.#list.accounts.size, ...this.#note };
  }

  /** Takes over what Autotask shows now, and says which rows that changed. */
  replace(list: MemoryBookList, { watermarks, comparedAt }: BookNote): readonly RowChange[] {
    this.#list = list;
    this.#note = { watermarks, comparedAt: comparedAt ?? this.#note.comparedAt };
    const shown = [...list.contacts.values()].map((source) => joined(source, list.accounts.get(source.accountId)));
    const leaving = [...this.rows.values()]
      .map(({ entry }) => entry.contact)
      .filter(({ id }) => !list.contacts.has(id));
    return [...shown, ...leaving.map((contact) => ({ ...contact, isGone: true }))].flatMap((contact) => {
      const before = this.rows.get(contact.id);
      if (before !== undefined && isSame(before.entry.contact, contact)) return [];
      return [{ before, after: before === undefined ? this.#add(contact) : this.change(before, { contact }) }];
    });
  }

  change(row: BookRow, part: Partial<BookEntry>): BookRow {
    return this.#keep({ ...row, entry: { ...row.entry, ...part }, revision: row.revision + 1 });
  }

  derive(row: BookRow, derived: StoredDerivation): void {
    this.#keep({ ...row, derived: { ...derived } });
  }

  #add(contact: Contact): BookRow {
    const assignment = { destinationId: null, packageId: null };
    return this.#keep({ entry: { contact, assignment, link: null, attempt: null }, derived: BLANK, revision: 0 });
  }

  #keep(row: BookRow): BookRow {
    this.rows.set(row.entry.contact.id, row);
    return row;
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

function isSame(one: Contact, other: Contact): boolean {
  return JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());
}
