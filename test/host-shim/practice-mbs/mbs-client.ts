import { afterEach } from 'vitest';
import {
  type PracticeMbs,
  type PracticeMbsOptions,
  startPracticeMbs,
} from '../../../host-shim/practice-mbs/practice-mbs.ts';

export interface WireGiven {
  readonly ID: string;
  readonly PackageID: number | null;
  readonly AccountID: string;
  readonly Destination: string;
}

/** What the different answers hold; a test looks only at what its own answer has. */
export interface WireBody {
  readonly ID: string;
  readonly Email: string;
  readonly FirstName: string;
  readonly LastName: string;
  readonly NotificationEmails: readonly string[];
  readonly Company: string;
  readonly Enabled: boolean;
  readonly LicenseManagmentMode: number;
  readonly DestinationList: readonly WireGiven[];
  readonly SpaceUsed: number;
  readonly Message: string;
}

export interface WireAnswer<Body = WireBody> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Body;
}

const running: PracticeMbs[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

/** Starts a practice server that ends with the test; without options it has no users. */
export async function practice(options: PracticeMbsOptions = {}): Promise<PracticeMbs> {
  const server = await startPracticeMbs({ users: 0, ...options });
  running.push(server);
  return server;
}

export async function send<Body = WireBody>(url: string, init: RequestInit = {}): Promise<WireAnswer<Body>> {
  const response = await fetch(url, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parsed(text) as Body };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Bodies that are no JSON are looked at as texts.
    return undefined;
  }
}

export function logIn(server: PracticeMbs, password = server.login.password): Promise<WireAnswer<LoginBody>> {
  const body = JSON.stringify({ UserName: server.login.username, Password: password });
  return send(`${server.url}/api/Provider/Login`, { method: 'POST', headers: JSON_HEADERS, body });
}

export interface LoginBody {
  readonly access_token: string;
  readonly expires_in: number;
}

const JSON_HEADERS = { 'content-type': 'application/json' };

/** A client that has logged in. */
export class MbsClient {
  readonly #server: PracticeMbs;
  #token: string;

  private constructor(server: PracticeMbs, token: string) {
    this.#server = server;
    this.#token = token;
  }

  static async of(server: PracticeMbs): Promise<MbsClient> {
    return new MbsClient(server, (await logIn(server)).json.access_token);
  }

  call<Body = WireBody>(call: string, value?: unknown): Promise<WireAnswer<Body>> {
    const [method = '', path = ''] = call.split(' ');
    const headers = { ...JSON_HEADERS, authorization: `Bearer ${this.#token}` };
    const body = value === undefined ? {} : { body: JSON.stringify(value) };
    return send(`${this.#server.url}/api/${path}`, { method, headers, ...body });
  }

  /** Creates a user and answers what came back: an id or a sentence. */
  async create(values: object = {}): Promise<string> {
    return (await this.call<string>('POST Users', newUser(values))).json;
  }

  async user(id: string): Promise<WireBody> {
    return (await this.call(`GET Users/${id}`)).json;
  }

  async users(): Promise<readonly WireBody[]> {
    return (await this.call<readonly WireBody[]>('GET Users')).json;
  }

  loseToken(): void {
    this.#token = 'unknown';
  }
}

export async function client(options: PracticeMbsOptions = {}): Promise<{ server: PracticeMbs; mbs: MbsClient }> {
  const server = await practice(options);
  return { server, mbs: await MbsClient.of(server) };
}

export function newUser(values: object = {}): object {
  return { Email: 'ann.lee@contoso.example', Enabled: true, Password: 'correct horse', ...values };
}

/** A destination and a package that the server has. */
export function assignment(server: PracticeMbs, type = 'AmazonS3') {
  const account = server.control.accounts().find((each) => each.type === type)!;
  return {
    AccountID: account.id,
    Destination: account.destinations[0]!.name,
    PackageID: server.control.packages()[0]!.id,
  };
}
