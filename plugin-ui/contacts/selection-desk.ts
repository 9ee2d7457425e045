import type { ContactItem } from '../../core/contract/index.ts';
import { contactsText } from '../text/contacts-text.ts';
import type { ContactList } from './contact-list.ts';
import {
  allContacts,
  type ContactSelection,
  countOf,
  headerState,
  isSelectable,
  NO_CONTACTS,
  toggled,
} from './contact-selection.ts';

interface SelectionDeskParts {
  readonly list: Pick<ContactList, 'filter' | 'total'>;
  readonly locale: () => string;
  readonly changed: () => void;
  readonly announce: (text: string) => void;
}

/** What is selected, and what stays selected of it after an import. */
export class SelectionDesk {
  selection: ContactSelection = NO_CONTACTS;
  /** What the import under way takes of it; null when that was not started here. */
  imported: ContactSelection | null = null;

  readonly #parts: SelectionDeskParts;
  #remaining: ContactSelection = NO_CONTACTS;

  constructor(parts: SelectionDeskParts) {
    this.#parts = parts;
  }

  /** Whether the contacts that the last import did not bring over are selected still. */
  get keepsFailed(): boolean {
    return this.selection === this.#remaining && countOf(this.#remaining) > 0;
  }

  toggle(item: ContactItem): void {
    if (!isSelectable(this.selection, item)) {
      this.#parts.announce(contactsText.outsideSelection());
      this.#parts.changed();
      return;
    }
    this.#select(toggled(this.selection, item));
  }

  toggleAll(): void {
    const { filter, total } = this.#parts.list;
    const isAll = headerState(this.selection) === 'all';
    this.#select(isAll ? NO_CONTACTS : allContacts(filter, total));
  }

  clear(): void {
    this.#select(NO_CONTACTS);
  }

  /** The import has ended, and only what it has not brought over stays selected. */
  async letGo(remaining: Promise<ContactSelection>): Promise<void> {
    const { imported } = this;
    this.imported = null;
    const left = await remaining;
    // A selection that was changed while the import ran is the technician's next one, and stays.
    const isUntouched = imported !== null && imported === this.selection;
    this.#remaining = isUntouched ? left : NO_CONTACTS;
    if (isUntouched) this.selection = left;
  }

  #select(selection: ContactSelection): void {
    this.selection = selection;
    const isAll = headerState(selection) === 'all';
    const words = isAll ? contactsText.allSelected : contactsText.selected;
    this.#parts.announce(words(countOf(selection), this.#parts.locale()));
    this.#parts.changed();
  }
}
