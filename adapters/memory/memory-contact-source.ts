import type { Credentials, EntityAccess, SourceAccess } from '../../core/domain/connection.ts';
import { databaseId } from '../../core/domain/ids.ts';
import type { CancelSignal } from '../../core/ports/cancel-signal.ts';
import type {
  ContactSource,
  SourceAccount,
  SourceCheck,
  SourceContact,
  SourceCounts,
} from '../../core/ports/contact-source.ts';
import { type PluginError, SourceForbidden, SourceUnauthorized } from '../../core/ports/errors.ts';

const PAGE_SIZE = 500;

/** A contact source whose contents and behaviour are set from outside. */
export class MemoryContactSource implements ContactSource {
  readonly #contacts = new Map<string, SourceContact>();
  readonly #accounts = new Map<string, SourceAccount>();
  readonly #refused = new Set<string>();
  #access: SourceAccess = { contacts: 'all', accounts: 'all' };
  #database = databaseId('1');
  #failure: PluginError | null = null;
  #accepted: Credentials;
  #calls = 0;

  /** Takes the only credentials that are right. */
  constructor(accepted: Credentials) {
    this.#accepted = accepted;
  }

  /** How often credentials were looked at. */
  get calls(): number {
    return this.#calls;
  }

  putContact(contact: SourceContact): void {
    this.#contacts.set(contact.id, contact);
  }

  removeContact(id: string): void {
    this.#contacts.delete(id);
  }

  putAccount(account: SourceAccount): void {
    this.#accounts.set(account.id, account);
  }

  removeAccount(id: string): void {
    this.#accounts.delete(id);
  }

  /** Changes the only credentials that are right. */
  accept(credentials: Credentials): void {
    this.#accepted = credentials;
  }

  /** Sets what the API user may see. */
  grant(access: SourceAccess): void {
    this.#access = access;
  }

  /** Becomes another database. */
  move(database: string): void {
    this.#database = databaseId(database);
  }

  /** Fails every call from now on; null ends it. */
  failWith(failure: PluginError | null): void {
    this.#failure = failure;
  }

  async check(credentials: Credentials, signal: CancelSignal): Promise<SourceCheck> {
    this.#refused.delete(JSON.stringify(credentials));
    this.#call(credentials, signal);
    return { zone: 'https://memory.example/', databaseId: this.#database, access: this.#access };
  }

  async counts(credentials: Credentials, signal: CancelSignal): Promise<SourceCounts> {
    this.#call(credentials, signal);
    this.#refuseForbidden('contacts', this.#access.contacts);
    this.#refuseForbidden('accounts', this.#access.accounts);
    return { contacts: this.#contacts.size, accounts: this.#accounts.size };
  }

  contacts(credentials: Credentials, signal: CancelSignal): AsyncIterable<readonly SourceContact[]> {
    return this.#pages('contacts', this.#contacts, credentials, signal);
  }

  accounts(credentials: Credentials, signal: CancelSignal): AsyncIterable<readonly SourceAccount[]> {
    return this.#pages('accounts', this.#accounts, credentials, signal);
  }

  /** Seeks by id, so rows may come and go between two pages, as in Autotask. */
  async *#pages<Row extends { readonly id: string }>(
    entity: keyof SourceAccess,
    rows: ReadonlyMap<string, Row>,
    credentials: Credentials,
    signal: CancelSignal,
  ): AsyncGenerator<readonly Row[], void, undefined> {
    for (let last = -1; ; ) {
      this.#call(credentials, signal);
      this.#refuseForbidden(entity, this.#access[entity]);
      const page = [...rows.values()]
        .filter((row) => Number(row.id) > last)
        .sort((one, other) => Number(one.id) - Number(other.id))
        .slice(0, PAGE_SIZE);
      if (page.length > 0) yield page;
      if (page.length < PAGE_SIZE) return;
      last = Number(page.at(-1)?.id);
    }
  }

  #call(credentials: Credentials, signal: CancelSignal): void {
    signal.throwIfAborted();
    const key = JSON.stringify(credentials);
    const refusal = new SourceUnauthorized(
      'UserName or Password is wrong. Nothing more is tried until you check them.',
    );
    if (this.#refused.has(key)) throw refusal;
    this.#calls += 1;
    if (this.#failure !== null) throw this.#failure;
    if (key === JSON.stringify(this.#accepted)) return;
    this.#refused.add(key);
    throw refusal;
  }

  #refuseForbidden(entity: keyof SourceAccess, access: EntityAccess): void {
    if (access === 'none') throw new SourceForbidden(`The API user may not see ${entity}.`);
  }
}
