import type { ContactFilterQuery, ContactItem } from '../../core/contract/index.ts';
import { problemOf } from '../api/api-problem.ts';
import type { PluginApi } from '../api/plugin-api.ts';
import { contactsText } from '../text/contacts-text.ts';
import { problemSentence } from '../text/problem-text.ts';
import { isSameFilter, jointFilter, type KnownContact } from './contact-filter.ts';
import type { ContactList } from './contact-list.ts';
import {
  allContacts,
  type ContactSelection,
  chosenContacts,
  countOf,
  type HeaderState,
  headerState,
  hiddenCount,
  isSelectable,
  isSelected,
  NO_CONTACTS,
  toggled,
  withExceptions,
  without,
  withoutExceptions,
} from './contact-selection.ts';
import { selectionWords } from './selection-words.ts';

interface SelectionDeskParts {
  readonly api: () => PluginApi;
  readonly list: Pick<ContactList, 'shown' | 'total'>;
  readonly locale: () => string;
  readonly changed: () => void;
  readonly announce: (text: string) => void;
}

/** So many contacts are told from each other one by one when a list is added or taken out; each request brings 500. */
const MOST_ADDED = 2000;
const PAGE = 500;

/** Why the last press of a check box did nothing. */
type Refusal = 'outside' | 'too-many' | 'too-many-out';

/** What is selected, and what stays selected of it after an import. */
export class SelectionDesk {
  selection: ContactSelection = NO_CONTACTS;
  /** What the import under way takes of it; null when that was not started here. */
  imported: ContactSelection | null = null;

  readonly #parts: SelectionDeskParts;
  #remaining: ContactSelection = NO_CONTACTS;
  /** How many contacts match both the selection's filter and the list's, if these are two. */
  #matchingBoth = 0;
  #refusal: Refusal | null = null;

  constructor(parts: SelectionDeskParts) {
    this.#parts = parts;
  }

  /** How many of the selected contacts the list does not show. */
  get hidden(): number {
    return hiddenCount(this.selection, this.#parts.list.shown.filter, this.#matchingBoth);
  }

  /** How much of what the list shows, scrolled to or not, is selected. */
  get header(): HeaderState {
    const { shown, total } = this.#parts.list;
    return headerState(this.selection, shown.filter, { total, matchingBoth: this.#matchingBoth });
  }

  /** Whether all that the list shows, scrolled to or not, are selected. */
  get isAll(): boolean {
    return this.header === 'all';
  }

  /** Why the last press of a check box did nothing, in words; null when it did something. */
  get note(): string | null {
    switch (this.#refusal) {
      case 'outside':
        return contactsText.outsideSelection();
      case 'too-many':
        return contactsText.tooManyToAdd(this.hidden, MOST_ADDED, this.#parts.locale());
      case 'too-many-out':
        return contactsText.tooManyToTakeOut(MOST_ADDED, this.#parts.locale());
      case null:
        return null;
    }
  }

  /** Whether the contacts that the last import did not bring over are selected still. */
  get keepsFailed(): boolean {
    return this.selection === this.#remaining && countOf(this.#remaining) > 0;
  }

  toggle(item: ContactItem): void {
    if (!isSelectable(this.selection, item)) {
      this.#refuse('outside');
      return;
    }
    this.#select(toggled(this.selection, item));
  }

  /** Takes all that the list shows in, or out; what is selected beside them stays. */
  async toggleAll(): Promise<void> {
    const { selection } = this;
    const { shown, total } = this.#parts.list;
    if (this.isAll) await this.#takeOutAll();
    else if (this.hidden === 0) this.#select(allContacts(shown.filter, total));
    else if (selection.kind === 'all' && this.#matchingBoth === total)
      this.#select(withoutExceptions(selection, shown.filter));
    else if (countOf(selection) + total > MOST_ADDED) this.#refuse('too-many');
    else await this.#addAll();
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
    this.#matchingBoth = 0;
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
    this.#refusal = null;
  }

  async #takeOutAll(): Promise<void> {
    const { selection } = this;
    const { shown, total } = this.#parts.list;
    if (this.hidden === 0) this.#select(NO_CONTACTS);
    else if (selection.kind === 'chosen') this.#select(without(selection, shown.filter));
    else if (total > MOST_ADDED) this.#refuse('too-many-out');
    else await this.#change(async () => withExceptions(selection, await this.#read(shown.filter, total)));
  }

  async #addAll(): Promise<void> {
    const { selection } = this;
    const { shown, total } = this.#parts.list;
    await this.#change(async () => {
      const [kept, added] = await Promise.all([this.#contactsIn(selection), this.#read(shown.filter, total)]);
      return chosenContacts([...kept, ...added]);
    });
  }

  /** Selects what has to be read first. */
  async #change(read: () => Promise<ContactSelection>): Promise<void> {
    const { selection } = this;
    try {
      const changed = await read();
      // What was done meanwhile is the technician's latest word.
      if (selection === this.selection) this.#select(changed);
    } catch (error) {
      this.#parts.announce(problemSentence(problemOf(error)));
    }
  }

  async #contactsIn(selection: ContactSelection): Promise<Iterable<KnownContact>> {
    if (selection.kind === 'chosen') return selection.contacts.values();
    const matching = await this.#read(selection.filter, selection.matching);
    return matching.filter((item) => isSelected(selection, item));
  }

  async #read(filter: ContactFilterQuery, count: number): Promise<readonly ContactItem[]> {
    const starts = Array.from({ length: Math.ceil(count / PAGE) }, (_, index) => index * PAGE);
    const pages = starts.map((at) => this.#parts.api().contacts({ ...filter, at, limit: PAGE, totals: false }));
    return (await Promise.all(pages)).flatMap(({ items }) => items);
  }

  #refuse(refusal: Refusal): void {
    this.#refusal = refusal;
    this.#parts.announce(this.note ?? '');
    this.#parts.changed();
  }

  #select(selection: ContactSelection): void {
    this.selection = selection;
    this.#refusal = null;
    const { hidden, isAll } = this;
    this.#parts.announce(selectionWords({ count: countOf(selection), hidden, isAll }, this.#parts.locale()));
    this.#parts.changed();
  }
}
