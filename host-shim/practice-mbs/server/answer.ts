import type { PracticeSwitches } from '../switches.ts';

/** What goes back over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Long lists come in parts that are made while they are sent. */
  readonly body: string | Iterable<string>;
  /** Ends the connection instead of answering, or in the middle of the body. */
  readonly breaksOff?: 'before' | 'midway';
}

const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' };

export function jsonAnswer(status: number, value: unknown): Answer {
  return { status, headers: JSON_HEADERS, body: JSON.stringify(value) };
}

export function listAnswer(body: Iterable<string>): Answer {
  return { status: 200, headers: JSON_HEADERS, body };
}

export function nothingAnswer({ nothingReturned }: PracticeSwitches): Answer {
  return { status: nothingReturned === 'status_204' ? 204 : 200, headers: {}, body: '' };
}

export function messageAnswer(status: number, text: string, { messageSpelling }: PracticeSwitches): Answer {
  return jsonAnswer(status, { [messageSpelling]: text });
}

/** Seen as 401 and as 403 (mbs.md §3.4, 1 client each). */
export function badTokenAnswer(switches: PracticeSwitches): Answer {
  const status = switches.badToken === 'status_401' ? 401 : 403;
  return messageAnswer(status, 'Authorization has been denied for this request.', switches);
}

export function tooManyAnswer(switches: PracticeSwitches): Answer {
  const answer = messageAnswer(429, 'Too many requests.', switches);
  if (switches.retryAfterSeconds === null) return answer;
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(switches.retryAfterSeconds) } };
}

export function htmlAnswer(status: number, title: string, text: string): Answer {
  const head = `<title>${title}</title>`;
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!DOCTYPE html>\n<html><head>${head}</head><body><h1>${title}</h1><p>${text}</p></body></html>\n`,
  };
}
