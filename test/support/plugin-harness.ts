import { Writable } from 'node:stream';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type InjectOptions,
  type LightMyRequestResponse,
} from 'fastify';
import type { Knex } from 'knex';
import { pino } from 'pino';
import { InProcessJobQueue } from '../../adapters/jobs/in-process-job-queue.ts';
import { type AutotaskPlugin, createAutotaskPlugin, type Ports, type Principal } from '../../adapters/plugin.ts';
import type { ContactItem, ContactPage, RunItemView, RunView } from '../../core/contract/index.ts';
import type { SourceAccount, SourceContact } from '../../core/ports/contact-source.ts';
import { aSourceAccount } from './book-builders.ts';
import { CREDENTIALS, type MemoryPorts, memoryPorts } from './memory-ports.ts';
import { MANAGER, principalHeaders, principalOf } from './principals.ts';
import { VirtualClock } from './virtual-clock.ts';

/** Where the host mounts the plugin. */
export const PREFIX = '/plugins/autotask';

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Asking {
  /** Who asks; null for nobody. The manager unless it is given. */
  readonly as?: Principal | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface HarnessOptions {
  /** Puts other implementations in the place of some of the ports. */
  readonly replace?: (ports: MemoryPorts) => Partial<Ports>;
  /** Lets the plugin keep everything in its own tables there; only the source is in memory then. */
  readonly knex?: Knex;
}

/** The real plugin in an app of its own, with its stores in memory and one source for all providers. */
export class PluginHarness {
  readonly app: FastifyInstance;
  readonly plugin: AutotaskPlugin;
  readonly ports: MemoryPorts;
  /** The time by which the queue looks for runs and tells that it is alive; it stands still by itself. */
  readonly time: VirtualClock;
  readonly #lines: string[];

  constructor(parts: Pick<PluginHarness, 'app' | 'plugin' | 'ports' | 'time'> & { readonly lines: string[] }) {
    this.app = parts.app;
    this.plugin = parts.plugin;
    this.ports = parts.ports;
    this.time = parts.time;
    this.#lines = parts.lines;
  }

  /** Everything that was logged, by the plugin and by the app. */
  logged(): string {
    return this.#lines.join('');
  }

  /** Asks below `/api`; a text is sent as it is. */
  async ask(method: Method, path: string, body?: unknown, asking: Asking = {}): Promise<LightMyRequestResponse> {
    const { as = MANAGER, headers = {} } = asking;
    const payload: InjectOptions =
      body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) };
    return this.app.inject({
      method,
      url: `${PREFIX}/api${path}`,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...principalHeaders(as),
        ...headers,
      },
      ...payload,
    });
  }

  /** Asks for what must be answered with 2xx, and answers its body. */
  async get<Body>(path: string, as: Principal = MANAGER): Promise<Body> {
    return succeeded(await this.ask('GET', path, undefined, { as })).json<Body>();
  }

  async connect(as: Principal = MANAGER): Promise<void> {
    succeeded(await this.ask('PUT', '/connection', CREDENTIALS, { as }));
  }

  /** What the source shows besides what it showed before. */
  fill(contacts: readonly SourceContact[], accounts: readonly SourceAccount[] = [aSourceAccount(100)]): void {
    for (const contact of contacts) this.ports.source.putContact(contact);
    for (const account of accounts) this.ports.source.putAccount(account);
  }

  /** Gets the contacts, and answers how that ended. */
  async refresh(as: Principal = MANAGER): Promise<RunView> {
    const { runId: id } = succeeded(await this.ask('POST', '/refreshes', undefined, { as })).json<{ runId: string }>();
    return this.ended(id, as);
  }

  /** Connects, and brings the contacts into the list. */
  async load(contacts: readonly SourceContact[], accounts?: readonly SourceAccount[]): Promise<void> {
    this.fill(contacts, accounts);
    await this.connect();
    await this.refresh();
  }

  async contacts(query = '', as: Principal = MANAGER): Promise<ContactPage> {
    return this.get<ContactPage>(`/contacts${query}`, as);
  }

  async contact(id: number | string, as: Principal = MANAGER): Promise<ContactItem> {
    return this.get<ContactItem>(`/contacts/${id}`, as);
  }

  /** Gives contacts the destination 1 and the package 1. */
  async assign(selection: unknown, as: Principal = MANAGER): Promise<void> {
    const body = { selection, destinationId: 'destination-1', packageId: 'package-1' };
    succeeded(await this.ask('PATCH', '/contacts', body, { as }));
  }

  /** Imports, and answers how that ended. */
  async import(selection: unknown, as: Principal = MANAGER): Promise<RunView> {
    const response = await this.ask('POST', '/imports', { selection }, { as });
    return this.ended(succeeded(response).json<{ runId: string }>().runId, as);
  }

  async items(id: string, query = ''): Promise<readonly RunItemView[]> {
    return (await this.get<{ items: RunItemView[] }>(`/runs/${id}/items${query}`)).items;
  }

  /** Waits until the run has ended: its events do not end before. */
  async ended(id: string, as: Principal = MANAGER): Promise<RunView> {
    succeeded(await this.ask('GET', `/runs/${id}/events`, undefined, { as }));
    return this.get<RunView>(`/runs/${id}`, as);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.plugin.stop();
  }
}

export async function openPlugin({ replace, knex }: HarnessOptions = {}): Promise<PluginHarness> {
  const lines: string[] = [];
  const log = pino({ level: 'debug' }, collectingStream(lines));
  const loggerInstance: FastifyBaseLogger = log;
  const ports = memoryPorts();
  const used = { ...ports, ...replace?.(ports) };
  const time = new VirtualClock();
  const jobs = new InProcessJobQueue({ runs: used.runs, log, scheduler: time });
  const plugin = createAutotaskPlugin({
    resolvePrincipal: principalOf,
    knex: knex ?? { connection: 'sqlite::memory:' },
    log,
    secretKeys: ['a key of the tests that is long enough'],
    autotask: { url: 'https://webservices.autotask.invalid/ATServicesRest/', integrationCode: 'unused' },
    ports: knex === undefined ? { jobs, ...used } : { source: used.source },
  });
  const app = fastify({ loggerInstance });
  await app.register(plugin.routes, { prefix: PREFIX });
  await plugin.start();
  await app.ready();
  return new PluginHarness({ app, plugin, ports, time, lines });
}

function collectingStream(lines: string[]): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
}

function succeeded(response: LightMyRequestResponse): LightMyRequestResponse {
  if (response.statusCode < 300) return response;
  throw new Error(`Answered ${response.statusCode}: ${response.body}`);
}
