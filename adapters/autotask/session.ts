import type { Credentials } from '../../core/domain/connection.ts';
import { dataOf, type JsonObject } from './answer.ts';
import { AutotaskFailure } from './autotask-failure.ts';
import type { Endpoint } from './entity.ts';
import type { Lanes } from './lanes.ts';
import { headerMoment } from './moment.ts';
import type { Patience, Retry } from './retry.ts';
import type { Standing } from './standing.ts';
import type { Transport } from './transport.ts';
import type { Zone, Zones } from './zones.ts';

export interface Call {
  readonly endpoint: Endpoint;
  /** What follows the endpoint. */
  readonly path: '' | '/query' | '/query/count' | '/entityInformation';
  /** Null for a GET. */
  readonly body: JsonObject | null;
}

/** What came back, and from where. */
export interface Reply {
  readonly data: JsonObject;
  readonly zone: Zone;
  /** The server's time; null when it did not tell it. */
  readonly at: string | null;
}

export interface CallOptions {
  readonly signal: AbortSignal;
  /** Told of each attempt that goes out. */
  readonly onCall: () => void;
}

/** The credentials with an integration code of their own or the host's. */
export type SignIn = Credentials & { readonly integrationCode: string };

interface SessionParts {
  readonly signIn: SignIn;
  readonly patience: Patience;
  readonly timeoutMs: number;
  readonly zones: Zones;
  readonly lanes: Lanes;
  readonly standing: Standing;
  readonly transport: Transport;
  readonly retry: Retry;
}

const SENDABLE = /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/;

/** Makes the calls of one set of credentials: in their lanes, in their zone, and none after a refusal. */
export class Session {
  readonly #parts: SessionParts;

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  /** @throws AutotaskFailure; the signal's reason when it is aborted */
  call(call: Call, options: CallOptions): Promise<Reply> {
    const { lanes, retry, patience } = this.#parts;
    const { signal } = options;
    const path = `${call.endpoint}${call.path}`;
    // A call keeps its place while it waits for its repeat, so that a throttled entity gets fewer calls, not more.
    return lanes
      .to(call.endpoint)
      .run(() => retry.run(() => this.#signedIn(call, options), { path, patience, signal }), signal);
  }

  /** Repeats a refused call once, and only when the zone has moved (autotask-api.md §1, seen in 3 clients). */
  async #signedIn(call: Call, options: CallOptions): Promise<Reply> {
    const { standing, zones, signIn, patience } = this.#parts;
    const { signal } = options;
    for (let isRepeat = false; ; isRepeat = true) {
      const pass = await standing.enter(signal);
      try {
        const zone = await zones.find(signIn.username, { patience, signal });
        const answered = await this.#attempt(call, zone, options);
        if (!(answered instanceof AutotaskFailure)) {
          pass.accepted();
          return { ...answered, zone };
        }
        if (answered.kind === 'forbidden' || answered.kind === 'query_refused') pass.accepted();
        const isFinal =
          answered.kind === 'integration_code_invalid' || (answered.kind === 'sign_in_refused' && isRepeat);
        if (isFinal) standing.refuse(answered);
        if (isFinal || answered.kind !== 'sign_in_refused') throw answered;
        // Another call may have found the new zone while this one was still on its way to the old one.
        const isZoneStale = zones.known(signIn.username)?.url !== zone.url;
        if (!isZoneStale) await standing.doubt(() => this.#hasMoved(zone, signal), answered);
      } finally {
        pass.leave();
      }
    }
  }

  async #attempt(call: Call, zone: Zone, options: CallOptions): Promise<Omit<Reply, 'zone'> | AutotaskFailure> {
    const { lanes, signIn } = this.#parts;
    try {
      return await lanes.to(call.endpoint).attempt(() => this.#send(call, zone, options));
    } catch (error) {
      if (error instanceof AutotaskFailure) return withoutSecrets(error, signIn);
      throw error;
    }
  }

  async #send({ endpoint, path, body }: Call, zone: Zone, { signal, onCall }: CallOptions) {
    const { transport, timeoutMs, signIn } = this.#parts;
    signal.throwIfAborted();
    onCall();
    const answer = await transport.send({
      method: body === null ? 'GET' : 'POST',
      url: new URL(`V1.0/${endpoint}${path}`, zone.url),
      headers: signedHeaders(signIn),
      body: body === null ? null : JSON.stringify(body),
      timeoutMs,
      signal,
    });
    return { data: dataOf(answer, endpoint), at: headerMoment(answer.date) };
  }

  async #hasMoved(from: Zone, signal: AbortSignal): Promise<boolean> {
    const { zones, signIn, patience } = this.#parts;
    const zone = await zones.ask(signIn.username, { patience, signal });
    return zone.url !== from.url;
  }
}

/** Never trimmed or changed: a secret may hold any symbol (autotask-api.md §2.1). */
function signedHeaders({ username, password, integrationCode }: SignIn): Record<string, string> {
  return {
    accept: 'application/json',
    'content-type': 'application/json',
    UserName: username,
    Secret: password,
    ApiIntegrationCode: integrationCode,
  };
}

/** An answer may repeat what was sent to it; such words are not passed on. */
function withoutSecrets(failure: AutotaskFailure, { password, integrationCode }: SignIn): AutotaskFailure {
  const isClean = !failure.about.includes(password) && !failure.about.includes(integrationCode);
  return isClean ? failure : new AutotaskFailure(failure.kind, { about: 'its words are not repeated here' });
}

/** @throws AutotaskFailure when a part can't be the right one, because no header could carry it as it is */
export function refuseUnsendable({ username, password, integrationCode }: SignIn): void {
  const parts = { UserName: username, Password: password, 'integration code': integrationCode };
  for (const [about, part] of Object.entries(parts)) {
    if (!SENDABLE.test(part)) throw new AutotaskFailure('unsendable', { about });
  }
}
