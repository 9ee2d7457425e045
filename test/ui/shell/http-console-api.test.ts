import { fixture, html, waitUntil } from '@open-wc/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ApiProblem } from '../../../host-shim/shell/api/api-problem.ts';
import { HttpConsoleApi } from '../../../host-shim/shell/api/http-console-api.ts';
import '../../../host-shim/shell/console-shell.ts';
import { button, dialogs, expectAccessible, field, focused, type, untilShown } from './on-screen.ts';

const SESSION = { csrfToken: 'token-1', user: { id: 'a', email: 'admin@msp.example', name: 'Administrator' } };
const browserFetch = globalThis.fetch;

let asked: { method: string; path: string; headers: Record<string, string>; body: unknown }[];
let answers: Record<string, () => Response>;
let signedOut: number;
let signIn: () => void;
let api: HttpConsoleApi;

beforeEach(() => {
  asked = [];
  answers = { '/session': () => Response.json(SESSION) };
  signedOut = 0;
  api = new HttpConsoleApi(() => {
    signedOut += 1;
    return new Promise((resolve) => (signIn = resolve));
  });
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
    await new HttpConsoleApi(() => Promise.resolve()).signIn({ email: 'admin@msp.example', password: 'secret' });
    await waitUntil(() => api.requestHeaders()['x-csrf-token'] === 'token-2');
  });

  it('asks for lists page by page', async () => {
    answers['/console/users'] = () => Response.json({ items: [], next: null, total: 0 });
    await api.users({ q: 'a b', after: 'next page' });
    expect(asked.at(-1)?.path).toBe('/console/users?q=a+b&limit=100&after=next+page');
    await api.users({ q: '', after: null });
    expect(asked.at(-1)?.path).toBe('/console/users?limit=100');
  });

  it('takes nobody signed in for an answer', async () => {
    answers['/session'] = problem(401, 'signed_out');
    expect(await api.session()).toBe(null);
    expect(signedOut).toBe(0);
  });

  it('goes on with what was asked once somebody has signed in again, but repeats no write', async () => {
    answers['/console/plugins'] = problem(401, 'signed_out');
    const plugins = api.plugins();
    await waitUntil(() => signedOut === 1);
    answers['/console/plugins'] = () => Response.json({ items: [], next: null });
    signIn();
    expect(await plugins).toEqual({ items: [], next: null });

    answers['/console/companies'] = problem(401, 'signed_out');
    expect(await failureOf(api.addCompany('x'))).toMatchObject({ code: 'signed_out', status: 401 });
    expect(signedOut).toBe(2);
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('signs out whoever is signed out already', async () => {
    answers['/session'] = problem(401, 'signed_out');
    await api.signOut();
    expect(signedOut).toBe(0);
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
  it('asks to sign in again when the session has ended meanwhile, and shows the page asked for', async () => {
    answers['/console/companies'] = problem(401, 'signed_out');
    const shell = await fixture(html`<console-shell .path=${'/companies'}></console-shell>`);
    await untilShown(shell, 'You have been signed out.');
    await waitUntil(() => focused() === field(shell, 'Email'));
    await expectAccessible(shell);
    answers['/console/companies'] = () => Response.json({ items: [{ id: '1', name: 'Quay Dental' }], next: null });
    signInOn(shell);
    await untilShown(shell, 'Quay Dental');
    await waitUntil(() => dialogs(shell).length === 0);
  });

  it('keeps what was typed when the session ends before it is saved', async () => {
    answers['/console/companies'] = () => Response.json({ items: [], next: null });
    const shell = await fixture(html`<console-shell .path=${'/companies'}></console-shell>`);
    await untilShown(shell, 'No companies yet');
    button(shell, 'Add company').click();
    await waitUntil(() => dialogs(shell).length === 1);
    type(field(shell, 'Name'), 'New Ventures');
    answers['/console/companies'] = problem(401, 'signed_out');
    button(shell, 'Save').click();
    await untilShown(shell, 'You have been signed out.');
    dialogs(shell).at(-1)?.dispatchEvent(new Event('close'));
    expect(dialogs(shell)).toHaveLength(2);

    signInOn(shell);
    await waitUntil(() => dialogs(shell).length === 1);
    expect(field(shell, 'Name').value).toBe('New Ventures');
    await untilShown(shell, 'You were signed out before this could be saved.');
    answers['/console/companies'] = () => Response.json({ id: '1', items: [], next: null });
    button(shell, 'Save').click();
    await untilShown(shell, 'New Ventures was added.');
  });
});

function signInOn(shell: Element): void {
  type(field(shell, 'Email'), 'admin@msp.example');
  type(field(shell, 'Password'), 'secret');
  button(shell, 'Sign in').click();
}
