import type { ContactItem } from '../../core/contract/index.ts';
import { problemOf } from '../api/api-problem.ts';
import type { PluginApi } from '../api/plugin-api.ts';
import { contactsText } from '../text/contacts-text.ts';
import { isSameFilter, jointFilter } from './contact-filter.ts';
import type { ContactList } from './contact-list.ts';
import {
  allContacts,
  type ContactSelection,
  countOf,
  headerState,
  hiddenCount,
  isSelectable,
  NO_CONTACTS,
  toggled,
} from './contact-selection.ts';

interface SelectionDeskParts {
  readonly api: () => PluginApi;
  readonly list: Pick<ContactList, 'shown' | 'total'>;
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
  /** How many contacts match both the selection's filter and the list's, if these are two. */
  #matchingBoth = 0;

  constructor(parts: SelectionDeskParts) {
    this.#parts = parts;
  }

  /** How many of the selected contacts the list does not show. */
  get hidden(): number {
    return hiddenCount(this.selection, this.#parts.list.shown.filter, this.#matchingBoth);
  }

  /** Whether all that the list shows, scrolled to or not, are selected. */
  get isAll(): boolean {
    return headerState(this.selection, this.#parts.list.shown.filter) === 'all';
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
    const { shown, total } = this.#parts.list;
    this.#select(this.isAll ? NO_CONTACTS : allContacts(shown.filter, total));
  }

  clear(): void {
    this.#select(NO_CONTACTS);
  }

  /** The list shows other contacts now: the selection stays, but how much of it is hidden has changed. */
  async recount(): Promise<void> {
    const { selection } = this;
    const { filter } = this.#parts.list.shown;
    if (selection.kind === 'chosen' || isSameFilter(selection.filter, filter)) return;
    const both = jointFilter(selection.filter, filter);
    try {
      const answer = both === null ? null : await this.#parts.api().contacts({ ...both, limit: 1 });
      this.#matchingBoth = answer?.total ?? 0;
    } catch (error) {
      // The list itself says that it can't be read.
      problemOf(error);
    }
    this.#parts.changed();
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
    const words = this.isAll ? contactsText.allSelected : contactsText.selected;
    this.#parts.announce(words(countOf(selection), this.#parts.locale()));
    this.#parts.changed();
  }
}
