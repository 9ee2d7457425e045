/** What the console's routes answer. */
export interface User {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string;
  readonly enabled: boolean;
  readonly destinations: readonly { readonly destinationId: string; readonly packageId: string }[];
}

export interface UserFields {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string;
  readonly enabled: boolean;
}

export interface Company {
  readonly id: string;
  readonly name: string;
}

export interface Destination {
  readonly id: string;
  readonly name: string;
}

export interface StorageAccount {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly destinations: readonly Destination[];
}

export interface Package {
  readonly id: string;
  readonly name: string;
  readonly storageLimitGb: number;
  readonly enabled: boolean;
}

export interface Session {
  readonly csrfToken: string;
  readonly user: { readonly id: string; readonly email: string; readonly name: string };
}

/** A page of the console that a plugin fills with an element of its own. */
export interface PluginPage {
  readonly name: string;
  readonly page: string;
  readonly element: string;
  readonly module: string;
  readonly apiBase: string;
}

export interface ListPage<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

export interface UserPage extends ListPage<User> {
  readonly total: number;
}
