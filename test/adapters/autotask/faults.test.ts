import { describe, expect, it } from 'vitest';
import { accountId } from '../../../core/domain/ids.ts';
import { allRows, OPTIONS, openSource, rejection, WHOLE } from './opened-source.ts';
import { errors, json, NO_PERMISSION, type Reply } from './recorded-autotask.ts';
import { recordedContact } from './recorded-rows.ts';

const HTML = '<!DOCTYPE html><html><body>Planned maintenance</body></html>';
const JSON_TYPE = 'application/json; charset=utf-8';
const row = recordedContact(7, {
  firstName: 'Ann',
  lastName: 'Lee',
  email: '',
  accountId: accountId('0'),
  isActive: true,
});
const page = (items: unknown, pageDetails?: object) => json({ items, ...(pageDetails ? { pageDetails } : {}) });
const withId = (id: unknown) => ({ ...row, id });

describe('an answer that is not what was asked for fails the reading, is not repeated, and is no end of the rows', () => {
  it.each<[string, Reply]>([
    ['a web page with status 200', { type: 'text/html', text: HTML }],
    ['a web page that calls itself JSON', { type: JSON_TYPE, text: HTML }],
    ['JSON that calls itself a web page', { type: 'text/html', text: '{"items":[],"pageDetails":{}}' }],
    ['truncated JSON', { type: JSON_TYPE, text: '{"items":[{"id":1,"firstNa' }],
    ['nothing at all', { type: JSON_TYPE, text: '' }],
    ['nothing, without a type', { text: '' }],
    ['no content (204)', { status: 204, text: '' }],
    ['partial content (206)', { status: 206, type: JSON_TYPE, text: '{"items":[],"pageDetails":{"count":0}}' }],
    ['null', { type: JSON_TYPE, text: 'null' }],
    ['a list instead of an object', { type: JSON_TYPE, text: '[]' }],
    ['no items', json({ pageDetails: { count: 0 } })],
    ['items that are no list', page({})],
    ['items null', page(null, { count: 0, nextPageUrl: null })],
    ['errors with status 200', json({ items: [], errors: ['Something went wrong.'] })],
    ['a count that does not fit', page([row], { count: 2, nextPageUrl: null })],
    ['an empty page that is not the last', page([], { count: 0, nextPageUrl: '/next' })],
    ['rows twice', page([row, row])],
    ['rows out of order', page([withId(9), withId(8)])],
    ['a row without an id', page([withId(undefined)])],
    ['a row with a broken id', page([withId('7x')])],
    ['a row that is none', page([null])],
    ['a flag that is none', page([{ ...row, isActive: 'perhaps' }])],
    ['a name that is no text', page([{ ...row, firstName: { text: 'Ann' } }])],
    ['more rows than a page holds', page(Array.from({ length: 501 }, (_, id) => withId(id)))],
    ['a next page elsewhere', page([row], { count: 1, nextPageUrl: 'https://evil.example/V1.0/Contacts/query/next' })],
    ['a next page that is no address', page([row], { count: 1, nextPageUrl: 17 })],
  ])('%s', async (_name, reply) => {
    const { recorded, source, credentials, waits } = await openSource();
    recorded.replace(/Contacts\/query$/, reply);
    const error = await rejection(allRows(source.contacts(credentials, WHOLE, OPTIONS)));
    expect(error.code).toBe('source_incomplete');
    expect(recorded.signed).toHaveLength(1);
    expect(waits).toEqual([]);
    expect(recorded.arrived.map(({ path }) => path)).toHaveLength(2);
  });

  it.each<[string, Reply]>([
    ['text', json({ queryCount: 'many' })],
    ['negative', json({ queryCount: -1 })],
    ['missing', json({})],
  ])('a count that is %s', async (_name, reply) => {
    const { recorded, source, credentials } = await openSource();
    recorded.replace(/Contacts\/query\/count$/, reply);
    expect((await rejection(source.counts(credentials, OPTIONS))).code).toBe('source_incomplete');
  });

  it('a page that begins again at the start', async () => {
    const { recorded, source, credentials } = await openSource();
    const items = Array.from({ length: 500 }, (_, id) => withId(id));
    recorded.replace(/Contacts\/query$/, page(items, { count: 500, nextPageUrl: null }));
    const error = await rejection(allRows(source.contacts(credentials, WHOLE, OPTIONS)));
    expect(error).toMatchObject({ code: 'source_incomplete' });
    expect(error.safeDetail).toContain('come twice');
    expect(recorded.signed).toHaveLength(2);
  });

  it('an empty page where more rows were announced', async () => {
    const { recorded, source, credentials } = await openSource();
    const nextPageUrl = `${recorded.origin}/zone3/atservicesrest/V1.0/Contacts/query`;
    recorded.replace(/Contacts\/query$/, page([row], { count: 1, nextPageUrl }), 1);
    const error = await rejection(allRows(source.contacts(credentials, WHOLE, OPTIONS)));
    expect(error.code).toBe('source_incomplete');
    expect(error.safeDetail).toContain('announced');
  });

  it('an empty page after a full one that promised another is an end', async () => {
    const { recorded, source, credentials } = await openSource();
    const items = Array.from({ length: 500 }, (_, id) => withId(id));
    const nextPageUrl = `${recorded.origin}/zone3/atservicesrest/V1.0/Contacts/query/next?paging=1`;
    recorded.replace(/Contacts\/query$/, page(items, { count: 500, nextPageUrl }), 1);
    expect(await allRows(source.contacts(credentials, WHOLE, OPTIONS))).toHaveLength(500);
  });

  it('in a check means that Autotask is out of order', async () => {
    const { recorded, source, credentials } = await openSource();
    recorded.replace(/entityInformation/, { type: 'text/html', text: HTML });
    const error = await rejection(source.check(credentials, OPTIONS));
    expect(error.code).toBe('source_unavailable');
    expect(error.safeDetail).toContain('maintenance');
  });
});

describe('a refusal in words', () => {
  it('for want of a right names the entity and where to tick, and is not repeated', async () => {
    const { recorded, source, credentials, waits } = await openSource();
    recorded.replace(/Contacts\/query$/, errors(NO_PERMISSION));
    const error = await rejection(allRows(source.contacts(credentials, WHOLE, OPTIONS)));
    expect(error.code).toBe('source_forbidden');
    expect(error.safeDetail).toContain('may not see contacts');
    expect(error.remedy).toContain('Security Levels');
    expect(error.remedy).toContain('Object Permissions');
    expect(recorded.signed).toHaveLength(1);
    expect(waits).toEqual([]);
  });

  it('for want of a right may also come with 403 or with 200', async () => {
    const { recorded, source, credentials } = await openSource();
    recorded.replace(/Contacts\/query$/, { status: 403, text: '' }, 1);
    expect((await rejection(allRows(source.contacts(credentials, WHOLE, OPTIONS)))).code).toBe('source_forbidden');
    recorded.replace(/Contacts\/query$/, json({ errors: [NO_PERMISSION] }), 1);
    expect((await rejection(allRows(source.contacts(credentials, WHOLE, OPTIONS)))).code).toBe('source_forbidden');
  });

  it('of another kind is quoted, and is not repeated', async () => {
    const { recorded, source, credentials, waits } = await openSource();
    recorded.replace(/Contacts\/query$/, errors('Unable to find nickname in the Contact Entity'));
    const error = await rejection(allRows(source.contacts(credentials, WHOLE, OPTIONS)));
    expect(error.code).toBe('source_incomplete');
    expect(error.safeDetail).toContain('“Unable to find nickname in the Contact Entity”');
    expect(recorded.signed).toHaveLength(1);
    expect(waits).toEqual([]);
  });

  it('is not quoted when it repeats a secret', async () => {
    const { recorded, source, credentials } = await openSource();
    const { password, integrationCode } = recorded.signIn;
    for (const secret of [password, integrationCode]) {
      recorded.mend();
      recorded.replace(/Contacts\/query$/, errors(`Bad header ${secret}!`));
      const error = await rejection(allRows(source.contacts(credentials, WHOLE, OPTIONS)));
      expect(error.code).toBe('source_incomplete');
      expect(JSON.stringify([error.message, error.stack, error.safeDetail, String(error.cause)])).not.toContain(secret);
    }
  });
});

describe('an answer from another world', () => {
  it.each([301, 302, 307, 308])('redirect %i is not followed', async (status) => {
    const { recorded, source, credentials } = await openSource();
    recorded.replace(/Contacts\/query$/, { status, headers: { location: `${recorded.origin}/elsewhere` }, text: '' });
    const error = await rejection(allRows(source.contacts(credentials, WHOLE, OPTIONS)));
    expect(error.code).toBe('source_unavailable');
    expect(error.safeDetail).toContain('not followed');
    expect(recorded.arrived.map(({ path }) => path)).not.toContain('/elsewhere');
    expect(recorded.signed).toHaveLength(1);
  });

  it.each([400, 404, 405, 410])('status %i is not repeated', async (status) => {
    const { recorded, source, credentials, waits } = await openSource();
    recorded.replace(/Contacts\/query$/, json({ Message: 'No HTTP resource was found.' }, status));
    const error = await rejection(allRows(source.contacts(credentials, WHOLE, OPTIONS)));
    expect(error.code).toBe('source_unavailable');
    expect(error.safeDetail).toContain(String(status));
    expect(waits).toEqual([]);
  });
});

describe('trouble that may pass', () => {
  it.each<[string, Reply]>([
    ['500 without words', { status: 500, type: 'text/html', text: HTML }],
    ['502', { status: 502, text: '' }],
    ['503', { status: 503, type: 'text/html', text: HTML }],
    ['504', { status: 504, text: '' }],
    ['429', { status: 429, text: '' }],
    ['429 with a web page', { status: 429, type: 'text/html', text: HTML }],
    ['the thread limit', json({ errors: ['The Autotask API thread threshold of 3 threads has been exceeded.'] }, 429)],
    ['the thread limit with status 500', errors('Thread Threshold Exceeded (Itgenatr005)')],
    [
      'the thread limit with status 200',
      json({ errors: ['The Autotask API thread threshold of 3 threads has been exceeded.'] }),
    ],
    ['a reset connection', 'reset'],
    ['an answer that breaks off', 'broken off'],
  ])('%s is repeated, and the rows are whole', async (_name, reply) => {
    const { recorded, source, credentials, waits } = await openSource();
    recorded.contacts.set(7, row);
    recorded.replace(/Contacts\/query$/, reply, 2);
    expect(await allRows(source.contacts(credentials, WHOLE, OPTIONS))).toHaveLength(1);
    expect(recorded.signed).toHaveLength(3);
    expect(waits).toHaveLength(2);
  });

  it.each<[string, Reply, string, number]>([
    ['429', { status: 429, text: '' }, 'source_throttled', 5],
    ['the thread limit', json({ errors: ['thread threshold'] }, 429), 'source_throttled', 6],
    ['the thread limit as plain text', { status: 500, type: 'text/plain', text: 'Itgenatr005' }, 'source_throttled', 6],
    ['503', { status: 503, text: '' }, 'source_unavailable', 5],
    ['a reset connection', 'reset', 'source_unavailable', 5],
    ['an answer that breaks off', 'broken off', 'source_unavailable', 5],
  ])('%s for ever ends after some attempts', async (_name, reply, code, attempts) => {
    const { recorded, source, credentials } = await openSource();
    recorded.replace(/Contacts\/query$/, reply);
    expect((await rejection(allRows(source.contacts(credentials, WHOLE, OPTIONS)))).code).toBe(code);
    expect(recorded.signed).toHaveLength(attempts);
  });

  it('silence is a timeout, and is repeated', async () => {
    const { recorded, source, credentials, logged } = await openSource({
      timeoutMs: { attended: 900, background: 900 },
    });
    recorded.replace(/Contacts\/query\/count$/, 'silence', 1);
    await source.counts(credentials, OPTIONS);
    expect(JSON.stringify(logged)).toContain('timed_out');
  });

  it('in a later page costs none of the rows before it', async () => {
    const { recorded, source, credentials } = await openSource();
    for (let id = 1; id <= 1001; id += 1) recorded.contacts.set(id, { ...row, id });
    recorded.replace(/Contacts\/query$/, { status: 502, text: '' }, 1);
    let fetched = 0;
    for await (const { rows } of source.contacts(credentials, WHOLE, OPTIONS)) {
      fetched += rows.length;
      recorded.replace(/Contacts\/query$/, 'reset', 1);
    }
    expect(fetched).toBe(1001);
  });

  it.each([/zoneInformation/, /Contacts\/entityInformation/])('does not keep a person waiting at %s', async (path) => {
    const { recorded, source, credentials, waits } = await openSource();
    recorded.replace(path, { status: 503, text: '' });
    expect((await rejection(source.check(credentials, OPTIONS))).code).toBe('source_unavailable');
    expect(recorded.arrived.filter((arrived) => path.test(arrived.path))).toHaveLength(3);
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(2000);
  });

  it('is logged without a secret', async () => {
    const { recorded, source, credentials, logged } = await openSource();
    recorded.replace(/query\/count/, { status: 503, text: '' }, 1);
    await source.counts(credentials, OPTIONS);
    expect(logged).toHaveLength(1);
    expect(JSON.stringify(logged)).not.toContain(recorded.signIn.password);
    expect(JSON.stringify(logged)).toContain('down');
  });

  it('is unavailable when nobody listens there', async () => {
    const { recorded, source, credentials } = await openSource();
    await recorded.stop();
    const error = await rejection(source.check(credentials, OPTIONS));
    expect(error.code).toBe('source_unavailable');
    expect(error.safeDetail).toContain('could not be reached at 127.0.0.1');
  });
});
