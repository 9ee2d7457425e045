import { type Answer as AnyAnswer, JSON_HEADERS, jsonAnswer } from '../../practice-server/answer.ts';
import type { PracticeSwitches } from '../switches.ts';

/** Long lists come in parts that are made while they are sent. */
export type Answer = AnyAnswer<string | Iterable<string>>;

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
