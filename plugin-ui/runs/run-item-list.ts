import type { Outcome, RunItemView } from '../../core/contract/index.ts';
import { type ApiProblem, problemOf } from '../api/api-problem.ts';
import type { PluginApi, RunItemQuery } from '../api/plugin-api.ts';

const PAGE = 50;

interface RunItemListParts {
  readonly api: () => PluginApi;
  readonly changed: () => void;
  readonly runId: string;
}

/** The contacts of one run, as far as they are shown. */
export interface ShownRunItems {
  readonly items: readonly RunItemView[];
  /** Those that ended like this; undefined: all. */
  readonly outcome: Outcome | undefined;
  readonly isLoading: boolean;
  readonly hasMore: boolean;
  readonly problem: ApiProblem | null;
  /** Where they are as a file, all of them. */
  readonly file: string;
}

/** Reads the contacts of one run, page by page. */
export class RunItemList {
  readonly runId: string;

  readonly #parts: RunItemListParts;
  #items: readonly RunItemView[] = [];
  #outcome: Outcome | undefined;
  #isLoading = false;
  #problem: ApiProblem | null = null;
  #next: string | null = null;
  #question = 0;

  constructor(parts: RunItemListParts) {
    this.#parts = parts;
    this.runId = parts.runId;
  }

  get shown(): ShownRunItems {
    return {
      items: this.#items,
      outcome: this.#outcome,
      isLoading: this.#isLoading,
      hasMore: this.#next !== null,
      problem: this.#problem,
      file: this.#parts.api().runItemsFile(this.runId, this.#filter),
    };
  }

  choose(outcome: Outcome | undefined): Promise<void> {
    this.#outcome = outcome;
    return this.load();
  }

  load(): Promise<void> {
    return this.#read({ ...this.#filter, limit: PAGE }, []);
  }

  async more(): Promise<void> {
    if (this.#next === null || this.#isLoading) return;
    await this.#read({ ...this.#filter, after: this.#next, limit: PAGE }, this.#items);
  }

  get #filter(): Pick<RunItemQuery, 'outcome'> {
    return this.#outcome === undefined ? {} : { outcome: this.#outcome };
  }

  async #read(query: RunItemQuery, before: readonly RunItemView[]): Promise<void> {
    this.#question += 1;
    const question = this.#question;
    const { api, changed, runId } = this.#parts;
    this.#isLoading = true;
    this.#problem = null;
    changed();
    try {
      const { items, next } = await api().runItems(runId, query);
      if (question !== this.#question) return;
      this.#items = [...before, ...items];
      this.#next = next;
    } catch (error) {
      if (question !== this.#question) return;
      this.#problem = problemOf(error);
    }
    this.#isLoading = false;
    changed();
  }
}
