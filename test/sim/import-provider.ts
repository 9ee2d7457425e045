import type { Assignment } from '../../core/domain/contact.ts';
import { accountId, contactId, databaseId, type TenantId, userId } from '../../core/domain/ids.ts';
import type { ManagedUser } from '../../core/domain/managed-user.ts';
import type { BookKey, BookScope } from '../../core/domain/scope.ts';
import type { ContactBook } from '../../core/ports/contact-book.ts';
import type { SourceContact } from '../../core/ports/contact-source.ts';
import { aSourceAccount, refresh } from '../support/book-builders.ts';
import { aUser } from '../support/builders.ts';
import type { Draws } from './draws.ts';
import type { Choices, ImportBackup } from './import-backup.ts';
import type { ImportHistory } from './import-history.ts';

const ACCOUNTS = ['100', '200', '300'] as const;
const UNKNOWN_ACCOUNT = '900';
const FIRST_NAMES = ['Ada', 'Grace', 'Mary'] as const;
const LAST_NAMES = ['Lovelace', 'Hopper', 'Somerville'] as const;
const ODD_EMAILS = ['', 'nobody', 'two@at@signs.example'] as const;

interface ImportProviderParts {
  readonly tenantId: TenantId;
  readonly size: number;
  readonly draws: Draws;
  readonly contactBook: ContactBook;
  readonly backup: ImportBackup;
  readonly history: ImportHistory;
}

/** A provider: its contacts in Autotask, and its users as the Users page changes them. */
export class ImportProvider {
  readonly scope: BookScope;
  readonly contacts = new Map<string, SourceContact>();
  /** Contacts that were others once, perhaps with another email in between. */
  readonly replaced = new Set<string>();
  readonly #parts: ImportProviderParts;
  #users = 0;

  constructor(parts: ImportProviderParts) {
    this.#parts = parts;
    this.scope = { tenantId: parts.tenantId, databaseId: databaseId('4711'), accounts: 'all' };
    for (let id = 1; id <= parts.size; id += 1) this.putContact(id);
  }

  get key(): BookKey {
    return this.scope;
  }

  /** Adds a contact to Autotask, or replaces it. */
  putContact(id: number): void {
    const { draws } = this.#parts;
    if (this.contacts.has(String(id))) this.replaced.add(String(id));
    this.contacts.set(String(id), {
      id: contactId(String(id)),
      firstName: draws.oneOf(FIRST_NAMES),
      lastName: draws.oneOf(LAST_NAMES),
      email: draws.chance(0.1) ? draws.oneOf(ODD_EMAILS) : this.anEmail(),
      accountId: accountId(draws.chance(0.05) ? UNKNOWN_ACCOUNT : draws.oneOf(ACCOUNTS)),
      isActive: draws.chance(0.9),
    });
  }

  /** One that another contact may have too, and now and then another provider's. */
  anEmail(): string {
    const { draws, tenantId, size } = this.#parts;
    const host = draws.chance(0.05) ? 'shared' : tenantId;
    const email = `person-${draws.below(2 * size)}@${host}.example`;
    return draws.chance(0.2) ? ` ${email.toUpperCase()}` : email;
  }

  /** Makes Autotask's contacts the list. */
  refresh(): Promise<void> {
    const accounts = ACCOUNTS.map((id) => aSourceAccount(id));
    return refresh(this.#parts.contactBook, [...this.contacts.values()], accounts, this.key);
  }

  async users(): Promise<readonly ManagedUser[]> {
    const pages: (readonly ManagedUser[])[] = [];
    const { users: kept } = this.#parts.backup.truth;
    for await (const page of kept.all(this.key.tenantId, new AbortController().signal)) pages.push(page);
    return pages.flat();
  }

  aUser(email: string): ManagedUser {
    this.#users += 1;
    return aUser({
      id: userId(`${this.key.tenantId}-by-hand-${this.#users}`),
      email,
      ...this.aName(),
      destinations: this.someDestinations(),
    });
  }

  aName(): Pick<ManagedUser, 'firstName' | 'lastName' | 'company'> {
    const { draws } = this.#parts;
    return {
      firstName: draws.oneOf(FIRST_NAMES),
      lastName: draws.oneOf(LAST_NAMES),
      company: `Account ${draws.oneOf(ACCOUNTS)}`,
    };
  }

  someDestinations(): ManagedUser['destinations'] {
    const { draws } = this.#parts;
    const { destinationIds, packageIds } = this.#choices;
    return destinationIds
      .filter(() => draws.chance(0.5))
      .map((destinationId) => ({ destinationId, packageId: draws.oneOf(packageIds) }));
  }

  anAssignment(): Assignment {
    const { draws } = this.#parts;
    const { destinationIds, packageIds } = this.#choices;
    return {
      destinationId: draws.chance(0.1) ? null : draws.oneOf(destinationIds),
      packageId: draws.chance(0.1) ? null : draws.oneOf(packageIds),
    };
  }

  /** Adds or changes a user on the Users page; answers it as it is kept. */
  async putUser(given: ManagedUser): Promise<ManagedUser> {
    const { backup, history } = this.#parts;
    const { tenantId } = this.key;
    const [before = null] = await backup.truth.users.findByIds(tenantId, [given.id]);
    const user = backup.putUser(tenantId, given);
    if (before !== null && before.email !== user.email) this.#noteGone(before);
    history.note({ tenantId, by: 'people', kind: before === null ? 'created' : 'updated' }, user.email, user);
    return user;
  }

  removeUser(user: ManagedUser): void {
    this.#parts.backup.removeUser(this.key.tenantId, user);
    this.#noteGone(user);
  }

  get #choices(): Choices {
    return this.#parts.backup.choices(this.key.tenantId);
  }

  #noteGone({ email }: ManagedUser): void {
    const { tenantId } = this.key;
    this.#parts.history.note({ tenantId, by: 'people', kind: 'removed' }, email, null);
  }
}
