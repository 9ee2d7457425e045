/** What the console's routes answer. */
export interface User {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string;
  readonly enabled: boolean;
  readonly destinations: readonly { readonly destinationId: string; readonly packageId: string | null }[];
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
  /** Null for none. */
  readonly storageLimitGb: number | null;
  readonly enabled: boolean;
}

export interface Session {
  readonly csrfToken: string;
  readonly user: { readonly id: string; readonly email: string; readonly name: string };
  /** Whose users, companies, destinations and packages there are: its own, or the practice or live Managed Backup's. */
  readonly managedBackup: 'own' | 'practice' | 'connected' | 'connected_by_environment' | 'not_connected';
}

/** A page of the console that a plugin fills with an element of its own. */
export interface PluginPage {
  readonly name: string;
  readonly page: string;
  readonly element: string;
  readonly module: string;
  readonly apiBase: string;
}

/** What is asked of a list: the items that match, behind those of the page before. */
export interface ListQuery {
  readonly q: string;
  readonly after: string | null;
}

/** The log-in of the Managed Backup API. */
export interface BackupLogIn {
  readonly username: string;
  readonly password: string;
}

export interface ListPage<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
  /** When Managed Backup was asked for it. */
  readonly asOf?: string;
  /** Which Managed Backup was. */
  readonly whose?: 'live' | 'practice';
  /** How many there are in all, of long lists; null when there are more than 10,000. */
  readonly total?: number | null;
}
