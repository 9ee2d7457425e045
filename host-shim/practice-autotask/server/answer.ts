import type { PracticeSwitches } from '../switches.ts';

/** What goes back over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Ends the connection instead of answering, or in the middle of the body. */
  readonly breaksOff?: 'before' | 'midway';
}

const JSON_TYPE = 'application/json; charset=utf-8';

export function jsonAnswer(status: number, value: unknown): Answer {
  return { status, headers: { 'content-type': JSON_TYPE }, body: JSON.stringify(value) };
}

/**
 * Refusals come as HTTP 500 with texts, whatever their kind (autotask-api.md §6, seen in 7
 * clients).
 */
export function refusalAnswer(text: string): Answer {
  return jsonAnswer(500, { errors: [text] });
}

/** Routing errors of ASP.NET have a capital M (autotask-api.md §6, seen in 3 clients). */
export function routingAnswer(status: 404 | 405, text: string): Answer {
  return jsonAnswer(status, { Message: text });
}

export function notFoundAnswer(url: string): Answer {
  return routingAnswer(404, `No HTTP resource was found that matches the request URI '${url}'.`);
}

export function wrongMethodAnswer(method: string): Answer {
  return routingAnswer(405, `The requested resource does not support http method '${method}'.`);
}

/** A refused login has no body at all (autotask-api.md §2.2, seen in 1 client live). */
export function unauthorizedAnswer(zone: number): Answer {
  return { status: 401, headers: { 'www-authenticate': `Basic Realm="webservices${zone}"` }, body: '' };
}

export function htmlAnswer(status: number, title: string, text: string): Answer {
  const head = `<title>${title}</title>`;
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!DOCTYPE html>\n<html><head>${head}</head><body><h1>${title}</h1><p>${text}</p></body></html>\n`,
  };
}

/**
 * The thread limit's refusal, whose text counts more than its status (autotask-api.md §5,
 * documented).
 */
export function threadRefusalAnswer(switches: PracticeSwitches): Answer {
  const { threadLimit, threadRefusalStatus, retryAfterSeconds } = switches;
  const refusal = jsonAnswer(threadRefusalStatus, {
    errors: [`The Autotask API thread threshold of ${threadLimit} threads has been exceeded.`],
  });
  if (retryAfterSeconds === null) return refusal;
  return { ...refusal, headers: { ...refusal.headers, 'retry-after': String(retryAfterSeconds) } };
}
