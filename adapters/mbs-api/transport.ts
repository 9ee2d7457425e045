import { Agent, errors, request } from 'undici';
import { MbsFailure } from './mbs-failure.ts';

/** There is no DELETE: nothing here deletes a user, and the call that erases backup data does not exist. */
export type Method = 'GET' | 'POST' | 'PUT';

/** One HTTP request. */
export interface Exchange {
  readonly method: Method;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** How long its answer may keep one waiting, when that is not as long as for any call. */
  readonly timeoutMs?: number;
}

/** An HTTP answer, of which the text is still on its way. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly retryAfter: string | null;
  /** To be read to its end, or left early, once. @throws MbsFailure when it breaks off */
  readonly chunks: AsyncGenerator<string, void, undefined>;
}

// Room for some lost packets; the call is repeated anyway, and a page or a run should not wait minutes for nobody.
const CONNECT_TIMEOUT_MS = 10_000;
// Below the idle time after which IIS closes a connection (2 minutes by default).
const KEEP_ALIVE_MS = 30_000;

/** Nothing was sent: these come before there is a connection, and at no other time. */
const UNSENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);
/** It may have been sent, and may have had its effect. */
const LOST = new Set([
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'UND_ERR_SOCKET',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_DESTROYED', // By `close`.
]);

/** Sends requests, and follows no redirect. */
export interface Transport {
  /** @throws MbsFailure when no answer came */
  send(exchange: Exchange): Promise<Answer>;

  /** Ends the connections; calls still in flight fail. */
  close(): Promise<void>;
}

/** Over connections that are kept; undici's `request` never follows a redirect by itself. */
export class HttpTransport implements Transport {
  readonly #agent = new Agent({ connect: { timeout: CONNECT_TIMEOUT_MS }, keepAliveTimeout: KEEP_ALIVE_MS });
  readonly #timeoutMs: number;

  constructor({ timeoutMs }: { readonly timeoutMs: number }) {
    this.#timeoutMs = timeoutMs;
  }

  async send({ method, url, headers, body, timeoutMs = this.#timeoutMs }: Exchange): Promise<Answer> {
    try {
      const answer = await request(url, {
        dispatcher: this.#agent,
        method,
        headers,
        body,
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
      });
      return {
        status: answer.statusCode,
        contentType: firstOf(answer.headers['content-type']) ?? '',
        retryAfter: firstOf(answer.headers['retry-after']),
        chunks: chunksOf(answer.body, url.host),
      };
    } catch (error) {
      throw networkFailure(error, url.host);
    }
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }
}

async function* chunksOf(body: AsyncIterable<Buffer>, host: string): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  try {
    for await (const chunk of body) yield decoder.decode(chunk, { stream: true });
  } catch (error) {
    throw networkFailure(error, host);
  }
  yield decoder.decode();
}

/** What is not known stays what it is: a bug. */
function networkFailure(error: unknown, about: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (UNSENT.has(code)) return new MbsFailure('unreachable', { about, cause: error });
  if (LOST.has(code)) return new MbsFailure('lost', { about, cause: error });
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL/.test(code)) {
    return new MbsFailure('insecure', { about, cause: error });
  }
  // Without the cause: it holds what was received.
  if (error instanceof errors.HTTPParserError) return new MbsFailure('not_data', { about: 'something unknown' });
  return error;
}

function firstOf(header: string | string[] | undefined): string | null {
  return (Array.isArray(header) ? header[0] : header) ?? null;
}
