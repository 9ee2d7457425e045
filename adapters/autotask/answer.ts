import { AutotaskFailure } from './autotask-failure.ts';
import { ENTITY_WORD, type Endpoint, type Entity } from './entity.ts';

/** An HTTP answer, read to its end. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly retryAfter: string | null;
  /** The `Date` header as it came. */
  readonly date: string | null;
  readonly text: string;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Gives the data of an answer, or throws what is wrong with it.
 *
 * Neither the status nor the body decides alone: 500 with `errors` is a refusal, 200 can be a web page
 * (autotask-api.md §6, seen in 7 clients).
 *
 * @param endpoint - null for a call that carries no credentials
 */
export function dataOf(answer: Answer, endpoint: Endpoint | null): JsonObject {
  const { status, retryAfter } = answer;
  const entity = endpoint === 'ThresholdInformation' ? null : endpoint;
  if (status === 401 && endpoint !== null) throw new AutotaskFailure('sign_in_refused');
  if (status >= 300 && status < 400) throw new AutotaskFailure('redirected', { about: String(status) });
  const json = jsonOf(answer);
  const words = errorWords(json);
  if (isThreadRefusal(status, words, answer.text)) throw new AutotaskFailure('thread_limit', { retryAfter });
  if (status === 429) throw new AutotaskFailure('hour_limit', { retryAfter });
  if (words !== '') throw refusal(words, entity);
  if (status >= 200 && status < 300) {
    if (status === 200 && json !== null) return json;
    throw new AutotaskFailure('not_data', { about: formOf(answer) });
  }
  // Documented, though 500 is what really comes (autotask-api.md §2.2).
  if (status === 403 && entity !== null && !isHtml(answer)) throw forbidden(entity);
  if (status === 408 || status >= 500) throw new AutotaskFailure('down', { about: String(status), retryAfter });
  throw new AutotaskFailure('unexpected_status', { about: String(status) });
}

function refusal(words: string, entity: Entity | null): AutotaskFailure {
  if (/IntegrationCode is invalid/i.test(words)) return new AutotaskFailure('integration_code_invalid');
  if (/Zone information could not be determined/i.test(words)) return new AutotaskFailure('username_unknown');
  if (entity !== null && /adequate permissions/i.test(words)) return forbidden(entity);
  return new AutotaskFailure('query_refused', { about: words });
}

function forbidden(entity: Entity): AutotaskFailure {
  return new AutotaskFailure('forbidden', { about: ENTITY_WORD[entity] });
}

/** May come with any status, so its words count (autotask-api.md §5); rows are not searched for them. */
function isThreadRefusal(status: number, words: string, text: string): boolean {
  return /thread threshold|Itgenatr005/i.test(status === 200 ? words : text);
}

function jsonOf({ contentType, text }: Answer): JsonObject | null {
  if (!/^application\/([\w.-]+\+)?json\b/i.test(contentType)) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : null;
  } catch {
    return null; // Truncated, or no JSON at all: the caller says so.
  }
}

/** The vendor's own words, short enough for a sentence; "" when the answer holds no `errors`. */
function errorWords(json: JsonObject | null): string {
  const errors = json?.['errors'];
  if (!Array.isArray(errors) || errors.length === 0) return '';
  const words = errors.map((error) => (typeof error === 'string' ? error : 'no words')).join(' ');
  return words.replace(/\s+/g, ' ').trim().slice(0, 300) || 'no words';
}

function formOf(answer: Answer): string {
  if (answer.text.trim() === '') return 'nothing';
  return isHtml(answer) ? 'a web page' : 'something broken off or unknown';
}

function isHtml({ contentType, text }: Answer): boolean {
  return /html/i.test(contentType) || /^\s*<(!doctype|html)/i.test(text);
}
