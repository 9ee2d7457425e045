import type { Credentials, EntityAccess, SourceAccess } from '../../core/domain/connection.ts';
import { type AccountId, type ContactId, databaseId } from '../../core/domain/ids.ts';
import type {
  ContactSource,
  Reading,
  SourceAccount,
  SourceCheck,
  SourceContact,
  SourceEntity,
  SourceOptions,
  SourcePage,
  SourceUsage,
  TimedCounts,
  WholeReading,
} from '../../core/ports/contact-source.ts';
import { type PluginError, SourceForbidden, SourceUnauthorized } from '../../core/ports/errors.ts';
import { type StampedRows, stampedRows } from './stamped-contact-source-rows.ts';

const PAGE_SIZE = 500;
// Of the hour, as Autotask has it (autotask-api.md §5, documented).
const CALLS_PER_HOUR = 10_000;
const EVER = new Date(0).toISOString();

/** A contact source whose contents and behaviour are set from outside. */
export class MemoryContactSource implements ContactSource {
  readonly #contacts = stampedRows<SourceContact>();
  readonly #accounts = stampedRows<SourceAccount>();
  readonly #refused = new Set<string>();
  #access: SourceAccess = { contacts: 'all', accounts: 'all' };
  #database = databaseId('1');
  #failure: PluginError | null = null;
  #accepted: Credentials;
  #calls = 0;
  #now = new Date(0);

  /** Takes the only credentials that are right. */
  constructor(accepted: Credentials) {
    this.#accepted = accepted;
  }

  /** How often credentials were looked at. */
  get calls(): number {
    return this.#calls;
  }

  /** Sets the source's own time, which stamps what is put from now on. */
  turnTo(now: Date): void {
    this.#now = now;
  }

  putContact(contact: SourceContact): void {
    this.#contacts.put(contact, this.#now);
  }

  removeContact(id: string): void {
    this.#contacts.remove(id);
  }

  putAccount(account: SourceAccount): void {
    this.#accounts.put(account, this.#now);
  }

  removeAccount(id: string): void {
    this.#accounts.remove(id);
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

  async check(credentials: Credentials, options: SourceOptions): Promise<SourceCheck> {
    this.#refused.delete(JSON.stringify(credentials));
    this.#call(credentials, options);
    return { zone: 'https://memory.example/', databaseId: this.#database, access: this.#access };
  }

  async counts(credentials: Credentials, options: SourceOptions): Promise<TimedCounts> {
    this.#call(credentials, options);
    this.#refuseForbidden('contacts');
    this.#refuseForbidden('accounts');
    return {
      contacts: this.#contacts.size,
      accounts: this.#accounts.size,
      databaseId: this.#database,
      at: this.#now.toISOString(),
    };
  }

  contacts(
    credentials: Credentials,
    reading: Reading,
    options: SourceOptions,
  ): AsyncIterable<SourcePage<SourceContact>> {
    return this.#pages('contacts', this.#contacts, { credentials, reading, options });
  }

  accounts(
    credentials: Credentials,
    reading: Reading,
    options: SourceOptions,
  ): AsyncIterable<SourcePage<SourceAccount>> {
    return this.#pages('accounts', this.#accounts, { credentials, reading, options });
  }

  async *ids(
    entity: SourceEntity,
    credentials: Credentials,
    reading: WholeReading,
    options: SourceOptions,
  ): AsyncIterable<readonly string[]> {
    const asked = { credentials, reading, options };
    const pages: AsyncIterable<SourcePage<{ readonly id: string }>> =
      entity === 'contacts' ? this.#pages(entity, this.#contacts, asked) : this.#pages(entity, this.#accounts, asked);
    for await (const { rows } of pages) yield rows.map(({ id }) => id);
  }

  async contactsById(
    credentials: Credentials,
    ids: readonly ContactId[],
    options: SourceOptions,
  ): Promise<readonly SourceContact[]> {
    return this.#byId('contacts', this.#contacts, { credentials, ids, options });
  }

  async accountsById(
    credentials: Credentials,
    ids: readonly AccountId[],
    options: SourceOptions,
  ): Promise<readonly SourceAccount[]> {
    return this.#byId('accounts', this.#accounts, { credentials, ids, options });
  }

  async usage(credentials: Credentials, options: SourceOptions): Promise<SourceUsage> {
    this.#call(credentials, options);
    return { limit: CALLS_PER_HOUR, used: this.#calls };
  }

  /** Seeks by id, so rows may come and go between two pages, as in Autotask. */
  async *#pages<Row extends { readonly id: string }>(
    entity: SourceEntity,
    rows: StampedRows<Row>,
    { credentials, reading, options }: Asked,
  ): AsyncGenerator<SourcePage<Row>, void, undefined> {
    const { since, lastId } = 'since' in reading ? reading : { since: EVER, lastId: null };
    for (let last = -1; ; ) {
      this.#call(credentials, options);
      this.#refuseForbidden(entity);
      const page = rows.page({ after: last, since: new Date(since), lastId, limit: PAGE_SIZE });
      if (page.rows.length > 0) yield page;
      if (page.rows.length < PAGE_SIZE) return;
      last = Number(page.rows.at(-1)?.id);
    }
  }

  #byId<Row extends { readonly id: string }>(
    entity: SourceEntity,
    rows: StampedRows<Row>,
    { credentials, ids, options }: { credentials: Credentials; ids: readonly string[]; options: SourceOptions },
  ): readonly Row[] {
    this.#call(credentials, options);
    this.#refuseForbidden(entity);
    return rows.withIds(ids);
  }

  #call(credentials: Credentials, { signal, onCall }: SourceOptions): void {
    signal.throwIfAborted();
    const key = JSON.stringify(credentials);
    const refusal = new SourceUnauthorized(
      'UserName or Password is wrong. Nothing more is tried until you check them.',
    );
    if (this.#refused.has(key)) throw refusal;
    this.#calls += 1;
    onCall?.();
    if (this.#failure !== null) throw this.#failure;
    if (key === JSON.stringify(this.#accepted)) return;
    this.#refused.add(key);
    throw refusal;
  }

  #refuseForbidden(entity: SourceEntity): void {
    const access: EntityAccess = this.#access[entity];
    if (access === 'none') throw new SourceForbidden(`The API user may not see ${entity}.`);
  }
}

interface Asked {
  readonly credentials: Credentials;
  readonly reading: Reading;
  readonly options: SourceOptions;
}
