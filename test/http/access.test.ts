import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSourceContact } from '../support/book-builders.ts';
import { openPlugin, type PluginHarness } from '../support/plugin-harness.ts';
import { MANAGER, VIEWER } from '../support/principals.ts';
import { API_ROUTES, type ApiRoute } from './api-routes.ts';
import { expectProblem } from './expect-problem.ts';

let plugin: PluginHarness;
let run: string;
beforeAll(async () => {
  plugin = await openPlugin();
  await plugin.load([aSourceContact(1)]);
  run = (await plugin.import({ ids: [] })).id;
});
afterAll(() => plugin.close());

const address = ({ path }: ApiRoute) => path.replace(':run', run).replace(':contact', '1');

describe.each(API_ROUTES)('$method $path', (route) => {
  it('needs somebody who is signed in, before it reads the body', async () => {
    const body = route.body === undefined ? undefined : '{broken';
    const response = await plugin.ask(route.method, address(route), body, { as: null });
    expectProblem(response, { status: 401, code: 'signed_out', detail: /Sign in/ });
  });

  it('needs the permission, before it reads the body', async () => {
    const others = MANAGER.permissions.filter((permission) => permission !== route.permission);
    for (const permissions of [[], others]) {
      const body = route.body === undefined ? undefined : '{broken';
      const response = await plugin.ask(route.method, address(route), body, { as: { ...MANAGER, permissions } });
      expectProblem(response, { status: 403, code: 'not_allowed', detail: new RegExp(route.permission) });
    }
  });

  it('is open to whom it is for, and shows nothing of what failed before', async () => {
    const as = route.permission === 'psa.view' ? VIEWER : MANAGER;
    const { statusCode } = await plugin.ask(route.method, address(route), route.body, { as });
    expect([401, 403, 404, 500]).not.toContain(statusCode);
  });
});

describe('refused requests', () => {
  it('have changed nothing', async () => {
    const { items } = await plugin.contacts();
    const fresh = await openPlugin();
    for (const route of API_ROUTES) {
      await fresh.ask(route.method, address(route), route.body, { as: null });
      await fresh.ask(route.method, address(route), route.body, { as: { ...MANAGER, permissions: [] } });
    }
    expect(items).toHaveLength(1);
    expect(await fresh.get('/connection')).toMatchObject({ state: 'not_configured' });
    expect(await fresh.get('/activity')).toEqual({ items: [] });
    expect(await fresh.get('/runs')).toEqual({ items: [] });
    await fresh.close();
  });
});
