import { afterEach, describe, expect, it } from 'vitest';
import { ApiProblem } from '../../../../plugin-ui/api/api-problem.ts';
import { HttpPluginApi } from '../../../../plugin-ui/api/http-plugin-api.ts';

const originalFetch = globalThis.fetch;

/** Answers every request the same way, and notes the requests. */
function answering(answer: () => Response | Promise<Response>): Request[] {
  const requests: Request[] = [];
  globalThis.fetch = async (input, init) => {
    requests.push(new Request(new URL(input as string, 'http://console.example'), init));
    return answer();
  };
  return requests;
}

const api = new HttpPluginApi({
  base: '/plugins/autotask/',
  requestHeaders: () => ({ 'x-csrf-token': 'token' }),
});

async function problemOf(call: Promise<unknown>): Promise<ApiProblem> {
  const caught: unknown = await call.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(caught instanceof ApiProblem)) throw new Error('no problem was thrown');
  return caught;
}

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}

describe('HttpPluginApi', () => {
  afterEach(() => {
    globalThis.fetch = originalFetch;
  });

  it('reads under the base, with the query as the server wants it', async () => {
    const requests = answering(() => json({ items: [], next: null }));
    await api.contacts({ active: true, sort: '-email', at: 200, limit: 100, totals: false, q: 'ann & co' });
    const url = new URL(requests[0]!.url);
    expect(url.pathname).toBe('/plugins/autotask/api/contacts');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      active: 'true',
      sort: '-email',
      at: '200',
      limit: '100',
      totals: 'false',
      q: 'ann & co',
    });
    expect(requests[0]!.headers.get('x-csrf-token')).toBe(null);
  });

  it('asks for a refresh of a kind, or leaves the choice to the server', async () => {
    const requests = answering(() => json({ runId: 'r' }, 202));
    await api.startRefresh();
    await api.startRefresh('full');
    expect(await Promise.all(requests.map((request) => request.json()))).toEqual([{}, { mode: 'full' }]);
  });

  it('reads the forecast, and releases and cancels a run by its id', async () => {
    const requests = answering(() => json({}));
    await api.forecast();
    await api.releaseRun('a/b');
    await api.cancelRun('a/b');
    expect(requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).toEqual([
      'GET /plugins/autotask/api/refreshes/forecast',
      'POST /plugins/autotask/api/runs/a%2Fb/release',
      'POST /plugins/autotask/api/runs/a%2Fb/cancel',
    ]);
  });

  it('forgets the connection, and takes nothing but the word for it', async () => {
    const requests = answering(() => new Response(null, { status: 204 }));
    await api.forgetConnection();
    expect(`${requests[0]!.method} ${new URL(requests[0]!.url).pathname}`).toBe(
      'DELETE /plugins/autotask/api/connection',
    );
    expect(requests[0]!.headers.get('x-csrf-token')).toBe('token');
    answering(() => new Response('<h1>Sign in</h1>'));
    expect((await problemOf(api.forgetConnection())).code).toBe('bad_answer');
  });

  it('pages through the items of a run, and says where they are as a file', async () => {
    const requests = answering(() => json({ items: [], next: null }));
    await api.runItems('a/b', { outcome: 'failed', after: 'c', limit: 50 });
    await api.runItems('a/b', { limit: 50 });
    expect(requests.map(({ url }) => new URL(url).href.replace('http://console.example/plugins/autotask', ''))).toEqual(
      ['/api/runs/a%2Fb/items?outcome=failed&after=c&limit=50', '/api/runs/a%2Fb/items?limit=50'],
    );
    expect(api.runItemsFile('a/b', {})).toBe('/plugins/autotask/api/runs/a%2Fb/items.csv');
    expect(api.runItemsFile('a/b', { outcome: 'failed' })).toMatch(/items\.csv\?outcome=failed$/);
  });

  it('says where the list is as a file, with nothing but the filter and the order in the address', () => {
    const file = api.contactsFile({ active: true, q: 'a & b', sort: '-account' });
    expect(file).toBe('/plugins/autotask/api/contacts.csv?active=true&q=a+%26+b&sort=-account');
  });

  it('sends the host’s headers with writes', async () => {
    const requests = answering(() => json({ updated: 1 }));
    await api.assign({ selection: { ids: ['1'] }, destinationId: null });
    expect(requests[0]!.method).toBe('PATCH');
    expect(requests[0]!.headers.get('x-csrf-token')).toBe('token');
    expect(requests[0]!.headers.get('content-type')).toBe('application/json');
    expect(await requests[0]!.json()).toEqual({ selection: { ids: ['1'] }, destinationId: null });
    expect(requests[0]!.headers.get('idempotency-key')).toBe(null);
  });

  it('gives every start of work a key of its own', async () => {
    const requests = answering(() => json({ runId: 'r' }, 202));
    await api.startRefresh();
    await api.startImport({ selection: { ids: ['1'] }, fingerprint: 'f' });
    await api.retryFailed('a/b');
    expect(new URL(requests[2]!.url).pathname).toBe('/plugins/autotask/api/runs/a%2Fb/retry-failed');
    const keys = requests.map(({ headers }) => headers.get('idempotency-key'));
    expect(keys.every((key) => key !== null && key.length > 20)).toBe(true);
    expect(new Set(keys)).toHaveProperty('size', 3);
  });

  it('passes a refusal on with its code and detail', async () => {
    const problem = { type: 'about:blank', title: 'T', status: 422, code: 'package_unknown', detail: 'D', id: 'i' };
    answering(() => json(problem, 422));
    const { status, code, detail, id } = await problemOf(api.packages());
    expect({ status, code, detail, id }).toEqual({ status: 422, code: 'package_unknown', detail: 'D', id: 'i' });
  });

  it('tells a lost request from a bad answer', async () => {
    answering(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await problemOf(api.connection())).toMatchObject({ status: 0, code: 'network' });
    answering(() => new Response('<h1>Bad Gateway</h1>', { status: 502 }));
    expect(await problemOf(api.connection())).toMatchObject({ status: 502, code: 'bad_answer' });
    answering(() => new Response('<h1>Sign in</h1>'));
    expect(await problemOf(api.connection())).toMatchObject({ status: 200, code: 'bad_answer' });
    answering(() => json({ error: 'no problem of ours' }, 500));
    expect(await problemOf(api.connection())).toMatchObject({ status: 500, code: 'bad_answer' });
  });

  it('takes a truncated answer for bad rather than for less', async () => {
    answering(() => new Response('{"items":[{"id":"1"}'));
    expect((await problemOf(api.contacts({}))).code).toBe('bad_answer');
  });

  it('knows that nobody is signed in, whatever the answer looks like', async () => {
    answering(() => new Response('Unauthorized', { status: 401 }));
    expect((await problemOf(api.runs(5))).isSignedOut).toBe(true);
  });
});
