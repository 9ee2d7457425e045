import { badAnswer, networkProblem, refusal } from './api-problem.ts';
import type { Patience } from './patience.ts';

/** The host's headers for writes: its protection against forged requests, for one. */
export type RequestHeaders = () => HeadersInit;

export interface SenderOptions {
  /** Where the host has mounted the plugin. */
  readonly base: string;
  readonly requestHeaders: RequestHeaders;
  /** Hears of every wait. */
  readonly patience?: Patience;
}

type QueryValue = string | number | boolean | undefined;

/** A check of the credentials asks Autotask, which may take its time; beyond this nobody waits. */
const PATIENCE_MS = 60_000;

const NO_CONTENT = 204;

/** Sends requests and reads answers; whatever goes wrong becomes an ApiProblem. */
export class RequestSender {
  readonly #options: SenderOptions;

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  url(path: string, query: Readonly<Record<string, QueryValue>> = {}): string {
    const given = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
    const search = new URLSearchParams(given).toString();
    return `${this.#options.base.replace(/\/$/, '')}${path}${search === '' ? '' : `?${search}`}`;
  }

  get<Answer>(path: string, query: Readonly<Record<string, QueryValue>> = {}): Promise<Answer> {
    return this.#wait(this.glance(path, query));
  }

  /** A read that nobody waits for. */
  glance<Answer>(path: string, query: Readonly<Record<string, QueryValue>> = {}): Promise<Answer> {
    return this.#send(this.url(path, query), { headers: { accept: 'application/json' } });
  }

  write<Answer>(method: 'POST' | 'PUT' | 'PATCH', path: string, body: unknown): Promise<Answer> {
    const headers = this.#writeHeaders();
    return this.#wait(this.#send(this.url(path), { method, headers, body: JSON.stringify(body) }));
  }

  /** A write that starts work; its key makes a repetition on the way harmless. */
  start<Answer>(path: string, body: unknown): Promise<Answer> {
    const headers = this.#writeHeaders();
    headers.set('idempotency-key', crypto.randomUUID());
    return this.#wait(this.#send(this.url(path), { method: 'POST', headers, body: JSON.stringify(body) }));
  }

  /** What is removed answers nothing. */
  async remove(path: string): Promise<void> {
    const headers = this.#options.requestHeaders();
    const { status } = await this.#wait(this.#ask(this.url(path), { method: 'DELETE', headers }));
    if (status !== NO_CONTENT) throw badAnswer(status);
  }

  #wait<Answer>(answer: Promise<Answer>): Promise<Answer> {
    return this.#options.patience?.wait(answer) ?? answer;
  }

  #writeHeaders(): Headers {
    const headers = new Headers(this.#options.requestHeaders());
    headers.set('accept', 'application/json');
    headers.set('content-type', 'application/json');
    return headers;
  }

  async #send<Answer>(url: string, request: RequestInit): Promise<Answer> {
    const { status, body } = await this.#ask(url, request);
    if (body === undefined) throw badAnswer(status);
    // The server's answers are checked against its schemas; their shape is the contract's.
    return body as Answer;
  }

  async #ask(url: string, request: RequestInit): Promise<{ readonly status: number; readonly body: unknown }> {
    const response = await fetch(url, {
      ...request,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch(() => {
      throw networkProblem();
    });
    const body = await readJson(response);
    if (!response.ok) throw refusal(response.status, body);
    return { status: response.status, body };
  }
}

/** The parsed body; undefined when it is no JSON or breaks off. */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text().catch(() => {
    throw networkProblem();
  });
  try {
    const body: unknown = JSON.parse(text);
    return body;
  } catch {
    return undefined;
  }
}
