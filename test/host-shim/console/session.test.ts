import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdministratorStore } from '../../../host-shim/console/administrator-store.ts';
import { hashPassword } from '../../../host-shim/console/password.ts';
import { ADMINISTRATOR, cookieOf, openConsole, type TestConsole } from './open-console.ts';

let console_: TestConsole;
beforeAll(async () => {
  console_ = await openConsole();
});
afterAll(() => console_.close());

const signIn = (payload: object) => console_.app.inject({ method: 'POST', url: '/session', payload });

describe('session', () => {
  it('gives a token, the user and a cookie that scripts and other sites cannot use', async () => {
    const response = await signIn(ADMINISTRATOR);

    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({
      csrfToken: expect.stringMatching(/^[\w-]{32}$/) as string,
      user: { id: expect.any(String) as string, email: ADMINISTRATOR.email, name: 'Administrator' },
      managedBackup: 'own',
    });
    expect(response.cookies).toEqual([
      expect.objectContaining({ name: 'console_session', httpOnly: true, sameSite: 'Strict', path: '/' }),
    ]);
  });

  it('takes the email whatever its case and padding, but not the password', async () => {
    expect((await signIn({ ...ADMINISTRATOR, email: '  ADMIN@msp.Example ' })).statusCode).toBe(200);
    const padded = await signIn({ ...ADMINISTRATOR, password: ` ${ADMINISTRATOR.password}` });
    expect(padded.statusCode).toBe(401);
    expect(padded.json()).toMatchObject({ code: 'sign_in_refused', detail: 'The email or the password is wrong.' });
  });

  it('says the same of an unknown email as of a wrong password', async () => {
    const unknown = await signIn({ email: 'nobody@msp.example', password: 'x' });
    const wrong = await signIn({ email: ADMINISTRATOR.email, password: 'x' });
    expect(unknown.json()).toMatchObject({ status: 401, detail: wrong.json<{ detail: string }>().detail });
  });

  it('answers the same again for the cookie, and a problem without one', async () => {
    const first = await signIn(ADMINISTRATOR);
    const again = await console_.app.inject({ url: '/session', headers: { cookie: cookieOf(first) } });
    expect(again.json()).toEqual(first.json());
    expect((await console_.askSignedOut('GET', '/session')).json()).toMatchObject({ status: 401, code: 'signed_out' });
  });

  it('ends at sign-out, for a copy of its cookie, too; other sign-ins go on', async () => {
    const signedIn = await signIn(ADMINISTRATOR);
    const cookie = cookieOf(signedIn);
    const headers = { cookie, 'x-csrf-token': signedIn.json<{ csrfToken: string }>().csrfToken };
    const response = await console_.app.inject({ method: 'DELETE', url: '/session', headers });
    expect(response.statusCode).toBe(204);
    expect(response.cookies).toEqual([expect.objectContaining({ name: 'console_session', value: '', maxAge: 0 })]);
    for (const url of ['/session', '/console/users']) {
      expect((await console_.app.inject({ url, headers: { cookie } })).json()).toMatchObject({ code: 'signed_out' });
    }
    const write = { method: 'POST', url: '/console/companies', headers, payload: { name: 'Copied' } } as const;
    expect((await console_.app.inject(write)).statusCode).toBe(401);
    expect((await console_.ask('GET', '/session')).statusCode).toBe(200);
  });

  it('is forgotten once it has run out', async () => {
    const administrator = await new AdministratorStore(console_.knex).findFirst();
    const past = { id: 'old', administrator_id: administrator!.id, expires_at: '2020-01-01T00:00:00.000Z' };
    await console_.knex('console_sign_in').insert(past);
    await signIn(ADMINISTRATOR);
    expect(await console_.knex('console_sign_in').where({ id: 'old' })).toEqual([]);
  });

  it('ends when the password changes', async () => {
    const other = await openConsole();
    const administrators = new AdministratorStore(other.knex);
    const administrator = await administrators.findFirst();
    await administrators.change(administrator!.id, { passwordHash: await hashPassword('another') });
    expect((await other.ask('GET', '/session')).statusCode).toBe(401);
    await other.close();
  });

  it('treats a cookie that somebody made up as none', async () => {
    for (const cookie of ['console_session=x', 'console_session=YWJj%3BYWJj', 'console_session=']) {
      expect((await console_.app.inject({ url: '/session', headers: { cookie } })).statusCode).toBe(401);
    }
  });

  it('lets a script try a hundred times in a row', async () => {
    for (let attempt = 0; attempt < 100; attempt += 1) await signIn({});
    expect((await signIn(ADMINISTRATOR)).statusCode).toBe(200);
  });
});

describe('guessing', () => {
  it('comes to an end, told as a problem', async () => {
    const guessed = await openConsole();
    const guess = () => guessed.app.inject({ method: 'POST', url: '/session', payload: {} });
    let refused = await guess();
    for (let attempt = 0; attempt < 200; attempt += 1) refused = await guess();
    expect(refused.json()).toMatchObject({ status: 429, code: 'too_many_attempts' });
    expect(refused.headers['retry-after']).toMatch(/^\d+$/);
    await guessed.close();
  });
});

describe('write guard', () => {
  const write = (headers: Record<string, string>, url: string) =>
    console_.app.inject({ method: 'POST', url, headers, payload: { name: 'Guarded' } });

  it.each(['/console/companies', '/plugins/autotask/echo', '/nowhere'])('asks for the token at %s', async (url) => {
    const cookie = cookieOf(await signIn(ADMINISTRATOR));
    for (const headers of [{ cookie }, { cookie, 'x-csrf-token': 'wrong' }, { cookie, 'x-csrf-token': '' }]) {
      const response = await write(headers, url);
      expect(response.statusCode).toBe(403);
      expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(response.json()).toMatchObject({ code: 'csrf_token_wrong', status: 403 });
    }
    expect((await write({}, url)).json()).toMatchObject({ code: 'signed_out', status: 401 });
  });

  it('refuses the token of another session', async () => {
    const other = (await signIn(ADMINISTRATOR)).json<{ csrfToken: string }>().csrfToken;
    const cookie = cookieOf(await signIn(ADMINISTRATOR));
    expect((await write({ cookie, 'x-csrf-token': other }, '/console/companies')).statusCode).toBe(403);
  });

  it('lets the plugin have its writes and reads once the token is right', async () => {
    expect((await console_.ask('POST', '/plugins/autotask/echo', { a: 1 })).json()).toEqual({ body: { a: 1 } });
    expect((await console_.askSignedOut('GET', '/plugins/autotask/echo')).json()).toEqual({ ok: true });
  });
});
