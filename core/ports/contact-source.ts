import type { Credentials, SourceAccess } from '../domain/connection.ts';
import type { AccountId, ContactId, DatabaseId } from '../domain/ids.ts';
import type { CancelSignal } from './cancel-signal.ts';

/** A contact as Autotask has it; texts untrimmed, "" for none. */
export interface SourceContact {
  readonly id: ContactId;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly accountId: AccountId;
  readonly isActive: boolean;
}

/** An account (an Autotask company) as Autotask has it. */
export interface SourceAccount {
  readonly id: AccountId;
  readonly name: string;
  readonly isActive: boolean;
}

/** What a check of the credentials found. */
export interface SourceCheck {
  /** The zone's base address. */
  readonly zone: string;
  readonly databaseId: DatabaseId;
  readonly access: SourceAccess;
}

export interface SourceCounts {
  readonly contacts: number;
  readonly accounts: number;
}

/** What Autotask counts, in which database, and the server's own time when it did, if it told it. */
export interface TimedCounts extends SourceCounts {
  readonly databaseId: DatabaseId;
  readonly at: string | null;
}

/** A page of rows, with the newest of their stamps of change; null when none has one. ISO 8601, UTC. */
export interface SourcePage<Row> {
  readonly rows: readonly Row[];
  readonly newest: string | null;
}

/** How an entity is read whole: what is known beforehand lets several pages be read at once. */
export interface WholeReading {
  /** How many rows Autotask counts; reading begins without waiting for it. */
  readonly count: number | Promise<number>;
  /** Ids that part the rows of the last reading into about equal shares, ascending; none when there was no reading. */
  readonly boundaries: readonly string[];
}

/** What was created or changed lately, by the source's own stamps. */
export interface ChangedReading {
  /** The first moment of interest; ISO 8601, UTC. */
  readonly since: string;
  /**
   * The highest id known; its row comes along whether or not it has changed. Rows come in the order of their ids, so that
   * a cut answer shows by its absence. Null when none is known.
   */
  readonly lastId: string | null;
}

export type Reading = WholeReading | ChangedReading;

/** How the hour's calls stand, all programs of the Autotask database together (autotask-api.md §5, documented). */
export interface SourceUsage {
  readonly limit: number;
  readonly used: number;
}

export type SourceEntity = 'contacts' | 'accounts';

/** What goes with every request to the source. */
export interface SourceOptions {
  readonly signal: CancelSignal;
  /** Told of each call that counts toward the hour, as it goes out. */
  readonly onCall?: () => void;
}

/**
 * Where contacts come from.
 *
 * @remarks
 * Every method throws `source_unauthorized` (after which nothing more is called until a person acts: repeated
 * failures lock the API user, autotask-api.md §2.3), `source_throttled`, `source_unavailable` or
 * `source_incomplete`, and the signal's reason when it is aborted.
 */
export interface ContactSource {
  /** Proves the credentials and tells which database they open and what they may see; reads no contact. */
  check(credentials: Credentials, options: SourceOptions): Promise<SourceCheck>;

  /**
   * Counts what the API user may see, active or not.
   *
   * @throws also `source_forbidden` when an entity may not be read at all
   */
  counts(credentials: Credentials, options: SourceOptions): Promise<TimedCounts>;

  /**
   * Yields the contacts that the API user may see, active or not, in no order and each once; but one that changes while
   * changes are read may come twice.
   *
   * @remarks
   * An empty result can mean "no right to see contacts", because Autotask filters silently
   * (autotask-api.md §2.2); callers look at {@link SourceCheck.access} before they take it as "none".
   * @throws also `source_forbidden`
   */
  contacts(
    credentials: Credentials,
    reading: Reading,
    options: SourceOptions,
  ): AsyncIterable<SourcePage<SourceContact>>;

  /**
   * Yields the accounts that the API user may see, active or not, each once, in no order; the MSP's own has id "0".
   *
   * @throws also `source_forbidden`
   */
  accounts(
    credentials: Credentials,
    reading: Reading,
    options: SourceOptions,
  ): AsyncIterable<SourcePage<SourceAccount>>;

  /** Yields nothing but the ids of an entity, as text, each once, in no order. @throws also `source_forbidden` */
  ids(
    entity: SourceEntity,
    credentials: Credentials,
    reading: WholeReading,
    options: SourceOptions,
  ): AsyncIterable<readonly string[]>;

  /** The contacts with these ids, in no order; absent ones are left out. @throws also `source_forbidden` */
  contactsById(
    credentials: Credentials,
    ids: readonly ContactId[],
    options: SourceOptions,
  ): Promise<readonly SourceContact[]>;

  /** The accounts with these ids, in no order; absent ones are left out. @throws also `source_forbidden` */
  accountsById(
    credentials: Credentials,
    ids: readonly AccountId[],
    options: SourceOptions,
  ): Promise<readonly SourceAccount[]>;

  /** Asks how the hour's calls stand; the question itself counts as one. */
  usage(credentials: Credentials, options: SourceOptions): Promise<SourceUsage>;
}
