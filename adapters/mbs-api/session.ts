import { dataOf, listItems } from './answer.ts';
import type { JsonObject } from './json.ts';
import type { Lane } from './lane.ts';
import { MbsFailure } from './mbs-failure.ts';
import type { Retry } from './retry.ts';
import type { LogIn, Token, Tokens } from './tokens.ts';
import type { Answer, Method, Transport } from './transport.ts';

export interface Call {
  readonly method: Method;
  /** What follows `/api/`. */
  readonly path: string;
  readonly body?: JsonObject;
}

type Batches = AsyncGenerator<readonly JsonObject[], void, undefined>;

interface SessionParts {
  readonly url: URL;
  readonly logIn: LogIn;
  readonly tokens: Tokens;
  readonly transport: Transport;
  readonly lane: Lane;
  readonly retry: Retry;
}

const MOST_RENEWALS = 2;

/** Takes an answer in; the secrets are those that its words must not repeat. */
type Take<Result> = (answer: Answer, secrets: readonly string[]) => Promise<Result>;

/** Makes the calls of one log-in: few at once, signed, and repeated where that is safe. */
export class Session {
  readonly #parts: SessionParts;

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  /** Lets the next call log in, also after a refusal. */
  reopen(): void {
    this.#parts.tokens.reopen();
  }

  /** Logs in anew. @throws MbsFailure */
  logInAnew(): Promise<Token> {
    const { lane, tokens } = this.#parts;
    this.reopen();
    return lane.run(() => tokens.current());
  }

  /** @throws MbsFailure */
  call(call: Call): Promise<unknown> {
    return this.#placed(call, async (answer, secrets) => {
      const data = await dataOf(answer, secrets);
      if (data === undefined && call.method === 'GET') throw new MbsFailure('not_data', { about: 'nothing' });
      // With 200 (mbs.md §3.4, seen in 1 client).
      if (data === 'No token received') throw new MbsFailure('token_refused', { about: data });
      return data;
    });
  }

  /** A whole list. @throws MbsFailure */
  list(path: string): Promise<readonly JsonObject[]> {
    return this.read(path, async (batches) => {
      const all: JsonObject[] = [];
      for await (const batch of batches) all.push(...batch);
      return all;
    });
  }

  /** What can be made of a list while it arrives; a repeat makes it anew. @throws MbsFailure */
  read<Result>(path: string, make: (batches: Batches) => Promise<Result>): Promise<Result> {
    return this.#placed({ method: 'GET', path }, (answer, secrets) => make(listItems(answer, secrets)));
  }

  /** A list batch by batch, which is not repeated once it has begun. @throws MbsFailure */
  async *stream(path: string): Batches {
    const { lane, retry } = this.#parts;
    const call: Call = { method: 'GET', path };
    const leave = await lane.enter();
    try {
      const begin: Take<Begun> = async (answer, secrets) => {
        const batches = listItems(answer, secrets);
        return { first: await batches.next(), batches };
      };
      yield* restOf(await retry.run(nameOf(call), 'read', () => this.#signedIn(call, begin)));
    } finally {
      leave();
    }
  }

  /** A call keeps its place while it waits for its repeat, so that a throttled service gets fewer calls, not more. */
  #placed<Result>(call: Call, take: Take<Result>): Promise<Result> {
    const { lane, retry } = this.#parts;
    const effect = call.method === 'GET' ? 'read' : 'write';
    return lane.run(() => retry.run(nameOf(call), effect, () => this.#signedIn(call, take)));
  }

  /**
   * A refused call had no effect, so it is repeated with a new token; twice, because that one may have ended with the
   * others. Refused still, it lacks a right.
   */
  async #signedIn<Result>(call: Call, take: Take<Result>): Promise<Result> {
    const { tokens } = this.#parts;
    const name = nameOf(call);
    let token = await tokens.current();
    for (let renewals = 0; ; renewals += 1) {
      try {
        return await take(await this.#send(call, token), this.#secrets(call, token));
      } catch (error) {
        if (!(error instanceof MbsFailure && error.kind === 'token_refused')) throw error;
        if (renewals === MOST_RENEWALS) tokens.deny(token, name);
        if (tokens.isDenied(token, name)) throw new MbsFailure('forbidden', { about: error.about });
        token = await tokens.renew(token);
      }
    }
  }

  #send({ method, path, body }: Call, token: Token): Promise<Answer> {
    const { transport, url } = this.#parts;
    return transport.send({
      method,
      url: new URL(`api/${path}`, url),
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${token.text}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
  }

  #secrets({ body }: Call, token: Token): readonly string[] {
    const password = body?.['Password'];
    return [token.text, this.#parts.logIn.password, ...(typeof password === 'string' ? [password] : [])];
  }
}

interface Begun {
  readonly first: IteratorResult<readonly JsonObject[], void>;
  readonly batches: Batches;
}

async function* restOf({ first, batches }: Begun): Batches {
  try {
    if (first.done !== true) yield first.value;
    yield* batches;
  } finally {
    await batches.return(); // Ends the answer when nobody wants the rest of it.
  }
}

/** What a call is called where no id may stand. */
function nameOf({ method, path }: Call): string {
  return `${method} ${path.replace(/\/.*/, '')}`;
}
