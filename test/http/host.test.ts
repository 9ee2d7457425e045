import swagger from '@fastify/swagger';
import fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { createAutotaskPlugin } from '../../adapters/plugin.ts';
import { CREDENTIALS, memoryPorts } from '../support/memory-ports.ts';
import { MANAGER, principalHeaders, principalOf } from '../support/principals.ts';
import { SilentLog } from '../support/silent-log.ts';

function newPlugin() {
  return createAutotaskPlugin({
    resolvePrincipal: principalOf,
    knex: { connection: 'sqlite::memory:' },
    log: new SilentLog(),
    secretKeys: ['a key of the tests that is long enough'],
    autotask: { url: 'https://webservices.autotask.invalid/ATServicesRest/', integrationCode: 'unused' },
    ports: memoryPorts(),
  });
}

const headers = principalHeaders(MANAGER);

describe('the host of the plugin', () => {
  it('keeps its own errors, bodies, validation and document', async () => {
    const app = fastify({ bodyLimit: 100 });
    await app.register(swagger, { openapi: { openapi: '3.1.0', info: { title: 'Host', version: '1' } } });
    app.setErrorHandler((_error, _request, reply) => reply.code(418).send('mine'));
    app.setNotFoundHandler((_request, reply) => reply.code(404).send('nothing of mine'));
    app.post('/echo', { schema: { body: { type: 'integer' } } }, async ({ body }) => ({ body }));
    app.post('/text', async ({ body }) => ({ body }));
    app.get('/fail', async () => {
      throw new Error('own failure');
    });
    const plugin = newPlugin();
    await app.register(plugin.routes, { prefix: '/a/b' });
    await plugin.start();
    const post = (url: string, type: string, payload: string) =>
      app.inject({ method: 'POST', url, headers: { 'content-type': type }, payload });
    expect((await post('/echo', 'application/json', '"5"')).json()).toEqual({ body: 5 });
    expect((await post('/text', 'text/plain', 'plain')).json()).toEqual({ body: 'plain' });
    expect((await app.inject('/fail')).body).toBe('mine');
    expect((await app.inject('/nothing')).body).toBe('nothing of mine');
    expect((await app.inject({ url: '/a/b/api/health', headers })).json()).toEqual({ status: 'ok' });
    const document = await app.inject({ url: '/a/b/api/openapi.json', headers });
    expect(document.json()).toMatchObject({ info: { title: 'Autotask Contacts for Managed Backup' } });
    expect(app.swagger().info.title).toBe('Host');
    await app.close();
    await plugin.stop();
  });

  it('may mount several, which share nothing', async () => {
    const app = fastify();
    const [first, second] = [newPlugin(), newPlugin()];
    await app.register(first.routes, { prefix: '/first' });
    await app.register(second.routes, { prefix: '/second' });
    await app.inject({ method: 'PUT', url: '/first/api/connection', headers, payload: CREDENTIALS });
    const states = await Promise.all(
      ['/first', '/second'].map(async (prefix) => {
        const response = await app.inject({ url: `${prefix}/api/connection`, headers });
        return response.json<{ state: string }>().state;
      }),
    );
    expect(states).toEqual(['connected', 'not_configured']);
    await app.close();
    await Promise.all([first.stop(), second.stop()]);
  });

  it('may stop a plugin that never started, and twice', async () => {
    const plugin = newPlugin();
    await plugin.stop();
    await plugin.stop();
  });

  it('may fail to say who is asking; the plugin lets nobody in and tells nothing of the failure', async () => {
    const lines = new SilentLog();
    const plugin = createAutotaskPlugin({
      resolvePrincipal: () => Promise.reject(new Error('session store at 10.0.0.7 is away')),
      knex: { connection: 'sqlite::memory:' },
      log: lines,
      secretKeys: ['a key of the tests that is long enough'],
      autotask: { url: 'https://webservices.autotask.invalid/ATServicesRest/', integrationCode: 'unused' },
      ports: memoryPorts(),
    });
    const app = fastify();
    await app.register(plugin.routes, { prefix: '/plugin' });
    const response = await app.inject('/plugin/api/contacts');
    expect(response.statusCode).toBe(500);
    expect(response.json()).toMatchObject({ status: 500, code: 'internal' });
    expect(response.body).not.toContain('10.0.0.7');
    await app.close();
    await plugin.stop();
  });
});
