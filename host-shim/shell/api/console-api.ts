import type {
  BackupLogIn,
  Company,
  Destination,
  ListPage,
  ListQuery,
  Package,
  PluginPage,
  Session,
  StorageAccount,
  User,
  UserFields,
} from './console-records.ts';

/** The console's server, as the pages use it. Every call fails with an `ApiProblem`. */
export interface ConsoleApi {
  /** Null when nobody is signed in. */
  session(): Promise<Session | null>;
  signIn(credentials: { readonly email: string; readonly password: string }): Promise<Session>;
  signOut(): Promise<void>;

  /** Checks the log-in, and keeps it when Managed Backup accepts it. */
  connectManagedBackup(logIn: BackupLogIn): Promise<void>;

  users(query: ListQuery): Promise<ListPage<User>>;
  addUser(fields: UserFields): Promise<User>;
  /** What is left out stays as it is. */
  changeUser(id: string, fields: Partial<UserFields>): Promise<User>;
  deleteUser(id: string): Promise<void>;

  companies(query: ListQuery): Promise<ListPage<Company>>;
  addCompany(name: string): Promise<Company>;

  storageAccounts(query: ListQuery): Promise<ListPage<StorageAccount>>;
  addStorageAccount(fields: {
    readonly name: string;
    readonly type: string;
    readonly destinations: readonly { readonly name: string }[];
  }): Promise<StorageAccount>;
  addDestination(storageAccountId: string, name: string): Promise<Destination>;

  packages(query: ListQuery): Promise<ListPage<Package>>;
  addPackage(fields: { readonly name: string; readonly storageLimitGb: number }): Promise<Package>;
  changePackage(id: string, fields: { readonly enabled: boolean }): Promise<Package>;

  plugins(): Promise<ListPage<PluginPage>>;
  /** What a plugin's element sends with its writes. */
  requestHeaders(): Record<string, string>;
}
