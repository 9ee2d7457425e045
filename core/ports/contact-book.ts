import type { Link } from '../domain/contact.ts';
import type { BookEntry } from '../domain/email-group.ts';
import type { FailedAttempt } from '../domain/failed-attempt.ts';
import type { AccountId, ContactId, DestinationId, PackageId, UserId } from '../domain/ids.ts';
import type { IntegrationStatus } from '../domain/integration-status.ts';
import type { ReasonCode } from '../domain/reason.ts';
import type { BookKey, BookScope } from '../domain/scope.ts';
import type { CatalogField, ContactFilter, Selection, SortDirection, TextField } from '../domain/selection.ts';
import type { OfUser } from '../domain/shown-row.ts';
import type { SourceAccount, SourceContact, SourceCounts, SourceEntity } from './contact-source.ts';

/** What was derived for a contact the last time; kept so that filters, counts and pages are index look-ups. */
export interface StoredDerivation extends OfUser {
  readonly status: IntegrationStatus;
  readonly problem: ReasonCode | null;
  readonly userId: UserId | null;
}

export interface BookRow {
  readonly entry: BookEntry;
  readonly derived: StoredDerivation;
  /** Counts the changes of the entry. */
  readonly revision: number;
}

export interface BookPage {
  readonly rows: readonly BookRow[];
  /** Where the next page begins; null at the end. Opaque; any `limit` may follow it. */
  readonly next: string | null;
}

/** By a text of the contacts; their ids decide between equal ones, in the same direction. */
export interface TextSort {
  readonly field: TextField;
  readonly direction: SortDirection;
}

/**
 * By what is shown as assigned: first the ids of `order` in that order, then other ones, then the contacts without any;
 * descending is the reverse.
 */
export interface CatalogSort {
  readonly field: CatalogField;
  readonly direction: SortDirection;
  /** The ids of all that the catalog holds, by what they are called. */
  readonly order: readonly string[];
}

export type BookSort = TextSort | CatalogSort;

export interface BookPageRequest {
  readonly filter: ContactFilter;
  readonly sort: BookSort;
  readonly limit: number;
  /** The `next` of an earlier page. */
  readonly after?: string;
  /** Jumps to a row, counted from 0; not together with `after`. */
  readonly at?: number;
}

export interface BookAccount {
  readonly id: AccountId;
  readonly name: string;
  /** How many contacts of the list it has. */
  readonly contacts: number;
}

export interface BookAccountPage {
  readonly accounts: readonly BookAccount[];
  /** Where the next page begins; null at the end. Opaque; any `limit` may follow it. */
  readonly next: string | null;
}

export interface BookAccountRequest {
  /** Each of its words begins a word of the name. */
  readonly q?: string;
  readonly limit: number;
  /** The `next` of an earlier page. */
  readonly after?: string;
}

/** How many contacts each destination and package is assigned to; those that are assigned to none are left out. */
export interface AssignedCounts {
  readonly destinations: ReadonlyMap<DestinationId, number>;
  readonly packages: ReadonlyMap<PackageId, number>;
}

/** A selected contact, with how many active contacts of the selection have its email, itself included. */
export interface SelectedEntry {
  readonly entry: BookEntry;
  readonly revision: number;
  readonly rivals: number;
}

/** What to set; a part that is left out stays as it is, null clears it. */
export interface AssignmentChange {
  readonly destinationId?: DestinationId | null;
  readonly packageId?: PackageId | null;
}

/** What a derivation changes of a contact's row. */
export interface DerivationRecord {
  readonly contactId: ContactId;
  /** That of the row it was derived from. */
  readonly revision: number;
  readonly derived: StoredDerivation;
  readonly attempt: FailedAttempt | null;
}

/** What an import attempt leaves with a contact: a link when it succeeded, an attempt when it failed. */
export type ImportRecord = (
  | { readonly contactId: ContactId; readonly link: Link }
  | { readonly contactId: ContactId; readonly attempt: FailedAttempt }
) & {
  /** What follows from the record, for a row that has still the revision from which that was derived. */
  readonly follows?: RecordedDerivation;
};

export interface RecordedDerivation {
  readonly revision: number;
  readonly derived: StoredDerivation;
}

/** Up to when Autotask's changes are in a book: the source's own stamps, ISO 8601, UTC. */
export interface Watermarks {
  readonly contacts: string;
  readonly accounts: string;
}

/** What a book knows of the refreshes that led to it. */
export interface BookState {
  /** Contacts that are not gone. */
  readonly contacts: number;
  readonly accounts: number;
  /** Null while nothing is known, so that only a whole reading can help. */
  readonly watermarks: Watermarks | null;
  /** When every id of the book was last compared with Autotask's; ISO 8601, null for never. */
  readonly comparedAt: string | null;
}

/**
 * - whole: what is added is the new list; contacts that are not in it are gone.
 * - changes: what is added takes the place of what it was; the rest stays, unless {@link BookGeneration.addIds} tells
 *   that it is gone.
 */
export type GenerationExtent = 'whole' | 'changes';

/** Contacts whose derivation may have changed: some by themselves, some because they have an email. */
export interface TouchedContacts {
  readonly contactIds: readonly ContactId[];
  readonly emailKeys: readonly string[];
}

/** Which of the contacts that may have been moved are asked for. */
export interface StrandedQuery {
  /** Of the accounts that were added: those that become inactive, or all of them. */
  readonly added: 'closing' | 'all';
  /** The last contact of the part before; null for the first. */
  readonly after: ContactId | null;
  readonly limit: number;
}

/** A new generation of a book, written beside the present one and unseen until it is committed. */
export interface BookGeneration {
  addContacts(contacts: readonly SourceContact[]): Promise<void>;
  addAccounts(accounts: readonly SourceAccount[]): Promise<void>;

  /**
   * Tells ids that exist, in parts. From the first call on, even with none, contacts or accounts of the present list
   * count as gone unless their ids are told or they are added; only of a generation of changes.
   */
  addIds(entity: SourceEntity, ids: readonly string[]): Promise<void>;

  /** Ids that were told, but neither added nor in the present list; at most `limit` of each entity. */
  unknownIds(
    limit: number,
  ): Promise<{ readonly contacts: readonly ContactId[]; readonly accounts: readonly AccountId[] }>;

  /**
   * Contacts that a merge of accounts may have moved unseen, in the order of their ids: those of the present list, not
   * among the added ones, whose account is in it and counts as gone, or is added; and added ones whose account the new list
   * will not have, unless the present list had them with that account and without it, too.
   */
  strandedContacts(query: StrandedQuery): Promise<readonly ContactId[]>;

  /** How many contacts, those that are gone left out, and accounts the list will have. */
  counts(): Promise<SourceCounts>;

  /**
   * Makes it the present generation in one transaction. Assignments, links, attempts and statuses stay with
   * their contacts; contacts that are gone are marked. Contacts take over what has changed of their account.
   *
   * @param note - what the book knows from now on; `comparedAt` null leaves it as it was
   * @returns what to derive again; null when that is too much to name, or everything
   * @throws `run_lost` when the book has begun another generation meanwhile, or this one has ended
   */
  commit(note: {
    readonly watermarks: Watermarks | null;
    readonly comparedAt: string | null;
  }): Promise<TouchedContacts | null>;

  /** Forgets it and leaves the present generation as it was. */
  discard(): Promise<void>;
}

/**
 * The plugin's own list of contacts, one per provider and Autotask database.
 *
 * @remarks
 * Everything is within the {@link BookKey}; methods that take a {@link BookScope} also leave out contacts whose
 * account is out of the principal's scope.
 */
export interface ContactBook {
  /** Begins a generation for a refresh; an unfinished one of an earlier refresh of the book is forgotten. */
  begin(key: BookKey, extent: GenerationExtent): Promise<BookGeneration>;

  /** What the book knows of its refreshes; of a book that never was: no contacts, no accounts, nulls. */
  state(key: BookKey): Promise<BookState>;

  /** The highest id of the contacts that are not gone, or of the accounts; null when there is none. */
  lastId(key: BookKey, entity: SourceEntity): Promise<string | null>;

  /**
   * Ids that part the list into so many shares of about the same size, ascending, one fewer than shares; fewer when the
   * list is short.
   */
  boundaries(key: BookKey, entity: SourceEntity, shares: number): Promise<readonly string[]>;

  /**
   * @throws `cursor_invalid` when `after` is not the `next` of a page with the same sort, or the order of the catalog has
   * changed since: going on in another order would show contacts twice or never
   */
  page(scope: BookScope, request: BookPageRequest): Promise<BookPage>;

  /** Counts by status; obeys every part of the filter but `status`. */
  counts(scope: BookScope, filter: ContactFilter): Promise<Readonly<Record<IntegrationStatus, number>>>;

  /**
   * The accounts that contacts of the list have, by name, without regard to case and accents.
   *
   * @throws `cursor_invalid` when `after` is not the `next` of a page of accounts
   */
  accounts(scope: BookScope, request: BookAccountRequest): Promise<BookAccountPage>;

  /** How many contacts each destination and package is assigned to. */
  assigned(scope: BookScope): Promise<AssignedCounts>;

  find(scope: BookScope, id: ContactId): Promise<BookRow | null>;

  /** The contacts with these ids, in any order; absent ones are left out. */
  withIds(key: BookKey, ids: readonly ContactId[]): Promise<readonly BookRow[]>;

  /** Every contact that has one of the email keys; "" is no key and finds nothing. */
  withEmails(key: BookKey, emailKeys: readonly string[]): Promise<readonly BookRow[]>;

  /** Every contact whose stored derivation, link or failed attempt names one of the users. */
  ofUsers(key: BookKey, userIds: readonly UserId[]): Promise<readonly BookRow[]>;

  /**
   * Yields the whole book in batches in which contacts with one email are never parted, except those without an
   * email.
   */
  emailBatches(key: BookKey): AsyncIterable<readonly BookRow[]>;

  /** Yields the selection in batches in which contacts with one email are never parted, except those without. */
  selectedBatches(scope: BookScope, selection: Selection): AsyncIterable<readonly SelectedEntry[]>;

  /** Sets the assignment of every selected contact, which it then shows, and says how many there were. */
  assign(scope: BookScope, selection: Selection, change: AssignmentChange): Promise<number>;

  /**
   * Keeps what was derived of rows that are still as they were read; a row whose entry has changed meanwhile is
   * left to whoever changed it, so that a slow reader never undoes an import's record.
   */
  saveDerivations(key: BookKey, records: readonly DerivationRecord[]): Promise<void>;

  /**
   * Keeps what import attempts led to; a link takes the user away from any other contact's link.
   *
   * @returns the contacts for which {@link ImportRecord.follows} was not kept, because they have changed meanwhile
   */
  recordImports(key: BookKey, records: readonly ImportRecord[]): Promise<readonly ContactId[]>;

  /** How many contacts of the book are linked to a user by an import. */
  linked(key: BookKey): Promise<number>;

  /** Removes the contacts that are gone and have no user, and says how many there were. */
  dropGone(key: BookKey): Promise<number>;
}
