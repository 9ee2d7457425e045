import type {
  AccountView,
  ContactFilterQuery,
  ContactItem,
  ContactQuery,
  StatusCounts,
} from '../../core/contract/index.ts';
import { type ApiProblem, problemOf } from '../api/api-problem.ts';
import type { PluginApi } from '../api/plugin-api.ts';
import type { Assignments } from './assignments.ts';
import { isNarrowed, isSameFilter } from './contact-filter.ts';

export type ContactOrder = NonNullable<ContactQuery['sort']>;

/** Rows by page, at once when they are at hand. */
export interface ContactRows {
  readonly total: number;
  /** Changes whenever rows that were handed out are no longer what is to be shown. */
  readonly version: number;
  page(index: number): readonly ContactItem[] | Promise<readonly ContactItem[]>;
}

/** What the list is asked for. */
export interface ListView {
  readonly filter: ContactFilterQuery;
  readonly order: ContactOrder;
}

/** What the page opens with. */
export const FIRST_VIEW: ListView = { filter: { active: true }, order: 'lastName' };

export const PAGE_SIZE = 100;

/** A screen of rows that are still to come. */
export const AWAITED_ROWS: ContactRows = { total: 20, version: -1, page: () => new Promise(() => undefined) };

/** Pages kept at most; far more than a screen, and never in proportion to the number of contacts. */
export const KEPT_PAGES = 10;

interface ContactListParts {
  readonly api: () => PluginApi;
  readonly assignments: Assignments;
  readonly changed: () => void;
}

/**
 * The list as it is scrolled through: pages on demand, totals with the first, and a reload that changes the rows in one
 * step and in place.
 */
export class ContactList implements ContactRows {
  total = 0;
  /** Inactive contacts that match otherwise. */
  inactive = 0;
  /** How many match in each status, whichever status is asked for; null before an answer. */
  counts: StatusCounts | null = null;
  version = 0;
  filter = FIRST_VIEW.filter;
  order = FIRST_VIEW.order;
  /** What the rows and totals are the answer to: what is asked for, but for the time until its answer is there. */
  shown = FIRST_VIEW;
  /** Why the list, or some of its rows, could not be loaded. */
  problem: ApiProblem | null = null;
  /** Whether there has been an answer yet; until then there are no rows to show, but not because none exist. */
  isLoaded = false;
  isLoading = false;

  readonly #parts: ContactListParts;
  readonly #pages = new Map<number, readonly ContactItem[]>();
  /** The filter that the inactive contacts have been counted for; they need no new count until another one is asked. */
  #inactiveIn: ContactFilterQuery | null = null;
  #reading: Promise<void> | null = null;
  #wishes = 0;
  #question = 0;

  constructor(parts: ContactListParts) {
    this.#parts = parts;
  }

  /** Where all that is listed is as a file. */
  get file(): string {
    return this.#parts.api().contactsFile({ ...this.filter, sort: this.order });
  }

  /** The account as the rows at hand name it. */
  accountOfRows(id: string): Pick<AccountView, 'id' | 'name'> | null {
    const row = [...this.#pages.values()].flat().find(({ accountId }) => accountId === id);
    return row === undefined ? null : { id, name: row.account };
  }

  /** Whether it is for more than their being inactive that contacts are left out. */
  get isNarrowed(): boolean {
    return isNarrowed(this.shown.filter);
  }

  page(index: number): readonly ContactItem[] | Promise<readonly ContactItem[]> {
    const page = this.#pages.get(index);
    return page === undefined ? this.#fetchPage(index) : this.#withAssignments(page);
  }

  /** Shows the list by another filter or order, from its first row. */
  show(change: Partial<ListView>): Promise<void> {
    this.ask(change);
    return this.#read([0]);
  }

  /** What the next reading is to ask for. */
  ask({ filter = this.filter, order = this.order }: Partial<ListView>): void {
    this.filter = filter;
    this.order = order;
  }

  /**
   * Reads the pages on screen again and puts them in place of the old ones together. Wishes that come while one is under
   * way are fulfilled by one more reading.
   */
  async reload(pagesOnScreen: () => readonly number[]): Promise<void> {
    this.#wishes += 1;
    if (this.#reading !== null) return this.#reading;
    this.#reading = this.#reloadAll(pagesOnScreen);
    await this.#reading;
  }

  /** The rows are to be handed out again, because what is shown of them has changed. */
  redraw(): void {
    this.version += 1;
    this.#parts.changed();
  }

  async #reloadAll(pagesOnScreen: () => readonly number[]): Promise<void> {
    let wishes: number;
    do {
      wishes = this.#wishes;
      const pages = pagesOnScreen();
      this.#inactiveIn = null;
      await this.#read(pages.length === 0 ? [0] : pages);
    } while (wishes !== this.#wishes);
    this.#reading = null;
  }

  async #read(indexes: readonly number[]): Promise<void> {
    this.#question += 1;
    const question = this.#question;
    const turn = this.#parts.assignments.beginRead();
    const asked = { filter: this.filter, order: this.order };
    this.isLoading = true;
    this.#parts.changed();
    try {
      const pages = await Promise.all(indexes.map((index, at) => this.#request(asked, index, at === 0)));
      if (question !== this.#question) return;
      this.#pages.clear();
      for (const [at, page] of pages.entries()) this.#keep(indexes[at] ?? 0, page.items, turn);
      this.total = pages[0]?.total ?? this.total;
      this.counts = pages[0]?.counts ?? this.counts;
      this.shown = asked;
      this.problem = null;
      this.isLoaded = true;
      this.version += 1;
      this.#parts.changed();
      const inactive = await this.#countInactive(asked.filter); // After the rows, which it would keep waiting.
      if (question !== this.#question) return;
      this.inactive = inactive;
      this.#inactiveIn = asked.filter;
    } catch (error) {
      if (question === this.#question) this.problem = problemOf(error);
    } finally {
      if (question === this.#question) this.isLoading = false;
      this.#parts.changed();
    }
  }

  async #fetchPage(index: number): Promise<readonly ContactItem[]> {
    const { version } = this;
    const turn = this.#parts.assignments.beginRead();
    try {
      const { items } = await this.#request(this.shown, index, false);
      if (version === this.version) this.#keep(index, items, turn);
      return this.#withAssignments(items);
    } catch (error) {
      this.problem = problemOf(error);
      this.#parts.changed();
      throw this.problem;
    }
  }

  #request({ filter, order }: ListView, index: number, totals: boolean) {
    return this.#parts.api().contacts({
      ...filter,
      sort: order,
      at: index * PAGE_SIZE,
      limit: PAGE_SIZE,
      ...(totals ? {} : { totals: false }),
    });
  }

  async #countInactive(filter: ContactFilterQuery): Promise<number> {
    const hidden = { ...filter, active: false };
    if (this.#inactiveIn !== null && isSameFilter({ ...this.#inactiveIn, active: false }, hidden)) return this.inactive;
    const { total } = await this.#parts.api().contacts({ ...hidden, limit: 1 });
    return total ?? 0;
  }

  #keep(index: number, items: readonly ContactItem[], turn: number): void {
    this.#parts.assignments.arrived(items, turn);
    this.#pages.set(index, items);
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > KEPT_PAGES && oldest !== undefined) this.#pages.delete(oldest);
  }

  #withAssignments(items: readonly ContactItem[]): readonly ContactItem[] {
    return items.map((item) => this.#parts.assignments.shown(item));
  }
}
