import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type ApiProblem, asProblem } from '../api/api-problem.ts';
import type { ListPage, ListQuery } from '../api/console-records.ts';

type LoadState = 'loading' | 'ready' | 'failed';

// Long enough to type on, short enough to feel at once.
const SEARCH_PAUSE_MS = 250;

/**
 * Loads a list page by page, for an element that shows all that was loaded so far. What is searched for stands in the
 * address, too, so that a link or a reload shows the same.
 */
export class ListLoader<Item extends { readonly id: string }> implements ReactiveController {
  state: LoadState = 'loading';
  items: readonly Item[] = [];
  problem: ApiProblem | null = null;
  /** How many match; null when there are too many to count, or it is not known yet. */
  total: number | null = null;
  /** When Managed Backup was asked; null for the console's own. */
  asOf: Date | null = null;
  /** Which Managed Backup was. */
  whose: 'live' | 'practice' = 'live';
  /** As it was typed. */
  search = new URLSearchParams(location.search).get('q') ?? '';
  /** What was just done to the list. */
  news = '';
  private isKnown = false;
  private next: string | null = null;
  private asked: string | null = null;
  private reading: symbol | null = null;
  private searchTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly host: ReactiveControllerHost;
  private readonly read: (query: ListQuery) => Promise<ListPage<Item>>;

  constructor(host: ReactiveControllerHost, read: (query: ListQuery) => Promise<ListPage<Item>>) {
    this.host = host;
    this.read = read;
    host.addController(this);
  }

  get hasMore(): boolean {
    return this.next !== null;
  }

  /** Whether it is known to be the console's own, to which things can be added. */
  get isOwn(): boolean {
    return this.isKnown && this.asOf === null;
  }

  /** Whether what could not be loaded is the list itself, as against more of it. */
  get isOutOfDate(): boolean {
    return this.problem !== null && this.asked === null;
  }

  get isSearched(): boolean {
    return this.search.trim() !== '';
  }

  hostConnected(): void {
    void this.load();
  }

  hostDisconnected(): void {
    clearTimeout(this.searchTimer);
  }

  /** Reads from the beginning; what is on screen stays until the answer is there. */
  load(): Promise<void> {
    return this.take(null);
  }

  loadMore(): Promise<void> {
    return this.take(this.next);
  }

  /** Asks once more what could not be answered; what is on screen stays. */
  retry(): Promise<void> {
    return this.take(this.asked);
  }

  /** Searches as soon as the typing pauses. */
  type(search: string): void {
    clearTimeout(this.searchTimer);
    this.searchTimer = setTimeout(() => this.find(search), SEARCH_PAUSE_MS);
  }

  find(search: string): void {
    const isSame = search.trim() === this.search.trim();
    this.search = search;
    if (isSame) return;
    this.news = '';
    const address = new URL(location.href);
    if (this.isSearched) address.searchParams.set('q', search.trim());
    else address.searchParams.delete('q');
    history.replaceState(history.state, '', address);
    void this.load();
  }

  tell(news: string): void {
    this.news = news;
    this.host.requestUpdate();
  }

  /** Shows an item as the server has just answered it, in its place. */
  replace(item: Item): void {
    this.items = this.items.map((one) => (one.id === item.id ? item : one));
    this.host.requestUpdate();
  }

  remove({ id }: Item): void {
    this.items = this.items.filter((one) => one.id !== id);
    if (this.total !== null) this.total -= 1;
    this.host.requestUpdate();
  }

  private async take(after: string | null): Promise<void> {
    const reading = Symbol('reading');
    this.reading = reading;
    this.asked = after;
    try {
      const page = await this.read({ q: this.search.trim(), after });
      // The answer to an older question must not replace that to a newer one.
      if (this.reading !== reading) return;
      this.show(after === null ? page.items : [...this.items, ...page.items], page);
    } catch (error) {
      if (this.reading !== reading) return;
      this.state = 'failed';
      this.problem = asProblem(error);
    }
    this.host.requestUpdate();
  }

  private show(items: readonly Item[], { next, total, asOf, whose = 'live' }: ListPage<Item>): void {
    this.items = items;
    this.next = next;
    this.total = total ?? (next === null ? items.length : null);
    this.asOf = asOf === undefined ? null : new Date(asOf);
    this.whose = whose;
    this.isKnown = true;
    this.state = 'ready';
    this.problem = null;
  }
}
