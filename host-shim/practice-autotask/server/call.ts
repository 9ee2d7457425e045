import type { IncomingHttpHeaders } from 'node:http';
import { type CallRequest, urlOf } from '../../practice-server/call-request.ts';

/** One call to the REST interface, taken apart. */
export interface Call {
  readonly method: string;
  /**
   * The path behind the version, in the usual spelling, with `{id}` for numbers:
   * `Contacts/query/next`.
   */
  readonly route: string;
  readonly id: number;
  readonly search: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The zone that the address names; the home zone when it names none. */
  readonly zone: number | undefined;
  /** `http://host/ATServicesRest/` as this call's address has it. */
  readonly base: string;
  readonly url: string;
}

const SPELLINGS = new Map(
  [
    'Contacts',
    'Companies',
    'query',
    'next',
    'count',
    'entityInformation',
    'fields',
    'userDefinedFields',
    'ThresholdInformation',
    'Version',
    'zoneInformation',
    'VersionInformation',
  ].map((word) => [word.toLowerCase(), word]),
);

/** Takes a request apart; `undefined` when it is not for the REST interface. */
export function readCall(request: CallRequest, body: string): Call | undefined {
  const url = urlOf(request);
  const rest = readRestPath(url.pathname);
  if (rest === undefined) return undefined;
  return {
    ...rest,
    base: `${url.origin}${rest.base}`,
    method: request.method ?? 'GET',
    search: url.searchParams,
    headers: request.headers,
    body,
    url: url.href,
  };
}

/** Whether the route answers a page of rows, which takes Autotask longer than anything else. */
export function isPageRoute(route: string): boolean {
  return /\/query(\/next)?$/.test(route) || route === 'Companies/{id}/Contacts';
}

type RestPath = Pick<Call, 'base' | 'zone' | 'route' | 'id'>;

/** Paths are matched whatever their letter case (autotask-api.md §1, seen in 6 clients). */
function readRestPath(path: string): RestPath | undefined {
  const match = /^(\/(?:webservices(\d+)\/)?atservicesrest\/)(?:(v1\.0)\/)?(.*)$/i.exec(path);
  if (match === null) return undefined;
  const [, base = '', zone, version, rest = ''] = match;
  const words = rest.split('/').filter((word) => word !== '');
  const isVersionCall = words.length === 1 && words[0]?.toLowerCase() === 'versioninformation';
  if ((version === undefined) !== isVersionCall) return undefined;
  const number = words.find((word) => /^\d+$/.test(word));
  return {
    base,
    zone: zone === undefined ? undefined : Number(zone),
    route: words.map((word) => (/^\d+$/.test(word) ? '{id}' : (SPELLINGS.get(word.toLowerCase()) ?? word))).join('/'),
    id: number === undefined ? Number.NaN : Number(number),
  };
}
