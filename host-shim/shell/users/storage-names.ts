import type { ConsoleApi } from '../api/console-api.ts';
import type { ListPage, ListQuery, User } from '../api/console-records.ts';
import { text } from '../text.ts';

/** Names for the ids in a user's assignments. */
export class StorageNames {
  /** For where they can't be loaded: an id is shown as it is. */
  static readonly UNKNOWN = new StorageNames(new Map());
  private readonly names: ReadonlyMap<string, string>;

  private constructor(names: ReadonlyMap<string, string>) {
    this.names = names;
  }

  static async load(api: ConsoleApi): Promise<StorageNames> {
    const [accounts, packages] = await Promise.all([
      all((query) => api.storageAccounts(query)),
      all((query) => api.packages(query)),
    ]);
    const destinations = accounts.flatMap((account) => account.destinations);
    return new StorageNames(new Map([...destinations, ...packages].map(({ id, name }) => [id, name])));
  }

  storageOf(user: User): readonly { readonly destination: string; readonly limit: string }[] {
    return user.destinations.map(({ destinationId, packageId }) => ({
      destination: this.nameOf(destinationId),
      limit: packageId === null ? text.none : this.nameOf(packageId),
    }));
  }

  private nameOf(id: string): string {
    return this.names.get(id) ?? id;
  }
}

async function all<Item>(read: (query: ListQuery) => Promise<ListPage<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  let after: string | null = null;
  do {
    const page: ListPage<Item> = await read({ q: '', after });
    items.push(...page.items);
    after = page.next;
  } while (after !== null);
  return items;
}
