import type {
  Company,
  Destination,
  ListPage,
  Package,
  PluginPage,
  Session,
  StorageAccount,
  User,
  UserFields,
  UserPage,
} from './console-records.ts';

/** The console's server, as the pages use it. Every call fails with an `ApiProblem`. */
export interface ConsoleApi {
  /** Null when nobody is signed in. */
  session(): Promise<Session | null>;
  signIn(credentials: { readonly email: string; readonly password: string }): Promise<Session>;
  signOut(): Promise<void>;

  users(query: { readonly q: string; readonly after: string | null }): Promise<UserPage>;
  addUser(fields: UserFields): Promise<User>;
  changeUser(id: string, fields: UserFields): Promise<User>;
  deleteUser(id: string): Promise<void>;

  companies(after: string | null): Promise<ListPage<Company>>;
  addCompany(name: string): Promise<Company>;

  storageAccounts(after: string | null): Promise<ListPage<StorageAccount>>;
  addStorageAccount(fields: {
    readonly name: string;
    readonly type: string;
    readonly destinations: readonly { readonly name: string }[];
  }): Promise<StorageAccount>;
  addDestination(storageAccountId: string, name: string): Promise<Destination>;

  packages(after: string | null): Promise<ListPage<Package>>;
  addPackage(fields: { readonly name: string; readonly storageLimitGb: number }): Promise<Package>;
  changePackage(id: string, fields: { readonly enabled: boolean }): Promise<Package>;

  plugins(): Promise<ListPage<PluginPage>>;
  /** What a plugin's element sends with its writes. */
  requestHeaders(): Record<string, string>;
}
