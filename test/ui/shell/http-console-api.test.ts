import { fixture, html, waitUntil } from '@open-wc/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ApiProblem } from '../../../host-shim/shell/api/api-problem.ts';
import { HttpConsoleApi } from '../../../host-shim/shell/api/http-console-api.ts';
import '../../../host-shim/shell/console-shell.ts';
import { findAll, untilShown } from './on-screen.ts';

const SESSION = { csrfToken: 'token-1', user: { id: 'a', email: 'admin@msp.example', name: 'Administrator' } };
const browserFetch = globalThis.fetch;

let asked: { method: string; path: string; headers: Record<string, string>; body: unknown }[];
let answers: Record<string, () => Response>;
let signedOut: number;
let api: HttpConsoleApi;

beforeEach(() => {
  asked = [];
  answers = { '/session': () => Response.json(SESSION) };
  signedOut = 0;
  api = new HttpConsoleApi(() => (signedOut += 1));
  globalThis.fetch = (input, init) => {
    const path = input as string;
    const { method = 'GET', headers, body } = init ?? {};
    asked.push({ method, path, headers: headers as Record<string, string>, body });
    const answer = answers[path.split('?')[0] ?? ''];
    return answer === undefined ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(answer());
  };
});
afterEach(() => {
  globalThis.fetch = browserFetch;
});

const problem = (status: number, code: string, field?: string) => () =>
  Response.json({ type: 'x', title: 'x', status, code, detail: 'Says why.', id: '1', field }, { status });

async function failureOf(call: Promise<unknown>): Promise<ApiProblem> {
  const failure: unknown = await call.then(
    () => null,
    (error: unknown) => error,
  );
  if (failure instanceof ApiProblem) return failure;
  throw new Error('It did not fail as it should.');
}

describe('HttpConsoleApi', () => {
  it('sends the token of the session with every call', async () => {
    await api.session();
    answers['/console/companies'] = () => Response.json({ id: '1', name: 'New' }, { status: 201 });
    await api.addCompany('New');
    expect(asked.at(-1)).toEqual({
      method: 'POST',
      path: '/console/companies',
      headers: { 'x-csrf-token': 'token-1', 'content-type': 'application/json' },
      body: '{"name":"New"}',
    });
    expect(api.requestHeaders()).toEqual({ 'x-csrf-token': 'token-1' });
  });

  it('takes up the token of a sign-in in another tab', async () => {
    await api.session();
    answers['/session'] = () => Response.json({ ...SESSION, csrfToken: 'token-2' });
    await new HttpConsoleApi(() => undefined).signIn({ email: 'admin@msp.example', password: 'secret' });
    await waitUntil(() => api.requestHeaders()['x-csrf-token'] === 'token-2');
  });

  it('asks for lists page by page', async () => {
    answers['/console/users'] = () => Response.json({ items: [], next: null, total: 0 });
    await api.users({ q: 'a b', after: 'next page' });
    expect(asked.at(-1)?.path).toBe('/console/users?q=a+b&limit=500&after=next+page');
    await api.users({ q: '', after: null });
    expect(asked.at(-1)?.path).toBe('/console/users?limit=500');
  });

  it('takes nobody signed in for an answer, and the end of a session for news', async () => {
    answers['/session'] = problem(401, 'signed_out');
    expect(await api.session()).toBe(null);
    expect(signedOut).toBe(0);
    answers['/console/plugins'] = problem(401, 'signed_out');
    expect(await failureOf(api.plugins())).toMatchObject({ code: 'signed_out', status: 401 });
    expect(signedOut).toBe(1);
  });

  it('fails with the words of the server, or better ones, or with words for no answer at all', async () => {
    answers['/console/users/1'] = problem(400, 'invalid_request', 'email');
    expect(await failureOf(api.deleteUser('1'))).toMatchObject({ message: 'Says why.', field: 'email' });
    answers['/console/users/1'] = problem(409, 'email_taken');
    expect((await failureOf(api.deleteUser('1'))).message).toBe('Another user has this email already.');
    answers['/console/users/1'] = () => new Response('<html>', { status: 502 });
    expect(await failureOf(api.deleteUser('1'))).toMatchObject({ code: 'unreadable', status: 502 });
    delete answers['/console/users/1'];
    expect(await failureOf(api.deleteUser('1'))).toMatchObject({ code: 'unreachable' });
  });
});

describe('console-shell', () => {
  it('asks to sign in again when the session has ended meanwhile', async () => {
    answers['/console/companies'] = problem(401, 'signed_out');
    const shell = await fixture(html`<console-shell .path=${'/companies'}></console-shell>`);
    await untilShown(shell, 'Sign in');
    await waitUntil(() => findAll(shell, 'console-sign-in').length === 1);
  });
});
