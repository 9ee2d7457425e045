import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Method, openConsole, type TestConsole } from './open-console.ts';

let console_: TestConsole;
let userId: string;
let packageId: string;
let accountId: string;
beforeAll(async () => {
  console_ = await openConsole();
  userId = (await console_.ask('POST', '/console/users', { email: 'here' })).json<{ id: string }>().id;
  packageId = await firstId('/console/packages');
  accountId = await firstId('/console/storage-accounts');
});
afterAll(() => console_.close());

async function firstId(url: string): Promise<string> {
  return (await console_.ask('GET', url)).json<{ items: { id: string }[] }>().items[0]!.id;
}

const address = (url: string) =>
  url.replace(':user', userId).replace(':package', packageId).replace(':account', accountId);

const text = (maximum: number) => [
  '',
  '   ',
  5,
  true,
  null,
  [],
  {},
  'x'.repeat(maximum + 1),
  'a\nb',
  'a\u0000',
  'a\ud800',
];
const optionalTextValues = (maximum: number) => text(maximum).slice(2);
const ID_VALUES = ['', 5, {}, [], 'x'.repeat(65)];
const SWITCH_VALUES = ['true', 1, null];

interface WriteRoute {
  readonly method: Method;
  readonly url: string;
  readonly good: object;
  readonly fields: Readonly<Record<string, readonly unknown[]>>;
  readonly required: readonly string[];
}

const USER_FIELDS = {
  email: text(254),
  firstName: optionalTextValues(255),
  lastName: optionalTextValues(255),
  company: optionalTextValues(255),
  enabled: SWITCH_VALUES,
  destinationId: ID_VALUES,
  packageId: ID_VALUES,
};
const PACKAGE_FIELDS = { name: text(255), storageLimitGb: [0, -1, '5', null, 1e10, []], enabled: SWITCH_VALUES };

const ROUTES: readonly WriteRoute[] = [
  {
    method: 'POST',
    url: '/session',
    good: { email: 'a', password: 'b' },
    fields: { email: text(254), password: ['', 5, null, 'x'.repeat(1025)] },
    required: ['email', 'password'],
  },
  { method: 'POST', url: '/console/users', good: { email: 'new' }, fields: USER_FIELDS, required: ['email'] },
  { method: 'PATCH', url: '/console/users/:user', good: {}, fields: USER_FIELDS, required: [] },
  { method: 'POST', url: '/console/companies', good: { name: 'A' }, fields: { name: text(255) }, required: ['name'] },
  {
    method: 'POST',
    url: '/console/storage-accounts',
    good: { name: 'A', type: 'AmazonS3' },
    fields: {
      name: text(255),
      type: ['', 'S4', 'amazons3', 0, null],
      destinations: ['x', {}, ['x'], [{}], [{ name: '' }], [{ name: 'a', id: 'b' }]],
    },
    required: ['name', 'type'],
  },
  {
    method: 'POST',
    url: '/console/storage-accounts/:account/destinations',
    good: { name: 'A' },
    fields: { name: text(255) },
    required: ['name'],
  },
  {
    method: 'POST',
    url: '/console/packages',
    good: { name: 'A', storageLimitGb: 1 },
    fields: PACKAGE_FIELDS,
    required: ['name', 'storageLimitGb'],
  },
  { method: 'PATCH', url: '/console/packages/:package', good: {}, fields: PACKAGE_FIELDS, required: [] },
];

const CASES = ROUTES.flatMap(({ method, url, good, fields, required }) => [
  ...Object.entries(fields).flatMap(([field, values]) =>
    values.map((value) => ({ method, url, field, body: { ...good, [field]: value } })),
  ),
  ...required.map((field) => ({ method, url, field, body: { ...good, [field]: undefined } })),
]);

describe('bad input', () => {
  it.each(CASES)('$method $url names $field in what it says of $body', async ({ method, url, field, body }) => {
    const before = await everything();
    const response = await console_.ask(method, address(url), body);
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    const problem = response.json<{ detail: string; id: string }>();
    expect(problem).toMatchObject({ status: 400, code: 'invalid_request', title: 'The request is not valid' });
    expect(problem.detail).toMatch(
      new RegExp(`^"${field}(\\.[\\w.]+)?" (must be|is missing; it must be|is not known) `),
    );
    expect(problem.detail).not.toContain('of the documented type');
    expect(problem.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(await everything()).toEqual(before);
  });

  it.each(ROUTES)('$method $url refuses a field it does not know, and bodies that are no object', async (route) => {
    const ask = (body: object) => console_.ask(route.method, address(route.url), body);
    const unknown = (await ask({ ...route.good, colour: 'red' })).json<{ status: number; detail: string }>();
    expect(unknown.status).toBe(400);
    expect(unknown.detail).toMatch(/^"colour" is not known here; accepted: \w+/);
    const list = (await ask([])).json<{ status: number; detail: string }>();
    expect(list.detail).toMatch(/^The body must be a JSON object with \w+/);
    const none = await console_.ask(route.method, address(route.url));
    expect(none.json()).toMatchObject({ status: 400, code: 'invalid_request' });
  });

  it.each(ROUTES)('$method $url refuses broken JSON, another media type and too long a body', async (route) => {
    const ask = (payload: string, type: string) =>
      console_.app.inject({
        method: route.method,
        url: address(route.url),
        payload,
        headers: { 'content-type': type, ...console_.headers },
      });
    for (const payload of ['{"a":', 'null x', '{"__proto__":{"a":1}}']) {
      expect((await ask(payload, 'application/json')).json()).toMatchObject({ status: 400, code: 'invalid_request' });
    }
    expect((await ask('{}', 'text/plain')).json()).toMatchObject({ status: 415, code: 'media_type_unsupported' });
    const long = JSON.stringify({ name: 'x'.repeat(70_000) });
    expect((await ask(long, 'application/json')).json()).toMatchObject({ status: 413, code: 'body_too_large' });
  });

  it.each([
    ['limit', ['0', '501', 'x', '1.5', '-1', '']],
    [
      'after',
      [
        'x',
        'bnVsbA',
        Buffer.from('["a","b","c"]').toString('base64url'),
        Buffer.from('["\\u0000","b"]').toString('base64url'),
      ],
    ],
  ])('lists say what %s accepts', async (name, values) => {
    for (const list of ['users', 'companies', 'storage-accounts', 'packages']) {
      for (const value of values) {
        const response = await console_.ask('GET', `/console/${list}?${name}=${value}`);
        expect(response.json(), `${list} ${value}`).toMatchObject({
          status: 400,
          code: 'invalid_request',
          field: name,
        });
      }
      const unknown = await console_.ask('GET', `/console/${list}?page=2`);
      expect(unknown.json()).toMatchObject({ status: 400, code: 'invalid_request' });
    }
  });

  it.each(['none', 'x'.repeat(300), '%00', "'%20or%201=1"])('users are not found by the id %s', async (id) => {
    for (const [method, body] of [['GET'], ['PATCH', {}], ['DELETE']] as const) {
      const response = await console_.ask(method, `/console/users/${id}`, body);
      expect(response.json()).toMatchObject({ status: 404, code: 'not_found' });
    }
  });

  it.each(['/console/users/%ff', '/plugins/autotask/api/runs/%E0%A4%A', '/session/%'])(
    'says what is wrong with %s',
    async (url) => {
      expect((await console_.ask('GET', url)).json()).toMatchObject({
        status: 400,
        code: 'invalid_request',
        detail: expect.stringMatching(/^The address must be .* percent sign/) as unknown,
      });
    },
  );

  it('another method is refused with those that are possible', async () => {
    for (const [method, url, allow] of [
      ['PUT', '/console/users', 'GET, HEAD, POST'],
      ['PUT', `/console/users/${userId}`, 'DELETE, GET, HEAD, PATCH'],
      ['DELETE', '/console/companies', 'GET, HEAD, POST'],
      ['GET', `/console/storage-accounts/${accountId}/destinations`, 'POST'],
      ['PUT', '/session', 'DELETE, GET, HEAD, POST'],
      ['POST', '/healthz', 'GET, HEAD'],
      ['POST', '/users', 'GET, HEAD'],
    ] as const) {
      const response = await console_.ask(method, url, method === 'GET' ? undefined : {});
      expect(response.json()).toMatchObject({ status: 405, code: 'method_not_allowed' });
      expect(response.headers['allow']).toBe(allow);
    }
  });
});

async function everything(): Promise<unknown> {
  const tables = ['user', 'user_destination', 'company', 'storage_account', 'destination', 'package'];
  return Promise.all(tables.map((table) => console_.knex(`console_${table}`)));
}
