import { onTestFinished } from 'vitest';
import type { ContactItem, DestinationView, PackageView, RunItemView, RunView } from '../../core/contract/index.ts';
import { type PracticeAutotask, startPracticeAutotask } from '../../host-shim/practice-autotask/practice-autotask.ts';
import {
  type PracticeMbs,
  type PracticeMbsOptions,
  startPracticeMbs,
} from '../../host-shim/practice-mbs/practice-mbs.ts';
import { startConsole } from '../../host-shim/start-console.ts';
import { EventReader } from '../http/event-reader.ts';
import { removeDirectory, temporaryDirectory } from '../support/console-process.ts';

const PASSWORD = 'A-long-test-password-1';
const API = '/plugins/autotask/api';

interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

/** A console over practice services that it takes for live ones, asked by somebody who is signed in. */
export class LiveDesk {
  readonly mbs: PracticeMbs;
  readonly autotask: PracticeAutotask;
  readonly printed: readonly string[];
  readonly #url: string;
  readonly #headers: Record<string, string> = { 'content-type': 'application/json' };

  private constructor(parts: {
    readonly mbs: PracticeMbs;
    readonly autotask: PracticeAutotask;
    readonly printed: readonly string[];
    readonly url: string;
  }) {
    this.mbs = parts.mbs;
    this.autotask = parts.autotask;
    this.printed = parts.printed;
    this.#url = parts.url;
  }

  /** With the log-in of MBS in the environment, or to be entered in the page. */
  static async open(
    options: PracticeMbsOptions & { readonly logIn?: 'given' | 'entered'; readonly contacts?: number },
  ) {
    const { logIn = 'given', contacts = 20, ...mbsOptions } = options;
    const mbs = await startPracticeMbs({ users: 0, ...mbsOptions });
    const autotask = await startPracticeAutotask({ contacts, seed: 1 });
    const directory = await temporaryDirectory();
    const printed: string[] = [];
    const { url, close } = await startConsole(
      {
        PORT: '0',
        DATA_DIR: directory,
        LOG_LEVEL: 'silent',
        CONSOLE_MODE: 'live',
        CONSOLE_ADMIN_PASSWORD: PASSWORD,
        AUTOTASK_URL: autotask.url,
        AUTOTASK_INTEGRATION_CODE: autotask.credentials.integrationCode,
        MBS_API_URL: mbs.url,
        ...(logIn === 'given' && { MBS_API_USERNAME: mbs.login.username, MBS_API_PASSWORD: mbs.login.password }),
      },
      (line) => printed.push(line),
    );
    onTestFinished(async () => {
      await close();
      await Promise.all([mbs.close(), autotask.close(), removeDirectory(directory)]);
    });
    const desk = new LiveDesk({ mbs, autotask, printed, url });
    await desk.#signIn();
    return desk;
  }

  /** A page of the console, as a browser asks for it. */
  page(address: string): Promise<Response> {
    return fetch(this.#url + address);
  }

  async ask<Body>(method: string, route: string, body?: object): Promise<Answer<Body>> {
    const address = this.#url + (route.startsWith('/console') || route === '/session' ? route : API + route);
    const { 'content-type': type, ...headers } = this.#headers;
    const answer = await fetch(address, {
      method,
      headers: body === undefined ? headers : { ...headers, 'content-type': type ?? '' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as Body };
  }

  /** Gets the contacts, and gives all of them the first destination and an enabled package. */
  async prepare(): Promise<readonly ContactItem[]> {
    const { username, secret } = this.autotask.credentials;
    await this.ask('PUT', '/connection', { username, password: secret });
    await this.run('/refreshes', {});
    await this.assign({ filter: {} }, {});
    return this.contacts();
  }

  async assign(selection: object, given: { destinationId?: string; packageId?: string }): Promise<void> {
    const destinations = await this.ask<DestinationView[]>('GET', '/destinations');
    const packages = await this.ask<PackageView[]>('GET', '/packages');
    await this.ask('PATCH', '/contacts', {
      selection,
      destinationId: destinations.body[0]!.id,
      packageId: packages.body.find(({ enabled }) => enabled)!.id,
      ...given,
    });
  }

  async contacts(): Promise<readonly ContactItem[]> {
    return (await this.ask<{ items: ContactItem[] }>('GET', '/contacts?limit=500')).body.items;
  }

  /** Starts work and waits for its end, or until it is held. */
  async run(route: string, body: object): Promise<RunView> {
    const started = await this.ask<{ runId: string }>('POST', route, body);
    if (started.status !== 202) throw new Error(`${route} answered ${JSON.stringify(started)}`);
    const response = await fetch(`${this.#url}${API}/runs/${started.body.runId}/events`, {
      headers: { ...this.#headers, accept: 'text/event-stream' },
    });
    const events = new EventReader<RunView>(response);
    let run = await events.next();
    while (run.state === 'queued' || run.state === 'running') run = await events.next();
    return run;
  }

  /** As a person does: looks at the preview and confirms it. */
  async importAll(selection: object = { filter: { active: true } }): Promise<RunView> {
    const preview = await this.ask<{ fingerprint: string }>('POST', '/imports/preview', { selection });
    return this.run('/imports', { selection, fingerprint: preview.body.fingerprint });
  }

  async reasonsOf({ id }: RunView): Promise<Readonly<Record<string, string | null>>> {
    const { body } = await this.ask<{ items: RunItemView[] }>('GET', `/runs/${id}/items?limit=500`);
    return Object.fromEntries(body.items.map(({ contactId, outcome, reason }) => [contactId, reason?.code ?? outcome]));
  }

  async #signIn(): Promise<void> {
    const response = await fetch(`${this.#url}/session`, {
      method: 'POST',
      headers: this.#headers,
      body: JSON.stringify({ email: 'admin@msp.example', password: PASSWORD }),
    });
    const { csrfToken } = (await response.json()) as { csrfToken: string };
    this.#headers['cookie'] = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    this.#headers['x-csrf-token'] = csrfToken;
  }
}
