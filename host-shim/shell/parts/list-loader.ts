import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type ApiProblem, asProblem } from '../api/api-problem.ts';
import type { ListPage } from '../api/console-records.ts';

type LoadState = 'loading' | 'ready' | 'failed';

/** Loads a list page by page, for an element that shows all that was loaded so far. */
export class ListLoader<Item> implements ReactiveController {
  state: LoadState = 'loading';
  items: readonly Item[] = [];
  problem: ApiProblem | null = null;
  private next: string | null = null;
  private reading: symbol | null = null;
  private readonly host: ReactiveControllerHost;
  private readonly read: (after: string | null) => Promise<ListPage<Item>>;

  constructor(host: ReactiveControllerHost, read: (after: string | null) => Promise<ListPage<Item>>) {
    this.host = host;
    this.read = read;
    host.addController(this);
  }

  get hasMore(): boolean {
    return this.next !== null;
  }

  hostConnected(): void {
    void this.load();
  }

  /** Reads from the beginning; what is on screen stays until the answer is there. */
  load(): Promise<void> {
    return this.take(null);
  }

  loadMore(): Promise<void> {
    return this.take(this.next);
  }

  private async take(after: string | null): Promise<void> {
    const reading = Symbol('reading');
    this.reading = reading;
    try {
      const page = await this.read(after);
      // The answer to an older question must not replace that to a newer one.
      if (this.reading !== reading) return;
      this.items = after === null ? page.items : [...this.items, ...page.items];
      this.next = page.next;
      this.state = 'ready';
      this.problem = null;
    } catch (error) {
      if (this.reading !== reading) return;
      this.state = 'failed';
      this.problem = asProblem(error);
    }
    this.host.requestUpdate();
  }
}
