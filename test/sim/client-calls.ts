import { subscribe, unsubscribe } from 'node:diagnostics_channel';

/** A request as the client sees it: in flight from the moment it goes out until its answer is there, or it failed. */
export interface ClientCall {
  readonly origin: string;
  /** The first part of the path behind the version: `Contacts`, `Companies`, `zoneInformation` … */
  readonly endpoint: string;
  /** Places in the order of all starts and ends. */
  readonly started: number;
  readonly ended: number | null;
  readonly status: number | null;
}

type Entry = { -readonly [Name in keyof ClientCall]: ClientCall[Name] };

/** What undici tells of a request. */
interface Message {
  readonly request: { readonly origin: string; readonly path: string };
  readonly response?: { readonly statusCode: number };
}

/** Listens to every request that undici sends in this process. */
export class ClientCalls {
  #calls = new Map<object, Entry>();
  #places = 0;

  readonly #create = ({ request: { origin }, request }: Message) => {
    const endpoint = /\/V1\.0\/(\w+)/i.exec(request.path)?.[1] ?? request.path;
    this.#calls.set(request, { origin, endpoint, started: this.#next(), ended: null, status: null });
  };
  readonly #headers = ({ request, response }: Message) => {
    const call = this.#calls.get(request);
    if (call) call.status = response?.statusCode ?? null;
  };
  readonly #end = ({ request }: Message) => {
    const call = this.#calls.get(request);
    if (call) call.ended ??= this.#next();
  };
  readonly #channels = [
    ['undici:request:create', heard(this.#create)],
    ['undici:request:headers', heard(this.#headers)],
    ['undici:request:trailers', heard(this.#end)],
    ['undici:request:error', heard(this.#end)],
  ] as const;

  listen(): void {
    for (const [name, hear] of this.#channels) subscribe(name, hear);
  }

  close(): void {
    for (const [name, hear] of this.#channels) unsubscribe(name, hear);
  }

  /** The calls since it was asked the last time, in the order of their starts. */
  take(): readonly ClientCall[] {
    const calls = [...this.#calls.values()];
    this.#calls = new Map();
    return calls;
  }

  #next(): number {
    this.#places += 1;
    return this.#places;
  }
}

function heard(hear: (message: Message) => void): (message: unknown) => void {
  return (message) => {
    if (isMessage(message)) hear(message);
  };
}

function isMessage(message: unknown): message is Message {
  return typeof message === 'object' && message !== null && 'request' in message;
}
