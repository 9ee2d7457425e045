import { type AccountId, accountId, type ContactId, contactId } from '../../core/domain/ids.ts';
import type {
  BookGeneration,
  GenerationExtent,
  StrandedQuery,
  TouchedContacts,
} from '../../core/ports/contact-book.ts';
import type { SourceAccount, SourceContact, SourceCounts, SourceEntity } from '../../core/ports/contact-source.ts';
import { RunLost } from '../../core/ports/errors.ts';
import type { BookNote, MemoryBook, MemoryBookList } from './memory-book.ts';
import { touchedContacts } from './memory-touched-contacts.ts';

/** What a generation needs of its book. */
type GenerationSlot = Pick<MemoryBook, 'current' | 'list' | 'replace'>;

/** A generation in memory. */
export class MemoryBookGeneration implements BookGeneration {
  readonly #slot: GenerationSlot;
  readonly #extent: GenerationExtent;
  readonly #contacts = new Map<ContactId, SourceContact>();
  readonly #accounts = new Map<AccountId, SourceAccount>();
  /** The ids that were told of an entity; of one without, all that are present exist. */
  readonly #told = new Map<SourceEntity, Set<string>>();

  constructor(slot: GenerationSlot, extent: GenerationExtent) {
    this.#slot = slot;
    this.#extent = extent;
    slot.current = this;
  }

  async addContacts(contacts: readonly SourceContact[]): Promise<void> {
    for (const contact of contacts) this.#contacts.set(contact.id, { ...contact });
  }

  async addAccounts(accounts: readonly SourceAccount[]): Promise<void> {
    for (const account of accounts) this.#accounts.set(account.id, { ...account });
  }

  async addIds(entity: SourceEntity, ids: readonly string[]): Promise<void> {
    if (this.#extent === 'whole') throw new Error('A whole generation is told what exists by its rows');
    this.#told.set(entity, new Set([...(this.#told.get(entity) ?? []), ...ids]));
  }

  async unknownIds(limit: number): ReturnType<BookGeneration['unknownIds']> {
    const { contacts, accounts } = this.#list();
    const unknown = (entity: SourceEntity, isKnown: (id: string) => boolean) =>
      [...(this.#told.get(entity) ?? [])].filter((id) => !isKnown(id)).slice(0, limit);
    return {
      contacts: unknown('contacts', (id) => contacts.has(contactId(id))).map(contactId),
      accounts: unknown('accounts', (id) => accounts.has(accountId(id))).map(accountId),
    };
  }

  async strandedContacts({ added, after, limit }: StrandedQuery): Promise<readonly ContactId[]> {
    const before = this.#slot.list;
    const list = this.#list();
    const isEmptied = (id: AccountId) => {
      const account = this.#accounts.get(id);
      if (account === undefined) return before.accounts.has(id) && !list.accounts.has(id);
      return added === 'all' || (!account.isActive && before.accounts.get(id)?.isActive === true);
    };
    const isWithoutAccount = (id: ContactId, account: AccountId) =>
      account !== '' &&
      !list.accounts.has(account) &&
      (before.contacts.get(id)?.accountId !== account || before.accounts.has(account));
    return [...list.contacts.values()]
      .filter(({ id, accountId: account }) =>
        this.#contacts.has(id) ? isWithoutAccount(id, account) : isEmptied(account),
      )
      .map(({ id }) => id)
      .filter((id) => after === null || Number(id) > Number(after))
      .sort((one, other) => Number(one) - Number(other))
      .slice(0, limit);
  }

  async counts(): Promise<SourceCounts> {
    const { contacts, accounts } = this.#list();
    return { contacts: contacts.size, accounts: accounts.size };
  }

  async commit(note: BookNote): Promise<TouchedContacts | null> {
    if (this.#slot.current !== this) {
      throw new RunLost('The list is being refreshed by another worker by now, or this refresh has ended.');
    }
    const changes = this.#slot.replace(this.#list(), note);
    await this.discard();
    return this.#extent === 'whole' ? null : touchedContacts(changes);
  }

  async discard(): Promise<void> {
    if (this.#slot.current === this) this.#slot.current = null;
    this.#contacts.clear();
    this.#accounts.clear();
    this.#told.clear();
  }

  /** What the book will list. */
  #list(): MemoryBookList {
    return {
      contacts: new Map([...this.#kept('contacts', this.#slot.list.contacts), ...this.#contacts]),
      accounts: new Map([...this.#kept('accounts', this.#slot.list.accounts), ...this.#accounts]),
    };
  }

  #kept<Id extends string, Row>(entity: SourceEntity, present: ReadonlyMap<Id, Row>): readonly (readonly [Id, Row])[] {
    const told = this.#extent === 'whole' ? new Set<string>() : this.#told.get(entity);
    return [...present].filter(([id]) => told === undefined || told.has(id));
  }
}
