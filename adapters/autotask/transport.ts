import { Agent, errors, request } from 'undici';
import type { Answer } from './answer.ts';
import { AutotaskFailure } from './autotask-failure.ts';

/** One HTTP request. */
interface Exchange {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

// A first connection took 11 s from afar, over undici's 10 s (autotask-api.md §5, seen in 1 client).
const CONNECT_TIMEOUT_MS = 20_000;
// Over a page of 500 whole rows many times; stops an answer that never ends.
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;
// Below the idle time after which IIS closes a connection (2 minutes by default).
const KEEP_ALIVE_MS = 30_000;

const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'UND_ERR_SOCKET',
]);
const TIMEOUT = new Set(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

/** Sends requests over connections that are kept; follows no redirect (undici's `request` never does by itself). */
export class Transport {
  readonly #agent = new Agent({
    connect: { timeout: CONNECT_TIMEOUT_MS },
    keepAliveTimeout: KEEP_ALIVE_MS,
    maxResponseSize: MAX_ANSWER_BYTES,
  });

  /** @throws AutotaskFailure when no whole answer came; the signal's reason when it is aborted */
  async send({ method, url, headers, body, timeoutMs, signal }: Exchange): Promise<Answer> {
    try {
      const answer = await request(url, {
        dispatcher: this.#agent,
        method,
        headers,
        body,
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
        signal,
      });
      return {
        status: answer.statusCode,
        contentType: firstOf(answer.headers['content-type']) ?? '',
        retryAfter: firstOf(answer.headers['retry-after']),
        date: firstOf(answer.headers['date']),
        text: await answer.body.text(),
      };
    } catch (error) {
      signal.throwIfAborted();
      throw networkFailure(error, url.host) ?? error;
    }
  }

  /** Ends the connections; calls still in flight fail. */
  async close(): Promise<void> {
    await this.#agent.destroy();
  }
}

function networkFailure(error: unknown, about: string): AutotaskFailure | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (NETWORK.has(code)) return new AutotaskFailure('unreachable', { about, cause: error });
  if (TIMEOUT.has(code)) return new AutotaskFailure('timed_out', { about, cause: error });
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL/.test(code)) {
    return new AutotaskFailure('insecure', { about, cause: error });
  }
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') {
    return new AutotaskFailure('bad_page', { about: 'it does not end', cause: error });
  }
  // Without the cause: it holds what was received.
  if (error instanceof errors.HTTPParserError) return new AutotaskFailure('not_data', { about: 'something unknown' });
  return null;
}

function firstOf(header: string | string[] | undefined): string | null {
  return (Array.isArray(header) ? header[0] : header) ?? null;
}
