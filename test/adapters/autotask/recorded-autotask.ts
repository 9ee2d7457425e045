import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { EntityAccess } from '../../../core/domain/connection.ts';
import { onlyFields, recordedCompany, type WireJson } from './recorded-rows.ts';

/** A request as it arrived. */
export interface Arrived {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: WireJson | null;
}

/** An answer to give instead of the usual one. */
export type Reply =
  | {
      readonly status?: number;
      readonly type?: string;
      readonly headers?: Record<string, string>;
      readonly text: string;
    }
  | 'reset'
  | 'broken off'
  | 'silence';

interface Replacement {
  readonly path: RegExp;
  readonly reply: Reply | (() => Reply | null);
  left: number;
}

const SIGN_IN = {
  username: 'api7f3@harbor-msp.example',
  password: 'q1$W#e2!r~T',
  integrationCode: 'HARBORMSPBACKUP0000000000X7',
};
const PAGE_SIZE = 500;

/**
 * Replays answers in the recorded shapes (autotask-api.md §1, §2.2, §3.4 and §4.3) and writes down what arrives.
 * It knows just the queries that the adapter makes; anything else is answered with an error.
 */
export class RecordedAutotask {
  readonly signIn = SIGN_IN;
  readonly contacts = new Map<number, WireJson>();
  readonly companies = new Map<number, WireJson>();
  readonly arrived: Arrived[] = [];
  /** The path prefix at which the zone lives at the moment; elsewhere everybody is refused. */
  zonePath = '/zone3/atservicesrest/';
  /** What the zone answer says, when it is not this server's own zone. */
  zoneUrl: string | null = null;
  customerInstance: unknown = 20264;
  /** What the answers' `Date` says. */
  now = new Date('2026-03-01T12:00:00Z');
  access: { Contacts: EntityAccess; Companies: EntityAccess } = { Contacts: 'all', Companies: 'all' };
  inFlight = 0;
  mostInFlight = 0;
  readonly #server: Server = createServer((request, response) => void this.#answer(request, response));
  readonly #replacements: Replacement[] = [];
  readonly #waiting = new Set<() => void>();
  #gate: Promise<void> = Promise.resolve();

  static async start(): Promise<RecordedAutotask> {
    const recorded = new RecordedAutotask();
    recorded.companies.set(0, recordedCompany(0, { name: 'Harbor MSP', isActive: true }));
    await new Promise<void>((resolve) => recorded.#server.listen(0, '127.0.0.1', resolve));
    return recorded;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get url(): string {
    return `${this.origin}/ATServicesRest/`;
  }

  /** Requests that carried a secret. */
  get signed(): readonly Arrived[] {
    return this.arrived.filter(({ headers }) => headers['secret'] !== undefined);
  }

  /** Gives another answer to requests whose path matches, so many times; null stands for the usual one. */
  replace(path: RegExp, reply: Reply | (() => Reply | null), times = Number.POSITIVE_INFINITY): void {
    this.#replacements.push({ path, reply, left: times });
  }

  /** Holds all answers back until the function that it gives is called. */
  hold(): () => void {
    let open = () => {};
    this.#gate = new Promise((resolve) => {
      open = resolve;
    });
    return open;
  }

  /** Waits until requests have come or gone so that the condition holds. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) {
      await new Promise<void>((resolve) => {
        this.#waiting.add(resolve);
      });
    }
  }

  /** Lets whatever is on its way arrive. */
  async turns(): Promise<void> {
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }

  /** Goes back to the usual answers. */
  mend(): void {
    this.#replacements.length = 0;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.inFlight += 1;
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight);
    response.once('close', () => {
      this.inFlight -= 1;
      this.#wake();
    });
    const url = new URL(request.url ?? '/', this.origin);
    const raw = await text(request).catch(() => '');
    const body = raw === '' ? null : (JSON.parse(raw) as WireJson);
    const arrived = {
      method: request.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body,
    };
    this.arrived.push(arrived);
    this.#wake();
    const replacement = this.#replacements.find(({ path, left }) => left > 0 && path.test(url.pathname));
    if (replacement !== undefined) replacement.left -= 1;
    await this.#gate;
    const reply = typeof replacement?.reply === 'function' ? replacement.reply() : replacement?.reply;
    response.setHeader('date', this.now.toUTCString());
    send(response, reply ?? this.#usual(arrived));
  }

  #wake(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }

  #usual({ method, path, query, headers, body }: Arrived): Reply {
    if (/^\/atservicesrest\/v1\.0\/zoneinformation$/i.test(path)) return this.#zone(query.get('user'));
    const { username, password, integrationCode } = this.signIn;
    const isRight =
      path.startsWith(this.zonePath) &&
      headers['username'] === username &&
      headers['secret'] === password &&
      headers['apiintegrationcode'] === integrationCode;
    if (!isRight) return refused;
    if (path.endsWith('/V1.0/ThresholdInformation') && method === 'GET') return this.#threshold();
    const [, entity, call] = /V1\.0\/(Contacts|Companies)\/(.+)$/.exec(path) ?? [];
    if (entity !== 'Contacts' && entity !== 'Companies') return json({ Message: 'No HTTP resource was found.' }, 404);
    if (call === 'entityInformation' && method === 'GET') return this.#information(entity);
    if (this.access[entity] === 'none') return errors(NO_PERMISSION);
    const rows = entity === 'Contacts' ? this.contacts : this.companies;
    if (call === 'query/count' && method === 'POST' && body !== null)
      return json({ queryCount: matching(rows, body).length });
    if (call === 'query' && method === 'POST' && body !== null) return page(rows, body, new URL(path, this.origin));
    return json({ Message: `The requested resource does not support http method '${method}'.` }, 405);
  }

  #zone(user: string | null): Reply {
    if (user !== this.signIn.username) return errors('Zone information could not be determined');
    return json({
      zoneName: 'America East',
      url: this.zoneUrl ?? `${this.origin}${this.zonePath}`,
      webUrl: 'https://ww3.autotask.net/',
      ci: this.customerInstance,
    });
  }

  #threshold(): Reply {
    return json({
      externalRequestThreshold: 10_000,
      requestThresholdTimeframe: 60,
      currentTimeframeRequestCount: this.signed.length,
    });
  }

  #information(entity: 'Contacts' | 'Companies'): Reply {
    const access = this.access[entity];
    return json({
      info: {
        name: entity === 'Contacts' ? 'Contact' : 'Account',
        canQuery: access !== 'none',
        userAccessForQuery: { all: 'All', restricted: 'Restricted', none: 'None', unknown: null }[access],
        hasUserDefinedFields: true,
      },
    });
  }
}

export const NO_PERMISSION = 'The logged in Resource does not have the adequate permissions to query this entity type.';

export const refused: Reply = {
  status: 401,
  headers: { 'www-authenticate': 'Basic Realm="webservices3.autotask.net"' },
  text: '',
};

export function json(value: unknown, status = 200): Reply {
  return { status, type: 'application/json; charset=utf-8', text: JSON.stringify(value) };
}

export function errors(...texts: string[]): Reply {
  return json({ errors: texts }, 500);
}

function page(rows: ReadonlyMap<number, WireJson>, body: WireJson, url: URL): Reply {
  const { maxRecords = PAGE_SIZE, includeFields = [] } = body as { maxRecords?: number; includeFields?: string[] };
  const found = matching(rows, body).sort(([one], [other]) => one - other);
  const items = found.slice(0, maxRecords).map(([, row]) => onlyFields(row, includeFields));
  const isLast = found.length === items.length;
  return json({
    items,
    pageDetails: {
      count: items.length,
      requestCount: maxRecords,
      prevPageUrl: null,
      nextPageUrl: isLast ? null : `${url.href}/next?paging=%7b%22pageSize%22%3a500%7d`,
    },
  });
}

interface RecordedCondition {
  readonly op: string;
  readonly field?: string;
  readonly value?: unknown;
  readonly items?: readonly RecordedCondition[];
}

function matching(rows: ReadonlyMap<number, WireJson>, body: WireJson): [number, WireJson][] {
  const filter = body['filter'] as RecordedCondition[];
  if (filter.length === 0) throw new Error('A filter must not be empty');
  return [...rows.entries()].filter(([, row]) => filter.every((condition) => isMet(condition, row)));
}

function isMet({ op, field = '', value, items = [] }: RecordedCondition, row: WireJson): boolean {
  if (op === 'or') return items.some((item) => isMet(item, row));
  if (op === 'in') return (value as unknown[]).includes(row[field]);
  const [one, other] = [comparable(row[field]), comparable(value)];
  if (op === 'gte') return one >= other;
  if (op === 'lte') return one <= other;
  if (op === 'gt') return one > other;
  throw new Error(`Unexpected operator ${op}`);
}

/** Dates are UTC without a zone, too; a text given for a number matches nothing (autotask-api.md §3.2). */
function comparable(value: unknown): number {
  if (typeof value === 'string') return Date.parse(value.endsWith('Z') ? value : `${value}Z`);
  return typeof value === 'number' ? value : Number.NaN;
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply === 'silence') return;
  if (reply === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  if (reply === 'broken off') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 });
    response.write('{"items":[', () => response.socket?.destroy());
    return;
  }
  const { status = 200, type, headers = {}, text: content } = reply;
  response.writeHead(status, { ...(type === undefined ? {} : { 'content-type': type }), ...headers });
  response.end(content);
}
