import { afterEach } from 'vitest';
import {
  type PracticeAutotask,
  type PracticeAutotaskOptions,
  startPracticeAutotask,
} from '../../../host-shim/practice-autotask/practice-autotask.ts';

export type WireRow = Record<string, unknown> & {
  readonly id: number;
  readonly companyID: number;
  readonly companyName: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly emailAddress: string | null;
  readonly createDate: string;
  readonly lastModifiedDate: string;
  readonly isActive: number | boolean;
  readonly userDefinedFields: { name: string; value: string | null }[];
};

interface WireField {
  readonly name: string;
  readonly picklistValues: unknown[];
}

/** What the different answers hold; a test looks only at what its own answer has. */
interface WireBody {
  readonly items: WireRow[];
  readonly item: WireRow;
  readonly pageDetails: { count: number; requestCount: number; prevPageUrl: string | null; nextPageUrl: string | null };
  readonly queryCount: number;
  readonly errors: string[];
  readonly Message: string;
  readonly info: { userAccessForQuery: string | number };
  readonly fields: WireField[];
  readonly url: string;
  readonly ci: number;
  readonly currentTimeframeRequestCount: number;
  readonly results: unknown[];
  readonly counters: { total: number };
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: WireBody;
}

export const everything = { op: 'gte', field: 'id', value: 0 };

const running: PracticeAutotask[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((practice) => practice.close()));
});

/** Starts a small practice server without delays that ends with the test. */
export async function practice(options: Partial<PracticeAutotaskOptions> = {}): Promise<PracticeAutotask> {
  const started = await startPracticeAutotask({
    contacts: 400,
    seed: 1,
    ...options,
    switches: { slotReleaseMs: 0, ...options.switches },
  });
  running.push(started);
  return started;
}

export function loginHeaders(server: PracticeAutotask): Record<string, string> {
  const { username, secret, integrationCode } = server.credentials;
  return {
    UserName: username,
    Secret: secret,
    ApiIntegrationCode: integrationCode,
    'Content-Type': 'application/json',
  };
}

export async function send(url: string, init: RequestInit): Promise<WireAnswer> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parsed(text) };
}

function parsed(text: string): WireBody {
  try {
    return JSON.parse(text) as WireBody;
  } catch {
    // Bodies that are no JSON are looked at as texts.
    return undefined as unknown as WireBody;
  }
}

/** An address behind the version: `Contacts/query`. */
export function address(server: PracticeAutotask, path: string): string {
  return `${server.url}V1.0/${path}`;
}

export function get(server: PracticeAutotask, path: string, headers = loginHeaders(server)): Promise<WireAnswer> {
  return send(address(server, path), { headers });
}

export function post(
  server: PracticeAutotask,
  path: string,
  body: unknown,
  headers = loginHeaders(server),
): Promise<WireAnswer> {
  return send(address(server, path), { method: 'POST', headers, body: JSON.stringify(body) });
}

/** The first page of what a filter finds. */
export async function rows(server: PracticeAutotask, entity: string, ...filter: unknown[]): Promise<WireRow[]> {
  const answer = await post(server, `${entity}/query`, { filter });
  return answer.json.items;
}

/** Every row of a query, page by page, as a well-behaved client reads them. */
export async function allRows(
  server: PracticeAutotask,
  entity: string,
  body: Record<string, unknown>,
): Promise<WireRow[]> {
  const found: WireRow[] = [];
  for (let url: string | null = address(server, `${entity}/query`); url !== null; ) {
    const page = await send(url, { method: 'POST', headers: loginHeaders(server), body: JSON.stringify(body) });
    found.push(...page.json.items);
    url = page.json.pageDetails.nextPageUrl;
  }
  return found;
}
