import type { Clock } from '../../core/ports/clock.ts';
import { dataOf } from './answer.ts';
import { findings } from './findings.ts';
import { fieldOf, isJsonObject } from './json.ts';
import { MbsFailure } from './mbs-failure.ts';
import type { Retry } from './retry.ts';
import type { Transport } from './transport.ts';

export interface LogIn {
  readonly username: string;
  readonly password: string;
}

/** What a log-in gave. */
export interface Token {
  readonly text: string;
  readonly endsAt: number;
  /** Whose log-in it is, when MBS says so. */
  readonly provider: string | null;
  /** The calls that it was refused for when it was brand-new, and until when that says that they lack a right. */
  readonly denied: Map<string, number>;
}

interface TokensParts {
  readonly url: URL;
  readonly logIn: LogIn;
  readonly transport: Transport;
  readonly retry: Retry;
  readonly clock: Clock;
}

// expires_in is 1209599 s, and there is no refresh token (mbs.md §3.1, documented).
const TWO_WEEKS_S = 1_209_599;
// A client renews 5 minutes before the end (mbs.md §3.1).
const MARGIN_MS = 5 * 60_000;
// Nothing long is made for it, and a person waits for it when a log-in is entered.
const LOG_IN_TIMEOUT_MS = 30_000;
// So long no token is renewed for a call that a new one was refused for; rights change, and so does what refused it.
const DENIED_MS = 60_000;

/**
 * Keeps the token of the one log-in that the adapter has.
 *
 * Whoever needs a token while a log-in is under way waits for that one. After a refusal every call fails at once,
 * without going out, until a person acts: {@link Tokens.reopen}.
 */
export class Tokens {
  readonly #parts: TokensParts;
  #token: Token | null = null;
  #underWay: Promise<Token> | null = null;
  #refusal: MbsFailure | null = null;

  constructor(parts: TokensParts) {
    this.#parts = parts;
  }

  /** @throws MbsFailure when there is none to be had */
  async current(): Promise<Token> {
    if (this.#token !== null && this.#token.endsAt > this.#parts.clock.now().getTime()) return this.#token;
    return this.#renewed();
  }

  /** A token in place of the refused one; another call may have got it already. */
  async renew(refused: Token): Promise<Token> {
    if (this.#token === refused) this.#token = null;
    return this.current();
  }

  /** A brand-new token was refused for a call. */
  deny(token: Token, call: string): void {
    token.denied.set(call, this.#parts.clock.now().getTime() + DENIED_MS);
  }

  isDenied({ denied }: Token, call: string): boolean {
    return (denied.get(call) ?? 0) > this.#parts.clock.now().getTime();
  }

  /** A person acts: the log-in is tried anew, by the next call. */
  reopen(): void {
    this.#refusal = null;
    this.#token = null;
  }

  #renewed(): Promise<Token> {
    if (this.#refusal !== null) return Promise.reject(this.#refusal);
    this.#underWay ??= this.#logInOnce();
    return this.#underWay;
  }

  async #logInOnce(): Promise<Token> {
    try {
      this.#token = await this.#parts.retry.run('POST Provider', 'read', () => this.#logIn());
      return this.#token;
    } catch (error) {
      if (!(error instanceof MbsFailure)) throw error;
      if (error.kind === 'log_in_refused') this.#refusal = error;
      // The call that needs the token has not been made: what is wrong here says nothing of its effect.
      throw (
        this.#refusal ?? new MbsFailure('no_log_in', { about: findings[error.kind].text(error.about), cause: error })
      );
    } finally {
      this.#underWay = null;
    }
  }

  async #logIn(): Promise<Token> {
    const { transport, url, logIn, clock } = this.#parts;
    const answer = await transport.send({
      method: 'POST',
      url: new URL('api/Provider/Login', url),
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify({ UserName: logIn.username, Password: logIn.password }),
      timeoutMs: LOG_IN_TIMEOUT_MS,
    });
    // 400 in the documentation, 403 in the service of today (mbs.md §3.1); what it says is not of use.
    const isRefused = [400, 401, 403].includes(answer.status);
    const data = await dataOf(answer, [logIn.password]).catch((error: unknown) => {
      throw isRefused ? new MbsFailure('log_in_refused') : error;
    });
    return tokenOf(data, clock.now().getTime());
  }
}

function tokenOf(data: unknown, now: number): Token {
  const json = isJsonObject(data) ? data : {};
  if (fieldOf(json, 'error') !== undefined) throw new MbsFailure('log_in_refused');
  const text = fieldOf(json, 'access_token');
  if (typeof text !== 'string' || !/^[\x21-\x7e]+$/.test(text)) {
    throw new MbsFailure('not_data', { about: 'a log-in without a token' });
  }
  const lifeMs = lifeOf(fieldOf(json, 'expires_in')) * 1000;
  const provider = fieldOf(json, 'userName');
  return {
    text,
    endsAt: now + lifeMs - Math.min(MARGIN_MS, lifeMs / 2),
    provider: typeof provider === 'string' && provider.trim() !== '' ? provider.trim() : null,
    denied: new Map(),
  };
}

function lifeOf(seconds: unknown): number {
  const number = Number(seconds);
  return Number.isFinite(number) && number > 0 ? number : TWO_WEEKS_S;
}
