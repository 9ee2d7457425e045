import { ApiProblem } from '../../../host-shim/shell/api/api-problem.ts';
import type { ConsoleApi } from '../../../host-shim/shell/api/console-api.ts';
import type {
  Company,
  ListPage,
  ListQuery,
  Package,
  PluginPage,
  Session,
  StorageAccount,
  User,
} from '../../../host-shim/shell/api/console-records.ts';

const SESSION: Session = {
  csrfToken: 'token',
  user: { id: 'a', email: 'admin@msp.example', name: 'Administrator' },
  managedBackup: 'own',
};

export const ANN: User = {
  id: 'u1',
  email: 'ann@harbour.example',
  firstName: 'Ann',
  lastName: 'Lee',
  company: 'Harbour Street Legal',
  enabled: true,
  destinations: [{ destinationId: 'd1', packageId: 'p1' }],
};

export const BOB: User = { ...ANN, id: 'u2', email: 'bob@quay.example', firstName: '', lastName: '', destinations: [] };

/** The console's server in memory, with faults and delays on demand. */
export class MemoryConsoleApi implements ConsoleApi {
  signedIn: Session | null = SESSION;
  userList: User[] = [];
  companyList: Company[] = [];
  accountList: StorageAccount[] = [];
  packageList: Package[] = [];
  pluginList: PluginPage[] = [];
  /** Thrown by every call while it is set. */
  problem: ApiProblem | null = null;
  /** Every call waits for it. */
  gate: Promise<void> = Promise.resolve();
  pageSize = 100;
  /** How many users are counted. */
  counted = 10_000;
  readonly calls: string[] = [];

  async session(): Promise<Session | null> {
    await this.begin('session');
    return this.signedIn;
  }

  async signIn({ email, password }: { email: string; password: string }): Promise<Session> {
    await this.begin(`signIn ${email}`);
    if (password !== 'right') {
      throw new ApiProblem({ code: 'sign_in_refused', status: 401, detail: 'The email or the password is wrong.' });
    }
    this.signedIn = SESSION;
    return SESSION;
  }

  async signOut(): Promise<void> {
    await this.begin('signOut');
    this.signedIn = null;
  }

  connectManagedBackup: ConsoleApi['connectManagedBackup'] = async ({ username, password }) => {
    await this.begin(`connectManagedBackup ${username}`);
    if (password === 'right') return;
    const detail = 'Managed Backup refused the log-in of its API.';
    throw new ApiProblem({ code: 'managed_backup_refused', status: 422, detail });
  };

  users: ConsoleApi['users'] = async (query) => {
    await this.begin(`users ${query.q}`);
    const matching = this.userList.filter((user) => user.email.includes(query.q));
    return { ...this.page(matching, query), total: matching.length > this.counted ? null : matching.length };
  };

  addUser: ConsoleApi['addUser'] = async (fields) => {
    await this.begin(`addUser ${fields.email}`);
    this.refuseTaken(fields.email, '');
    const user = { ...fields, id: `u${String(this.userList.length + 1)}`, destinations: [] };
    this.userList = [...this.userList, user];
    return user;
  };

  changeUser: ConsoleApi['changeUser'] = async (id, fields) => {
    await this.begin(`changeUser ${id} ${JSON.stringify(fields)}`);
    this.refuseTaken(fields.email ?? '', id);
    this.userList = this.userList.map((user) => (user.id === id ? { ...user, ...fields } : user));
    return this.userList.find((user) => user.id === id)!;
  };

  deleteUser: ConsoleApi['deleteUser'] = async (id) => {
    await this.begin(`deleteUser ${id}`);
    this.userList = this.userList.filter((user) => user.id !== id);
  };

  companies: ConsoleApi['companies'] = async (query) => {
    await this.begin('companies');
    return this.page(matching(this.companyList, query), query);
  };

  addCompany: ConsoleApi['addCompany'] = async (name) => {
    await this.begin(`addCompany ${name}`);
    const company = { id: name, name };
    this.companyList = [...this.companyList, company];
    return company;
  };

  storageAccounts: ConsoleApi['storageAccounts'] = async (query) => {
    await this.begin('storageAccounts');
    return this.page(matching(this.accountList, query), query);
  };

  addStorageAccount: ConsoleApi['addStorageAccount'] = async ({ name, type, destinations }) => {
    await this.begin(`addStorageAccount ${name} ${type} ${destinations.map((one) => one.name).join()}`);
    const account = { id: name, name, type, destinations: destinations.map((one) => ({ id: one.name, ...one })) };
    this.accountList = [...this.accountList, account];
    return account;
  };

  addDestination: ConsoleApi['addDestination'] = async (accountId, name) => {
    await this.begin(`addDestination ${accountId} ${name}`);
    const destination = { id: name, name };
    this.accountList = this.accountList.map((account) =>
      account.id === accountId ? { ...account, destinations: [...account.destinations, destination] } : account,
    );
    return destination;
  };

  packages: ConsoleApi['packages'] = async (query) => {
    await this.begin('packages');
    return this.page(matching(this.packageList, query), query);
  };

  addPackage: ConsoleApi['addPackage'] = async ({ name, storageLimitGb }) => {
    await this.begin(`addPackage ${name} ${String(storageLimitGb)}`);
    const added = { id: name, name, storageLimitGb, enabled: true };
    this.packageList = [...this.packageList, added];
    return added;
  };

  changePackage: ConsoleApi['changePackage'] = async (id, { enabled }) => {
    await this.begin(`changePackage ${id} ${String(enabled)}`);
    this.packageList = this.packageList.map((one) => (one.id === id ? { ...one, enabled } : one));
    return this.packageList.find((one) => one.id === id)!;
  };

  plugins: ConsoleApi['plugins'] = async () => {
    await this.begin('plugins');
    return { items: this.pluginList, next: null };
  };

  requestHeaders(): Record<string, string> {
    return { 'x-csrf-token': 'token' };
  }

  private async begin(call: string): Promise<void> {
    this.calls.push(call);
    await this.gate;
    if (this.problem !== null) throw this.problem;
  }

  private page<Item>(items: readonly Item[], { after }: ListQuery): ListPage<Item> {
    const from = Number(after ?? 0);
    const to = from + this.pageSize;
    return { items: items.slice(from, to), next: to < items.length ? String(to) : null };
  }

  private refuseTaken(email: string, id: string): void {
    if (this.userList.some((user) => user.email === email && user.id !== id)) {
      throw new ApiProblem({ code: 'email_taken', status: 409, detail: 'Taken.', field: 'email' });
    }
  }
}

function matching<Item extends { readonly name: string }>(items: readonly Item[], { q }: ListQuery): Item[] {
  return items.filter(({ name }) => name.toLowerCase().includes(q.toLowerCase()));
}

export const AWAY = new ApiProblem({ code: 'unreachable', status: 0, detail: 'The console does not answer.' });
