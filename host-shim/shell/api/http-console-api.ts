import { problemIn, unreachable } from './api-problem.ts';
import type { ConsoleApi } from './console-api.ts';
import type { ListQuery, Session } from './console-records.ts';

// As many rows as are drawn at once without a wait.
const LIST_LIMIT = '100';

/** Talks to the server this page came from. */
export class HttpConsoleApi implements ConsoleApi {
  private csrfToken = '';
  private readonly signedInAgain: () => Promise<void>;
  /** The tabs share the cookie of the session, so a sign-in in one of them changes the token of all. */
  private readonly tabs = new BroadcastChannel('console-session');

  /** Takes what asks to sign in again, once the session has ended. */
  constructor(signedInAgain: () => Promise<void>) {
    this.signedInAgain = signedInAgain;
    this.tabs.onmessage = ({ data }: MessageEvent<unknown>) => {
      this.csrfToken = String(data);
    };
  }

  async session(): Promise<Session | null> {
    const response = await this.ask('GET', '/session');
    if (response.status === 401) return null;
    return this.begin(response);
  }

  async signIn(credentials: { readonly email: string; readonly password: string }): Promise<Session> {
    return this.begin(await this.ask('POST', '/session', credentials));
  }

  async signOut(): Promise<void> {
    const response = await this.ask('DELETE', '/session');
    // Whose session has ended is signed out already.
    if (response.status !== 401) await bodyOf(response);
  }

  connectManagedBackup: ConsoleApi['connectManagedBackup'] = (logIn) =>
    this.send('PUT', '/console/managed-backup', logIn);

  users: ConsoleApi['users'] = (query) => this.readList('/console/users', query);
  addUser: ConsoleApi['addUser'] = (fields) => this.send('POST', '/console/users', fields);
  changeUser: ConsoleApi['changeUser'] = (id, fields) => this.send('PATCH', `/console/users/${id}`, fields);
  deleteUser: ConsoleApi['deleteUser'] = (id) => this.send('DELETE', `/console/users/${id}`);

  companies: ConsoleApi['companies'] = (query) => this.readList('/console/companies', query);
  addCompany: ConsoleApi['addCompany'] = (name) => this.send('POST', '/console/companies', { name });

  storageAccounts: ConsoleApi['storageAccounts'] = (query) => this.readList('/console/storage-accounts', query);
  addStorageAccount: ConsoleApi['addStorageAccount'] = (fields) =>
    this.send('POST', '/console/storage-accounts', fields);
  addDestination: ConsoleApi['addDestination'] = (storageAccountId, name) =>
    this.send('POST', `/console/storage-accounts/${storageAccountId}/destinations`, { name });

  packages: ConsoleApi['packages'] = (query) => this.readList('/console/packages', query);
  addPackage: ConsoleApi['addPackage'] = (fields) => this.send('POST', '/console/packages', fields);
  changePackage: ConsoleApi['changePackage'] = (id, fields) => this.send('PATCH', `/console/packages/${id}`, fields);

  plugins: ConsoleApi['plugins'] = () => this.read('/console/plugins', {});

  requestHeaders(): Record<string, string> {
    return { 'x-csrf-token': this.csrfToken };
  }

  private async begin(response: Response): Promise<Session> {
    const session = await bodyOf<Session>(response);
    this.csrfToken = session.csrfToken;
    this.tabs.postMessage(session.csrfToken);
    return session;
  }

  private readList<Answer>(path: string, { q, after }: ListQuery): Promise<Answer> {
    return this.read(path, { ...(q === '' ? {} : { q }), limit: LIST_LIMIT, ...(after === null ? {} : { after }) });
  }

  private read<Answer>(path: string, query: Record<string, string>): Promise<Answer> {
    const search = new URLSearchParams(query).toString();
    return this.send('GET', search === '' ? path : `${path}?${search}`);
  }

  private async send<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const response = await this.ask(method, path, body);
    if (response.status !== 401) return bodyOf(response);
    const isSignedIn = this.signedInAgain();
    // A read goes on by itself; a write is for the person to repeat, who may be another one by then.
    if (method !== 'GET') return bodyOf(response);
    await isSignedIn;
    return this.send(method, path, body);
  }

  private async ask(method: string, path: string, body?: object): Promise<Response> {
    const headers = {
      ...this.requestHeaders(),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    try {
      return await fetch(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    } catch {
      // The browser gives no reason it would let a page read.
      throw unreachable();
    }
  }
}

async function bodyOf<Answer>(response: Response): Promise<Answer> {
  if (!response.ok) throw await problemIn(response);
  // The console's own routes answer by their schemas, so their word is taken for it.
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}
