import type { AccountPage, AccountQuery } from '../../core/contract/index.ts';

const NO_MORE: AccountPage = { items: [], next: null };

/** The accounts by page, as a drop-down asks for them: each page begins where the one before has ended. */
export class AccountPages {
  readonly #read: (query: AccountQuery) => Promise<AccountPage>;
  #search = '';
  #pages: Promise<AccountPage>[] = [];

  constructor(read: (query: AccountQuery) => Promise<AccountPage>) {
    this.#read = read;
  }

  page(search: string, index: number, limit: number): Promise<AccountPage> {
    if (search !== this.#search) this.forget();
    this.#search = search;
    const page = this.#pages[index] ?? this.#readAfter(search, index, limit);
    this.#pages[index] = page;
    return page;
  }

  /** What has been read is to be read again. */
  forget(): void {
    this.#pages = [];
  }

  async #readAfter(search: string, index: number, limit: number): Promise<AccountPage> {
    const query = { limit, ...(search === '' ? {} : { q: search }) };
    if (index === 0) return this.#read(query);
    const { next } = await this.page(search, index - 1, limit);
    return next === null ? NO_MORE : this.#read({ ...query, after: next });
  }
}
