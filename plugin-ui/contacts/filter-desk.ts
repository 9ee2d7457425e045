import { contactsText } from '../text/contacts-text.ts';
import { filterText } from '../text/filter-text.ts';
import { changedFilter, type FilterChange, isSameFilter } from './contact-filter.ts';
import { type ContactList, type ContactOrder, FIRST_VIEW, type ListView } from './contact-list.ts';
import type { NamedAccount } from './filter-events.ts';
import { putIntoAddress, viewInAddress } from './list-address.ts';

interface FilterDeskParts {
  readonly list: ContactList;
  readonly locale: () => string;
  readonly changed: () => void;
  readonly announce: (text: string) => void;
  /** The list shows other contacts now. */
  readonly filtered: () => Promise<void>;
}

/** So long a pause ends a word: a request for every letter would only keep the server from the one that counts. */
const PAUSE_MS = 200;

/** What of the list is shown, and in which order; the page's address says the same. */
export class FilterDesk {
  /** What stands in the search box; the list follows at the next pause. */
  words = '';

  readonly #parts: FilterDeskParts;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #changes = 0;
  #account: NamedAccount | null = null;

  constructor(parts: FilterDeskParts) {
    this.#parts = parts;
  }

  /** The account that is asked for, with the name that it was chosen by or that its contacts have. */
  get account(): NamedAccount | null {
    const { list } = this.#parts;
    const id = list.filter.account;
    if (id === undefined) return null;
    if (this.#account?.id !== id) this.#account = list.accountOfRows(id);
    return this.#account ?? { id, name: filterText.unnamedAccount(id) };
  }

  /** Takes up what the address asks for, before the list is read. */
  begin(): void {
    const view = viewInAddress();
    this.words = view.filter.q ?? '';
    this.#parts.list.ask(view);
  }

  /** The address has changed under the page: Back was pressed, for one. */
  async follow(): Promise<void> {
    const { list } = this.#parts;
    const view = viewInAddress();
    if (isSameFilter(view.filter, list.filter) && view.order === list.order) return;
    this.words = view.filter.q ?? '';
    await this.#show(view, contactsText.contacts);
  }

  leave(): void {
    clearTimeout(this.#pause);
  }

  search(words: string): void {
    this.words = words;
    this.#parts.changed();
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.change({}), words === '' ? 0 : PAUSE_MS);
  }

  /** Changes parts of the filter; what has been typed meanwhile goes with it. */
  async change(change: FilterChange): Promise<void> {
    clearTimeout(this.#pause);
    const filter = changedFilter(this.#parts.list.filter, { q: this.words.trim(), ...change });
    await this.#show({ filter }, contactsText.contacts);
  }

  async chooseAccount(account: NamedAccount | null): Promise<void> {
    this.#account = account;
    await this.change({ account: account?.id ?? null });
  }

  async toggleInactive(): Promise<void> {
    await this.change({ active: this.#parts.list.filter.active === undefined ? true : null });
  }

  async clear(): Promise<void> {
    this.words = '';
    clearTimeout(this.#pause);
    await this.#show({ filter: FIRST_VIEW.filter }, filterText.cleared);
  }

  async sort(order: ContactOrder, column: string): Promise<void> {
    const words = order.startsWith('-') ? contactsText.sortedDescendingBy : contactsText.sortedBy;
    await this.#show({ order }, () => words(column));
  }

  async #show(change: Partial<ListView>, words: (total: number, locale: string) => string): Promise<void> {
    const { list, announce, locale } = this.#parts;
    this.#changes += 1;
    const changes = this.#changes;
    list.ask(change);
    putIntoAddress(list);
    await list.show({});
    // Of several changes in a row only the last one is told, and none that could not be read.
    if (changes !== this.#changes || list.problem !== null) return;
    announce(words(list.total, locale()));
    await this.#parts.filtered();
  }
}
