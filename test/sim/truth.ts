/** A contact and an account as they stand in Autotask. */
export interface TrueContact {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly accountId: string;
  readonly isActive: boolean;
}

export interface TrueAccount {
  readonly name: string;
  readonly isActive: boolean;
}

/** What the API user may see at one moment, by id. */
export interface Truth {
  readonly contacts: ReadonlyMap<string, TrueContact>;
  readonly accounts: ReadonlyMap<string, TrueAccount>;
}

/** The list of contacts: by id the values of a row, in one text. */
export type List = ReadonlyMap<string, string>;

export function listOf({ contacts, accounts }: Truth): List {
  return new Map([...contacts].map(([id, contact]) => [id, rowText(contact, accounts.get(contact.accountId))]));
}

/** An account that is not shown leaves the contact without its name, and as active as it is itself. */
export function rowText(contact: TrueContact, account: TrueAccount | undefined): string {
  const { firstName, lastName, email, accountId, isActive } = contact;
  const isAllActive = isActive && (account?.isActive ?? true);
  return JSON.stringify([firstName, lastName, email, accountId, account?.name ?? '', isAllActive]);
}
