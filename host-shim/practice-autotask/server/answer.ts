import { type Answer, jsonAnswer } from '../../practice-server/answer.ts';
import type { PracticeSwitches } from '../switches.ts';

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
