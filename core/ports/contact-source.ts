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
  check(credentials: Credentials, signal: CancelSignal): Promise<SourceCheck>;

  /**
   * Counts what the API user may see, active or not.
   *
   * @throws also `source_forbidden` when an entity may not be read at all
   */
  counts(credentials: Credentials, signal: CancelSignal): Promise<SourceCounts>;

  /**
   * Yields every contact that the API user may see, active or not, each once.
   *
   * @remarks
   * An empty result can mean "no right to see contacts", because Autotask filters silently
   * (autotask-api.md §2.2); callers look at {@link SourceCheck.access} before they take it as "none".
   * @throws also `source_forbidden`
   */
  contacts(credentials: Credentials, signal: CancelSignal): AsyncIterable<readonly SourceContact[]>;

  /**
   * Yields every account that the API user may see, active or not, each once; the MSP's own has id "0".
   *
   * @throws also `source_forbidden`
   */
  accounts(credentials: Credentials, signal: CancelSignal): AsyncIterable<readonly SourceAccount[]>;
}
