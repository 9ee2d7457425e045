import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { AdministratorSession } from './administrator-session.ts';
import { listPage } from './list-page.ts';

export const AUTOTASK_PREFIX = '/plugins/autotask';

const Plugin = Type.Object({
  name: Type.String(),
  page: Type.String(),
  element: Type.String(),
  module: Type.String(),
  apiBase: Type.String(),
});

/** Tells the pages which plugin element to load for which page. */
export function pluginListRoutes(parts: {
  readonly session: AdministratorSession;
  readonly ui: { readonly element: string; readonly module: string };
}): FastifyPluginAsyncTypebox {
  const { session, ui } = parts;
  const autotask = {
    name: 'autotask',
    page: '/settings/autotask',
    element: ui.element,
    module: `${AUTOTASK_PREFIX}/${ui.module}`,
    apiBase: AUTOTASK_PREFIX,
  };
  return (app) => {
    app.get('/console/plugins', { schema: { response: { 200: listPage(Plugin) } } }, async (request) => {
      await session.require(request);
      return { items: [autotask], next: null };
    });
    return Promise.resolve();
  };
}
