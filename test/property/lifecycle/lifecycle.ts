/** A contact as Autotask has it. */
export interface Person {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly account: string;
  readonly isActive: boolean;
}

/** What the Users page can set of a user. */
export interface UserForm {
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string;
}

export interface Choice {
  readonly destinationId: string | null;
  readonly packageId: string | null;
}

/** What happens to the writes of one import. */
export type Luck = 'answered' | 'refused' | 'write lost' | 'answer lost' | 'crash before read-back';

/** How the contacts of an import ended, by contact; empty when the run did not get that far. */
export type Outcomes = Readonly<Record<string, 'created' | 'updated' | 'unchanged' | 'failed'>>;

/** What a technician sees: rows by contact, and the Users page. */
export interface View {
  readonly rows: Readonly<
    Record<string, { readonly status: string; readonly userId: string | null; readonly sharing: string | null }>
  >;
  readonly users: Readonly<
    Record<
      string,
      UserForm & { readonly email: string; readonly destinations: Readonly<Record<string, string | null>> }
    >
  >;
}

/** All that can happen. Users are numbered in the order in which they came to be: user-1, user-2 … */
export interface Lifecycle {
  fetch(): void;
  assign(contact: string, choice: Choice): void;
  /** Imports the contacts that are in the list, after the run that a crash has left unfinished. */
  import(contacts: readonly string[], luck: Luck): Outcomes;
  edit(contact: string, person: Partial<Person>): void;
  /** Deletes the contact in Autotask. */
  remove(contact: string): void;
  /** Adds a user, unless the login is taken. */
  addUser(email: string, form: UserForm): void;
  editUser(user: string, form: Partial<UserForm>): void;
  /** Changes the login, unless it is taken. */
  changeEmail(user: string, email: string): void;
  deleteUser(user: string): void;
  view(): View;
}
