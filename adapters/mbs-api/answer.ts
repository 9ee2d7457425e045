import { ArrayScanner } from './array-scanner.ts';
import { fieldOf, isJsonObject, type JsonObject } from './json.ts';
import { MbsFailure } from './mbs-failure.ts';
import { storable } from './storable.ts';
import type { Answer } from './transport.ts';

// Over the answer to any call but a list.
const LONGEST_TEXT = 1024 * 1024;
const LONGEST_WORDS = 300;

/** What a call is told: its data, or the sentence that says what is wrong with it. Undefined when it is told nothing. */
export async function dataOf(answer: Answer, secrets: readonly string[]): Promise<unknown> {
  const text = await textOf(answer);
  const data = jsonOf(answer, text);
  if (!isSuccess(answer)) throw failureOf(answer, withoutSecrets(wordsIn(data), secrets));
  // Nothing at all is the answer to some writes (mbs.md §3.2).
  if (data === undefined && text.trim() !== '') throw notData(answer, text);
  const sentence = sentenceOf(data);
  return sentence === undefined ? data : withoutSecrets(sentence, secrets);
}

/** The items of a list, batch by batch as they arrive. @throws MbsFailure unless the whole list has come */
export async function* listItems(
  answer: Answer,
  secrets: readonly string[],
): AsyncGenerator<readonly JsonObject[], void, undefined> {
  if (!isSuccess(answer)) await dataOf(answer, secrets);
  const scanner = new ArrayScanner();
  for await (const chunk of answer.chunks) {
    const items = scanner.take(chunk).map(itemOf);
    if (items.length > 0) yield items;
  }
  scanner.end();
}

function itemOf(text: string): JsonObject {
  const item = parsed(text);
  if (isJsonObject(item)) return item;
  throw new MbsFailure('not_data', { about: 'something broken off or unknown' });
}

async function textOf({ chunks }: Answer): Promise<string> {
  let text = '';
  for await (const chunk of chunks) {
    text += chunk;
    if (text.length > LONGEST_TEXT) throw new MbsFailure('not_data', { about: 'something without end' });
  }
  return text;
}

/** Undefined when it is no JSON. */
function jsonOf({ contentType }: Answer, text: string): unknown {
  return /html/i.test(contentType) ? undefined : parsed(text);
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined; // Truncated, or no JSON at all: the caller says so.
  }
}

function failureOf({ status, retryAfter }: Answer, words: string): MbsFailure {
  const about = String(status);
  if (status < 400) return new MbsFailure('redirected', { about });
  // 401, or 403, also for a right that is missing (mbs.md §3.4, seen in clients).
  if (status === 401 || status === 403) return new MbsFailure('token_refused', { about: words });
  if (status === 429) return new MbsFailure('throttled', { retryAfter });
  if (status === 408 || status >= 500) return new MbsFailure('down', { about, retryAfter });
  return new MbsFailure('refused', { about: words });
}

/** What is wrong, with 200: a bare text (mbs.md §0.1), or the error body of other statuses (§3.4), which is no row. */
function sentenceOf(data: unknown): string | undefined {
  const isRow = isJsonObject(data) && fieldOf(data, 'ID') !== undefined;
  const said = isJsonObject(data) && !isRow ? fieldOf(data, 'Message') : data;
  return typeof said === 'string' ? said : undefined;
}

/** The words of an error body, whose key varies (mbs.md §3.4); "" when it has none. */
function wordsIn(data: unknown): string {
  if (typeof data === 'string') return data;
  if (!isJsonObject(data)) return '';
  const words = ['Message', 'error_description', 'error'].map((key) => fieldOf(data, key));
  return words.find((value) => typeof value === 'string') ?? '';
}

/** An answer may repeat what was sent to it; such words are not passed on. The others in one short line. */
function withoutSecrets(words: string, secrets: readonly string[]): string {
  if (secrets.some((secret) => secret !== '' && words.includes(secret))) return 'Its words are not repeated here.';
  return storable(words.replace(/\s+/gu, ' ').trim().slice(0, LONGEST_WORDS));
}

function notData({ contentType }: Answer, text: string): MbsFailure {
  const isPage = /html/i.test(contentType) || /^\s*<(!doctype|html)/i.test(text);
  return new MbsFailure('not_data', { about: isPage ? 'a web page' : 'something broken off or unknown' });
}

function isSuccess({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}
