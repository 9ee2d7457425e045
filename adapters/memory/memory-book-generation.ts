import type { AccountId, ContactId } from '../../core/domain/ids.ts';
import type { BookGeneration } from '../../core/ports/contact-book.ts';
import type { SourceAccount, SourceContact } from '../../core/ports/contact-source.ts';
import { RunLost } from '../../core/ports/errors.ts';

/** What a generation needs of its book. */
interface GenerationSlot {
  /** The generation that the book waits for. */
  current: MemoryBookGeneration | null;
  replace(contacts: ReadonlyMap<ContactId, SourceContact>, accounts: ReadonlyMap<AccountId, SourceAccount>): void;
}

/** A generation in memory. */
export class MemoryBookGeneration implements BookGeneration {
  readonly #slot: GenerationSlot;
  readonly #contacts = new Map<ContactId, SourceContact>();
  readonly #accounts = new Map<AccountId, SourceAccount>();

  constructor(slot: GenerationSlot) {
    this.#slot = slot;
    slot.current = this;
  }

  addContacts(contacts: readonly SourceContact[]): Promise<void> {
    for (const contact of contacts) this.#contacts.set(contact.id, { ...contact });
    return Promise.resolve();
  }

  addAccounts(accounts: readonly SourceAccount[]): Promise<void> {
    for (const account of accounts) this.#accounts.set(account.id, { ...account });
    return Promise.resolve();
  }

  counts(): Promise<{ readonly contacts: number; readonly accounts: number }> {
    return Promise.resolve({ contacts: this.#contacts.size, accounts: this.#accounts.size });
  }

  async commit(): Promise<void> {
    if (this.#slot.current !== this) {
      throw new RunLost('The list is being refreshed by another worker by now, or this refresh has ended.');
    }
    this.#slot.replace(this.#contacts, this.#accounts);
    await this.discard();
  }

  discard(): Promise<void> {
    if (this.#slot.current === this) this.#slot.current = null;
    this.#contacts.clear();
    this.#accounts.clear();
    return Promise.resolve();
  }
}
