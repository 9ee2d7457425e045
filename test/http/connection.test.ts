import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SourceForbidden, SourceIncomplete, SourceThrottled, SourceUnavailable } from '../../core/ports/errors.ts';
import { aSourceContact } from '../support/book-builders.ts';
import { like, SENTENCE } from '../support/like.ts';
import { CREDENTIALS } from '../support/memory-ports.ts';
import { openPlugin, type PluginHarness } from '../support/plugin-harness.ts';
import { STRANGER, VIEWER } from '../support/principals.ts';
import { expectProblem } from './expect-problem.ts';

const UNKNOWN = { contacts: 'unknown', accounts: 'unknown' };
const NOT_CONFIGURED = {
  state: 'not_configured',
  username: null,
  hasPassword: false,
  zone: null,
  checkedAt: null,
  access: UNKNOWN,
  problem: null,
};
const CONNECTED = {
  state: 'connected',
  username: CREDENTIALS.username,
  hasPassword: true,
  zone: 'https://memory.example/',
  checkedAt: like(/^2026-11-24T09:00:00\.\d{3}Z$/),
  access: { contacts: 'all', accounts: 'all' },
  problem: null,
};

let plugin: PluginHarness;
beforeEach(async () => {
  plugin = await openPlugin();
});
afterEach(() => plugin.close());

describe('GET /connection', () => {
  it('says that nothing is configured yet', async () => {
    expect(await plugin.get('/connection')).toStrictEqual(NOT_CONFIGURED);
  });

  it('shows what is known, to those who may only look too, and never the password', async () => {
    await plugin.connect();
    const response = await plugin.ask('GET', '/connection', undefined, { as: VIEWER });
    expect(response.statusCode).toBe(200);
    expect(response.json()).toStrictEqual(CONNECTED);
    expect(response.body).not.toContain(CREDENTIALS.password);
  });

  it('shows nothing of another provider', async () => {
    await plugin.connect();
    expect(await plugin.get('/connection', STRANGER)).toStrictEqual(NOT_CONFIGURED);
  });
});

describe('PUT /connection', () => {
  it('checks, stores and answers the connection', async () => {
    const response = await plugin.ask('PUT', '/connection', CREDENTIALS);
    expect(response.statusCode).toBe(200);
    expect(response.json()).toStrictEqual(CONNECTED);
    expect(await plugin.get('/connection')).toStrictEqual(CONNECTED);
  });

  it('takes an integration code of the provider’s own', async () => {
    plugin.ports.source.accept({ ...CREDENTIALS, integrationCode: 'OWN-CODE' });
    expectProblem(await plugin.ask('PUT', '/connection', CREDENTIALS), { status: 422, code: 'source_unauthorized' });
    const response = await plugin.ask('PUT', '/connection', { ...CREDENTIALS, integrationCode: 'OWN-CODE' });
    expect(response.json()).toStrictEqual(CONNECTED);
  });

  it('refuses wrong credentials with the finding, and stores nothing', async () => {
    const wrong = { ...CREDENTIALS, password: 'wrong' };
    const response = await plugin.ask('PUT', '/connection', wrong);
    expectProblem(response, { status: 422, code: 'source_unauthorized', detail: /^UserName or Password is wrong/ });
    expect(await plugin.get('/connection')).toStrictEqual(NOT_CONFIGURED);
  });

  it('keeps the working pair when another one is refused', async () => {
    await plugin.connect();
    const wrong = { username: 'somebody@else.example', password: 'wrong' };
    expectProblem(await plugin.ask('PUT', '/connection', wrong), { status: 422, code: 'source_unauthorized' });
    expect(await plugin.get('/connection')).toStrictEqual(CONNECTED);
    expect((await plugin.refresh()).state).toBe('done');
  });

  it.each([
    new SourceUnavailable('Autotask could not be reached.'),
    new SourceThrottled('Autotask keeps refusing calls.'),
    new SourceIncomplete('Autotask answered with a web page.'),
  ])('stores unverified what could not be checked: $code', async (failure) => {
    plugin.ports.source.failWith(failure);
    const response = await plugin.ask('PUT', '/connection', CREDENTIALS);
    expect(response.statusCode).toBe(200);
    const unverified = {
      ...CONNECTED,
      state: 'unverified',
      zone: null,
      access: UNKNOWN,
      problem: { code: failure.code, text: failure.safeDetail, remedy: SENTENCE },
    };
    expect(response.json()).toStrictEqual(unverified);
    expect(await plugin.get('/connection')).toStrictEqual(unverified);
    plugin.ports.source.failWith(null);
    expect((await plugin.ask('POST', '/connection/test')).json()).toStrictEqual(CONNECTED);
  });

  it.each([
    [{ contacts: 'none', accounts: 'all' }, 'failing', 'source_forbidden', /contacts/],
    [{ contacts: 'all', accounts: 'none' }, 'failing', 'source_forbidden', /accounts/],
    [{ contacts: 'restricted', accounts: 'all' }, 'connected', 'source_restricted', /contacts/],
    [{ contacts: 'all', accounts: 'restricted' }, 'connected', 'source_restricted', /accounts/],
  ] as const)('stores and says which right is missing: %o', async (access, state, code, text) => {
    plugin.ports.source.grant(access);
    const response = await plugin.ask('PUT', '/connection', CREDENTIALS);
    expect(response.statusCode).toBe(200);
    expect(response.json()).toStrictEqual({
      ...CONNECTED,
      state,
      access,
      problem: { code, text: like(text), remedy: like(/View to All/) },
    });
  });
});

describe('POST /connection/test', () => {
  it('has nothing to check before credentials are stored', async () => {
    expectProblem(await plugin.ask('POST', '/connection/test'), { status: 409, code: 'not_connected' });
  });

  it('checks the stored credentials again without changing them', async () => {
    await plugin.connect();
    const { checkedAt: before } = await plugin.get<{ checkedAt: string }>('/connection');
    const response = await plugin.ask('POST', '/connection/test');
    expect(response.statusCode).toBe(200);
    expect(response.json()).toStrictEqual(CONNECTED);
    expect(response.json<{ checkedAt: string }>().checkedAt > before).toBe(true);
  });

  it('shows as failing what Autotask refuses by now, and mends it', async () => {
    await plugin.connect();
    plugin.ports.source.accept({ ...CREDENTIALS, password: 'changed', integrationCode: null });
    const response = await plugin.ask('POST', '/connection/test');
    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({
      state: 'failing',
      hasPassword: true,
      problem: { code: 'source_unauthorized' },
    });
    plugin.ports.source.accept({ ...CREDENTIALS, integrationCode: null });
    expect((await plugin.ask('POST', '/connection/test')).json()).toStrictEqual(CONNECTED);
  });

  it('shows as unverified what cannot be reached', async () => {
    await plugin.connect();
    plugin.ports.source.failWith(new SourceUnavailable('Autotask could not be reached.'));
    expect((await plugin.ask('POST', '/connection/test')).json()).toMatchObject({ state: 'unverified' });
  });

  it('does not mind a client that names a media type and sends nothing', async () => {
    await plugin.connect();
    const headers = { 'content-type': 'application/json' };
    expect((await plugin.ask('POST', '/connection/test', undefined, { headers })).statusCode).toBe(200);
  });
});

describe('DELETE /connection', () => {
  it('forgets the credentials and keeps the contacts', async () => {
    await plugin.load([aSourceContact(1)]);
    const response = await plugin.ask('DELETE', '/connection');
    expect(response.statusCode).toBe(204);
    expect(response.body).toBe('');
    expect(await plugin.get('/connection')).toStrictEqual(NOT_CONFIGURED);
    expect((await plugin.contacts()).items.map(({ id }) => id)).toEqual(['1']);
    expectProblem(await plugin.ask('POST', '/refreshes'), { status: 409, code: 'not_connected' });
    expectProblem(await plugin.ask('POST', '/connection/test'), { status: 409, code: 'not_connected' });
  });

  it('keeps assignments and links for the time after', async () => {
    await plugin.load([aSourceContact(1)]);
    await plugin.assign({ ids: ['1'] });
    await plugin.import({ ids: ['1'] });
    const before = await plugin.contact(1);
    await plugin.ask('DELETE', '/connection');
    await plugin.connect();
    expect(await plugin.contact(1)).toEqual(before);
    expect(before.status).toBe('equal');
  });

  it('can be repeated, and leaves another provider connected', async () => {
    await plugin.connect(STRANGER);
    expect((await plugin.ask('DELETE', '/connection')).statusCode).toBe(204);
    expect((await plugin.ask('DELETE', '/connection')).statusCode).toBe(204);
    expect(await plugin.get('/connection', STRANGER)).toStrictEqual(CONNECTED);
  });
});

describe('a refresh without the right to see an entity', () => {
  it('ends failed with what is missing', async () => {
    plugin.ports.source.grant({ contacts: 'none', accounts: 'all' });
    await plugin.connect();
    const run = await plugin.refresh();
    expect(run).toMatchObject({ state: 'failed', problem: { code: new SourceForbidden('').code } });
  });
});
