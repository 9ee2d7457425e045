import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSourceContact } from '../support/book-builders.ts';
import { openPlugin, type PluginHarness, PREFIX } from '../support/plugin-harness.ts';
import { MANAGER, principalHeaders } from '../support/principals.ts';
import { API_PATHS, API_ROUTES } from './api-routes.ts';
import { expectProblem } from './expect-problem.ts';

let plugin: PluginHarness;
let run: string;
beforeAll(async () => {
  plugin = await openPlugin();
  await plugin.load([aSourceContact(1), aSourceContact(2)]);
  run = (await plugin.import({ ids: [] })).id;
});
afterAll(() => plugin.close());

const address = (path: string) => path.replace(':run', run).replace(':contact', '1');
const INVALID = { status: 400, code: 'invalid_request' };

/** All that a request could have changed. */
async function everything(): Promise<unknown> {
  const paths = ['/connection', '/contacts', '/runs', '/activity'];
  return Promise.all(paths.map((path) => plugin.get(path)));
}

const text = (maximum: number) => ['', '   ', '\n', 5, true, null, [], {}, 'x'.repeat(maximum + 1)];
const ID = ['', 5, true, [], {}, 'a\u0000b', 'x'.repeat(101)];
const SWITCH = ['true', 1, null, [], {}];
const STATUSES = ['', 'Equal', 'unknown', 5, null, ['equal']];
const IDS = ['1', {}, null, 5];

const FILTER_FIELDS: Record<string, readonly unknown[]> = {
  status: STATUSES,
  q: [5, null, [], {}, 'x'.repeat(201)],
  account: [...ID, null],
  active: SWITCH,
  problem: ['', 'none', 'EMAIL_SHARED', 5, null],
  needsWork: SWITCH,
};

const SELECTIONS: readonly { field: string; selection: unknown }[] = [
  ...['x', 5, null, [], true, {}, { ids: ['1'], filter: {} }].map((selection) => ({ field: 'selection', selection })),
  ...IDS.map((ids) => ({ field: 'selection.ids', selection: { ids } })),
  ...[...ID, null].map((id) => ({ field: 'selection.ids.1', selection: { ids: ['1', id] } })),
  { field: 'selection.ids', selection: { ids: Array.from({ length: 100_001 }, (_, index) => String(index)) } },
  ...IDS.map((except) => ({ field: 'selection.except', selection: { filter: {}, except } })),
  ...ID.map((id) => ({ field: 'selection.except.0', selection: { filter: {}, except: [id] } })),
  ...['x', 5, null, []].map((filter) => ({ field: 'selection.filter', selection: { filter } })),
  ...Object.entries(FILTER_FIELDS).flatMap(([name, values]) =>
    values.map((value) => ({ field: `selection.filter.${name}`, selection: { filter: { [name]: value } } })),
  ),
];

const FIELDS: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>> = {
  'PUT /connection': { username: text(254), password: text(254), integrationCode: text(100) },
  'POST /refreshes': { mode: ['', 'FULL', 'partial', 5, null, []] },
  'PATCH /contacts': { destinationId: ID, packageId: ID },
  'POST /imports/preview': {},
  'POST /imports': {
    fingerprint: ['', 5, null, [], 'x'.repeat(101)],
    sendInstructions: SWITCH,
  },
};

const WITH_BODY = API_ROUTES.filter((route) => route.body !== undefined);
const WITH_SELECTION = WITH_BODY.filter(({ body }) => 'selection' in body!);
const CASES = WITH_BODY.flatMap(({ method, path, body, required = [] }) => [
  ...Object.entries(FIELDS[`${method} ${path}`]!).flatMap(([field, values]) =>
    values.map((value) => ({ method, path, field, sent: { ...body, [field]: value } })),
  ),
  ...required.map((field) => ({ method, path, field, sent: { ...body, [field]: undefined } })),
]);

describe('a field of a body', () => {
  it.each(CASES)('$method $path names $field in what it says of $sent', async ({ method, path, field, sent }) => {
    const before = await everything();
    const response = await plugin.ask(method, path, sent);
    const detail = new RegExp(`^"${field}" (is missing; it )?must be (?!of the documented).+\\.$`);
    expectProblem(response, { ...INVALID, detail });
    expect(await everything()).toEqual(before);
  });

  it.each(WITH_SELECTION)('$method $path names the very field of a selection', async ({ method, path, body }) => {
    const before = await everything();
    for (const { field, selection } of SELECTIONS) {
      const response = await plugin.ask(method, path, { ...body, selection });
      const detail = new RegExp(`^"${field.replaceAll('.', '\\.')}" must be (?!of the documented).+\\.$`);
      expectProblem(response, { ...INVALID, detail });
    }
    expect(await everything()).toEqual(before);
  });

  it.each(WITH_SELECTION)('$method $path knows no other field of a selection', async ({ method, path, body }) => {
    for (const [selection, detail] of [
      [{ ids: ['1'], id: '2' }, /^"selection\.id" is not known here; accepted: ids, filter, except\.$/],
      [
        { filter: { state: 'equal' } },
        /^"selection\.filter\.state" is not known here; accepted: status, q, account, active, problem, needsWork\.$/,
      ],
    ] as const) {
      expectProblem(await plugin.ask(method, path, { ...body, selection }), { ...INVALID, detail });
    }
  });
});

describe('a body', () => {
  it.each(WITH_BODY)('$method $path may hold no unknown field, and be nothing but an object', async (route) => {
    const { method, path, body } = route;
    const before = await everything();
    const unknown = await plugin.ask(method, path, { ...body, ['x'.repeat(100)]: 1 });
    expectProblem(unknown, { ...INVALID, detail: /^"x{60}…" is not known here; accepted: \w+(, \w+)*\.$/ });
    for (const sent of [[], null, '5', '"text"', 'true']) {
      expectProblem(await plugin.ask(method, path, sent), {
        ...INVALID,
        detail: /^The body must be a JSON object with \w/,
      });
    }
    if (path !== '/refreshes') {
      expectProblem(await plugin.ask(method, path), { ...INVALID, detail: /^The body must be a JSON object with \w/ });
    }
    expect(await everything()).toEqual(before);
  });

  it.each(WITH_BODY)('$method $path must be JSON', async ({ method, path }) => {
    for (const sent of ['{', '{"a":1,}', '\u0000', '{"__proto__":{"a":1}}', 'selection=1']) {
      expectProblem(await plugin.ask(method, path, sent), { ...INVALID, detail: /JSON/ });
    }
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'x']) {
      const response = await plugin.ask(method, path, '{}', { headers: { 'content-type': type } });
      expectProblem(response, { status: 415, code: 'media_type_unsupported', detail: /application\/json/ });
    }
  });

  it.each(WITH_BODY)('$method $path may be sent as JSON of a named character set', async ({ method, path, body }) => {
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    const { statusCode } = await plugin.ask(method, path, { ...body, unknown: 1 }, { headers });
    expect(statusCode).toBe(400);
  });

  it.each(WITH_BODY)('$method $path may not be too long', async ({ method, path }) => {
    const response = await plugin.ask(method, path, JSON.stringify({ username: 'x'.repeat(17 * 1024 * 1024) }));
    expectProblem(response, { status: 413, code: 'body_too_large', detail: /at most \d+ bytes/ });
  });

  it('is not needed where there is nothing to say', async () => {
    for (const path of ['/connection/test', '/refreshes']) {
      const headers = { 'content-type': 'application/json' };
      const { statusCode } = await plugin.ask('POST', path, undefined, { headers });
      expect([200, 202]).toContain(statusCode);
    }
  });
});

const LIMIT = ['', '0', '501', '-1', '1.5', '1e2', '0x10', ' 5', 'true', 'x', '9'.repeat(30)];
const PAGING = { limit: LIMIT, after: ['', 'x'.repeat(2001)] };
const OUTCOME = ['', 'done', 'not attempted'];
const LIST = {
  status: ['', 'Equal', 'unknown'],
  q: ['x'.repeat(201)],
  account: ['', 'x'.repeat(101), 'a\u0000'],
  active: ['', '1', 'TRUE', 'yes', 'null'],
  problem: ['', 'none', 'EMAIL_SHARED'],
  needsWork: ['', 'maybe', '2'],
  sort: ['', 'id', '--email', '+email', 'Email', 'email,status'],
  totals: ['', '0', 'no'],
};
const QUERIES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  '/contacts': { ...LIST, ...PAGING, at: ['', '-1', '1.5', 'x', '1000000001', '9'.repeat(400)] },
  '/contacts.csv': LIST,
  '/runs': { limit: LIMIT, kind: ['', 'Import', 'refreshes'] },
  '/runs/:run/items': { ...PAGING, outcome: OUTCOME },
  '/runs/:run/items.csv': { outcome: OUTCOME },
  '/activity': { limit: LIMIT },
  '/accounts': { ...PAGING, q: ['x'.repeat(201)] },
};

describe('a query', () => {
  it.each(Object.entries(QUERIES))('GET %s says which part is wrong and what is accepted', async (path, fields) => {
    for (const [field, values] of Object.entries(fields)) {
      for (const value of values) {
        const response = await plugin.ask('GET', `${address(path)}?${field}=${encodeURIComponent(value)}`);
        const detail = new RegExp(`^"${field}" must be (?!of the documented).+\\.$`);
        expectProblem(response, { ...INVALID, detail });
      }
    }
  });

  it.each(Object.entries(QUERIES))('GET %s takes each part once, and no other', async (path, fields) => {
    for (const field of Object.keys(fields)) {
      const response = await plugin.ask('GET', `${address(path)}?${field}=1&${field}=2`);
      expectProblem(response, { ...INVALID, detail: new RegExp(`^"${field}" must be given once at most\\.$`) });
    }
    const accepted = Object.keys(fields).join('|');
    const unknown = await plugin.ask('GET', `${address(path)}?page=2`);
    expectProblem(unknown, {
      ...INVALID,
      detail: new RegExp(`^"page" is not known here; accepted: ((${accepted})[,.] ?)+$`),
    });
  });
});

describe('a method', () => {
  it.each([...API_PATHS])('%s is refused with those that are possible', async (path, methods) => {
    const possible = methods.includes('GET') && !/(\/events|\.csv)$/.test(path) ? [...methods, 'HEAD'] : methods;
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      if (possible.includes(method)) continue;
      const body = method === 'GET' || method === 'HEAD' ? undefined : '{broken';
      const response = await plugin.ask(method, address(path), body);
      expect(response.statusCode, method).toBe(405);
      expect(response.headers['allow']).toBe([...possible].sort().join(', '));
      if (method !== 'HEAD') {
        expectProblem(response, {
          status: 405,
          code: 'method_not_allowed',
          detail: new RegExp(`^${method} is not .*accepted: `),
        });
      }
    }
  });
});

describe('an address', () => {
  it.each(['/api/nothing', '/api', '/api/contacts/1/user', '/nothing', '/ui/none.js'])(
    '%s does not exist',
    async (path) => {
      const response = await plugin.app.inject({ url: `${PREFIX}${path}?q=1`, headers: principalHeaders(MANAGER) });
      expectProblem(response, {
        status: 404,
        code: 'not_found',
        detail: new RegExp(`^There is nothing at ${PREFIX}${path}\\.$`),
      });
    },
  );
});
