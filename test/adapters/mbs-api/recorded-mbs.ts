import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { RecordedProvider, type WireJson } from './recorded-provider.ts';

/** A request as it arrived. */
export interface Arrived {
  readonly method: string;
  readonly path: string;
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
  | 'unfinished list'
  | 'silence';

interface Replacement {
  readonly call: RegExp;
  readonly reply: Reply | ((arrived: Arrived) => Reply | null);
  readonly isAfterEffect: boolean;
  left: number;
}

/** Replays answers in the recorded shapes (mbs.md §3 and §8) and writes down what arrives; it knows two providers. */
export class RecordedMbs {
  readonly ours = new RecordedProvider({ name: 'ours', password: 'q1$W#e2!r~T', firstPackage: 20_000 });
  readonly theirs = new RecordedProvider({ name: 'theirs', password: 'their-secret', firstPackage: 40_000 });
  readonly arrived: Arrived[] = [];
  mostInFlight = 0;
  #inFlight = 0;
  readonly #server: Server = createServer((request, response) => void this.#answer(request, response));
  readonly #replacements: Replacement[] = [];
  readonly #waiting = new Set<() => void>();
  #gate: Promise<void> = Promise.resolve();
  #tokens = new Map<string, RecordedProvider>();
  #given = 0;

  static async start(): Promise<RecordedMbs> {
    const recorded = new RecordedMbs();
    await new Promise<void>((resolve) => recorded.#server.listen(0, '127.0.0.1', resolve));
    return recorded;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get inFlight(): number {
    return this.#inFlight;
  }

  /** What was called, without the part of the path that names one user. */
  get calls(): string[] {
    return this.arrived.map(({ method, path }) => `${method} ${path.replace(/^\/api\//, '').replace(/\/.*/, '')}`);
  }

  callsOf(name: string): Arrived[] {
    return this.arrived.filter((_, index) => this.calls[index] === name);
  }

  /** Gives another answer to calls such as `POST /api/Users`, so many times; null stands for the usual one. */
  replace(call: RegExp, reply: Reply | ((arrived: Arrived) => Reply | null), times = Number.POSITIVE_INFINITY): void {
    this.#replacements.push({ call, reply, isAfterEffect: false, left: times });
  }

  /** The same, after the call has had its effect. */
  replaceAnswer(call: RegExp, reply: Reply, times = Number.POSITIVE_INFINITY): void {
    this.#replacements.push({ call, reply, isAfterEffect: true, left: times });
  }

  mend(): void {
    this.#replacements.length = 0;
  }

  /** Tokens that were given out are of no use any more. */
  expireTokens(): void {
    this.#tokens = new Map();
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

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#inFlight += 1;
    this.mostInFlight = Math.max(this.mostInFlight, this.#inFlight);
    response.once('close', () => {
      this.#inFlight -= 1;
      this.#wake();
    });
    const raw = await text(request).catch(() => '');
    const arrived = {
      method: request.method ?? '',
      path: decodeURIComponent(new URL(request.url ?? '/', this.url).pathname),
      headers: request.headers,
      body: raw === '' ? null : (JSON.parse(raw) as WireJson),
    };
    this.arrived.push(arrived);
    this.#wake();
    const name = `${arrived.method} ${arrived.path}`;
    const replacement = this.#replacements.find(({ call, left }) => left > 0 && call.test(name));
    if (replacement !== undefined) replacement.left -= 1;
    await this.#gate;
    const reply = typeof replacement?.reply === 'function' ? replacement.reply(arrived) : (replacement?.reply ?? null);
    const usual = reply === null || replacement?.isAfterEffect === true ? this.#usual(arrived) : null;
    send(response, reply ?? usual ?? 'reset');
  }

  #wake(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }

  #usual(arrived: Arrived): Reply {
    const { method, path, headers, body } = arrived;
    if (method === 'POST' && path === '/api/Provider/Login') return this.#logIn(body ?? {});
    const provider = this.#tokens.get(headers.authorization?.replace(/^Bearer /, '') ?? '');
    if (provider === undefined) return json({ Message: 'Authorization has been denied for this request.' }, 401);
    const other = provider === this.ours ? this.theirs : this.ours;
    const value = provider.answer(method, path.replace(/^\/api\//, ''), body ?? {}, other);
    if (value !== undefined) return json(value);
    return json({ Message: `No HTTP resource was found that matches the request URI '${path}'.` }, 404);
  }

  #logIn({ UserName, Password }: WireJson): Reply {
    const provider = [this.ours, this.theirs].find(({ name, password }) => name === UserName && password === Password);
    if (provider === undefined) return json({ error: 'invalid_grant', error_description: 'It is incorrect.' }, 400);
    this.#given += 1;
    const token = `token-${this.#given}-of-${provider.name}`;
    this.#tokens.set(token, provider);
    return json({ access_token: token, token_type: 'bearer', expires_in: 1_209_599, userName: provider.name });
  }
}

export function json(value: unknown, status = 200): Reply {
  return { status, type: 'application/json; charset=utf-8', text: JSON.stringify(value) };
}

export const PAGE: Reply = { type: 'text/html', text: '<!doctype html><title>Maintenance</title>' };

function send(response: ServerResponse, reply: Reply): void {
  if (reply === 'silence') return;
  if (reply === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  if (reply === 'broken off') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 });
    response.write('[{"ID":', () => response.socket?.destroy());
    return;
  }
  if (reply === 'unfinished list') {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('[{"ID":"1","Email":"ada@engines.example"},');
    return;
  }
  const { status = 200, type, headers = {}, text: content } = reply;
  response.writeHead(status, { ...(type === undefined ? {} : { 'content-type': type }), ...headers });
  response.end(content);
}
