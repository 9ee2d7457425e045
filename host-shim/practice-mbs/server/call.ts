import type { IncomingHttpHeaders } from 'node:http';
import { type CallRequest, urlOf } from '../../practice-server/call-request.ts';

/** One call to the API, taken apart. */
export interface Call {
  readonly method: string;
  /** The path behind `/api/` in the usual spelling, with `{id}` for what stands in the second place: `Users/{id}`. */
  readonly route: string;
  /** What stands there, decoded; empty when nothing does. */
  readonly id: string;
  readonly search: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly url: string;
}

const ACTIONS = [
  'Login',
  'Authenticate',
  'AddDestination',
  'CreateDestination',
  'EditDestination',
  'RemoveDestination',
];
const SPELLINGS: ReadonlyMap<string, string> = new Map(
  ['Provider', 'Users', 'Account', 'Companies', 'Packages', 'Destinations', 'Accounts', ...ACTIONS].map((word) => [
    word.toLowerCase(),
    word,
  ]),
);

/** Takes a request apart; `undefined` when it is not for the API. */
export function readCall(request: CallRequest, body: string): Call | undefined {
  const url = urlOf(request);
  const [, path] = /^\/api\/(.+)$/i.exec(url.pathname) ?? [];
  if (path === undefined) return undefined;
  const words = path.split('/').filter((word) => word !== '');
  const id = words[1] !== undefined && !isAction(words[1]) ? words[1] : undefined;
  return {
    method: request.method ?? 'GET',
    route: words.map((word, place) => (id !== undefined && place === 1 ? '{id}' : spelled(word))).join('/'),
    id: decoded(id ?? ''),
    search: url.searchParams,
    headers: request.headers,
    body,
    url: url.href,
  };
}

function isAction(word: string): boolean {
  return ACTIONS.includes(spelled(word));
}

function spelled(word: string): string {
  return SPELLINGS.get(word.toLowerCase()) ?? word;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray % is no code; the text is then what it looks like.
    return text;
  }
}
