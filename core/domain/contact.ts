import type { AccountId, ContactId, DestinationId, PackageId, UserId } from './ids.ts';

/** A person in Autotask, joined with the account; texts are as Autotask has them, "" for none. */
export interface Contact {
  readonly id: ContactId;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly accountId: AccountId;
  /** The account's name; "" when Autotask shows none. */
  readonly account: string;
  /** The contact and its account both are active. */
  readonly isActive: boolean;
  /** Autotask no longer shows the contact; it stays in the list only while it has a user. */
  readonly isGone: boolean;
}

/** What the technician chose for a contact; null where nothing is chosen yet. */
export interface Assignment {
  readonly destinationId: DestinationId | null;
  readonly packageId: PackageId | null;
}

/** Ties a contact to the user that its import made or took over, with the values as they were read back then. */
export interface Link {
  readonly userId: UserId;
  readonly firstName: string;
  readonly lastName: string;
  readonly account: string;
  readonly importedAt: string;
}
