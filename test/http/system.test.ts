import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSourceContact } from '../support/book-builders.ts';
import { like } from '../support/like.ts';
import { CREDENTIALS } from '../support/memory-ports.ts';
import { openPlugin, type PluginHarness, PREFIX } from '../support/plugin-harness.ts';
import { STRANGER, VIEWER } from '../support/principals.ts';
import { API_ROUTES } from './api-routes.ts';

interface Activities {
  readonly items: readonly { readonly action: string; readonly at: string }[];
}

interface Operation {
  readonly summary?: string;
  readonly requestBody?: { readonly required?: boolean };
  readonly responses: object;
}

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

let plugin: PluginHarness;
beforeAll(async () => {
  plugin = await openPlugin();
});
afterAll(() => plugin.close());

describe('GET /health', () => {
  it('is ok while the database answers', async () => {
    expect(await plugin.get('/health', VIEWER)).toStrictEqual({ status: 'ok' });
    expect(await plugin.plugin.health()).toEqual({ status: 'ok' });
  });
});

describe('GET /activity', () => {
  it('says who did what, newest first, and never a password', async () => {
    await plugin.load([aSourceContact(1), aSourceContact(2)]);
    await plugin.assign({ filter: {} });
    const run = await plugin.import({ ids: ['1'] });
    await plugin.ask('DELETE', '/connection');
    const response = await plugin.ask('GET', '/activity', undefined, { as: VIEWER });
    const at = like(/^2026-11-24T09:00:00\.\d{3}Z$/);
    const by = 'Mary Manager';
    const { items } = response.json<Activities>();
    expect(items).toStrictEqual([
      { at, by, action: 'connection_forgotten', subject: CREDENTIALS.username },
      { at, by, action: 'import_started', subject: run.id },
      { at, by, action: 'contacts_assigned', subject: '2' },
      { at, by, action: 'refresh_started', subject: like(/^run-/) },
      { at, by, action: 'connection_saved', subject: CREDENTIALS.username },
    ]);
    expect(items.map((item) => item.at)).toEqual(
      items
        .map((item) => item.at)
        .toSorted()
        .reverse(),
    );
    expect(response.body).not.toContain(CREDENTIALS.password);
    expect(await plugin.get('/activity?limit=2')).toEqual({ items: items.slice(0, 2) });
    expect(await plugin.get('/activity', STRANGER)).toEqual({ items: [] });
  });
});

describe('GET /openapi.json', () => {
  it('is a valid document', async () => {
    const document = await plugin.get<Document>('/openapi.json', VIEWER);
    expect(document.openapi).toBe('3.1.0');
    const result = await new Validator().validate(structuredClone(document) as never);
    expect(result).toMatchObject({ valid: true });
  });

  it('names every route and nothing else, each with what it does', async () => {
    const { paths } = await plugin.get<Document>('/openapi.json');
    const named = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const expected = API_ROUTES.map(({ method, path }) => `${method} ${PREFIX}/api${path.replace(/:\w+/, '{id}')}`);
    expect(named.toSorted()).toEqual(expected.toSorted());
    for (const operations of Object.values(paths)) {
      for (const { summary } of Object.values(operations)) expect(summary).toMatch(/^[A-Z]/);
    }
  });

  it('says which bodies may be left out', async () => {
    const { paths } = await plugin.get<Document>('/openapi.json');
    const bodyOf = (path: string) => paths[`${PREFIX}/api${path}`]?.['post']?.requestBody;
    expect(bodyOf('/refreshes')).toMatchObject({ required: false });
    expect(bodyOf('/imports')).toMatchObject({ required: true });
    expect(bodyOf('/imports/preview')).toMatchObject({ required: true });
  });

  it('says how each route answers, refusals included', async () => {
    const { paths } = await plugin.get<Document>('/openapi.json');
    for (const [path, operations] of Object.entries(paths)) {
      for (const [method, { responses }] of Object.entries(operations)) {
        const statuses = Object.keys(responses);
        expect(statuses, `${method} ${path}`).toContain('default');
        expect(
          statuses.some((status) => status.startsWith('2')),
          `${method} ${path}`,
        ).toBe(true);
      }
    }
  });
});
