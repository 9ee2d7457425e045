import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openConsole, type TestConsole } from './open-console.ts';

let console_: TestConsole;
beforeAll(async () => {
  console_ = await openConsole();
});
afterAll(() => console_.close());

const get = (url: string) => console_.askSignedOut('GET', url);

describe('pages', () => {
  it.each(['/', '/users', '/companies', '/storage-accounts', '/packages', '/settings/autotask', '/users?q=x'])(
    'at %s is the document, not kept by the browser',
    async (url) => {
      const response = await get(url);
      expect([response.statusCode, response.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(response.headers['cache-control']).toBe('no-cache');
      expect(response.body).toContain('<title>Console</title>');
    },
  );

  it('have files that are kept for good', async () => {
    const response = await get('/assets/shell.js');
    expect(response.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it('that do not exist have a way home', async () => {
    const response = await get('/nowhere');
    expect([response.statusCode, response.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(response.body).toContain('<a href="/">');
  });

  it.each(['/console/nowhere', '/session/x', '/assets/none.js', '/assets/%2e%2e%2findex.html', '/plugins/other'])(
    'are not what a program gets at %s',
    async (url) => {
      const response = await get(url);
      expect(response.json()).toMatchObject({ status: 404, code: 'not_found' });
    },
  );

  it('may run scripts of this origin only, and be framed by nobody else', async () => {
    const policy = String((await get('/')).headers['content-security-policy']);
    expect(policy.split(';')).toEqual(
      expect.arrayContaining(["script-src 'self'", "frame-ancestors 'self'", "style-src 'self' 'unsafe-inline'"]),
    );
    expect(policy).not.toContain('upgrade-insecure-requests');
  });
});

describe('operations', () => {
  it('are healthy while the database answers', async () => {
    expect((await get('/healthz')).json()).toEqual({ status: 'ok' });
  });

  it('are ill when it does not', async () => {
    const ill = await openConsole();
    await ill.knex.destroy();
    expect((await ill.askSignedOut('GET', '/healthz')).json()).toMatchObject({
      status: 503,
      code: 'database_unavailable',
    });
    await ill.close();
  });

  it('count requests by route, without ids or searches', async () => {
    await console_.ask('GET', '/console/users?q=secretive');
    await console_.ask('GET', '/console/users/some-id');
    const { body, headers } = await get('/metrics');
    expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(body).toContain('http_request_duration_seconds_count{method="GET",route="/console/users",status="200"} 1');
    expect(body).toContain('route="/console/users/:id",status="404"} 1');
    expect(body).not.toMatch(/secretive|some-id/);
  });

  it('list the plugin for the pages', async () => {
    expect((await console_.ask('GET', '/console/plugins')).json()).toEqual({
      items: [
        {
          name: 'autotask',
          page: '/settings/autotask',
          element: 'autotask-contacts',
          module: '/plugins/autotask/ui/autotask-contacts.js',
          apiBase: '/plugins/autotask',
        },
      ],
      next: null,
    });
  });

  it.each(['users', 'users/x', 'companies', 'storage-accounts', 'packages', 'plugins'])(
    'keep /console/%s from who is not signed in',
    async (path) => {
      expect((await get(`/console/${path}`)).json()).toMatchObject({ status: 401, code: 'signed_out' });
    },
  );

  it.each(['/%ff', '/users/%zz', '/%'])('a person who opens %s gets a page with a way home', async (url) => {
    const response = await get(url);
    expect(response.statusCode).toBe(400);
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(response.body).toContain('<a href="/">');
  });
});
