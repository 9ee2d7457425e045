import { fixture, html, waitUntil } from '@open-wc/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import '../../../host-shim/shell/styles/tokens.css';
import '../../../host-shim/shell/pages/console-autotask-page.ts';
import type { ConsoleAutotaskPage } from '../../../host-shim/shell/pages/console-autotask-page.ts';
import { AWAY, MemoryConsoleApi } from './memory-console-api.ts';
import { button, expectAccessible, findAll, untilShown } from './on-screen.ts';

interface PluginStandIn extends HTMLElement {
  requestHeaders?: () => Record<string, string>;
}

const PLUGIN = {
  name: 'autotask',
  page: '/settings/autotask',
  element: 'plugin-stand-in',
  module: '/plugins/autotask/ui/autotask-contacts.js',
  apiBase: '/plugins/autotask',
};

let api: MemoryConsoleApi;
let loaded: string[];
beforeEach(() => {
  api = new MemoryConsoleApi();
  api.pluginList = [PLUGIN];
  loaded = [];
});

const load = (module: string) => {
  loaded.push(module);
  return Promise.resolve();
};
const open = (loadModule: (module: string) => Promise<unknown> = load) =>
  fixture<ConsoleAutotaskPage>(html`<console-autotask-page .api=${api} .load=${loadModule}></console-autotask-page>`);

async function mounted(): Promise<{ page: ConsoleAutotaskPage; element: PluginStandIn }> {
  const page = await open();
  await waitUntil(() => findAll(page, 'plugin-stand-in').length === 1);
  return { page, element: findAll<PluginStandIn>(page, 'plugin-stand-in')[0]! };
}

describe('console-autotask-page', () => {
  it('loads the plugin from where the server says and mounts its element', async () => {
    const { page, element } = await mounted();
    expect(loaded).toEqual([PLUGIN.module]);
    expect(element.getAttribute('api-base')).toBe('/plugins/autotask');
    expect(element.requestHeaders?.()).toEqual({ 'x-csrf-token': 'token' });
    await expectAccessible(page);
  });

  it('lets the plugin speak the browser’s language, whatever the console’s own is', async () => {
    expect(document.documentElement.lang).not.toBe(navigator.language);
    const { element } = await mounted();
    expect(element.getAttribute('locale')).toBe(navigator.language);
  });

  it('goes where the plugin asks to go, and nowhere else', async () => {
    const { page, element } = await mounted();
    const asked: string[] = [];
    page.addEventListener('console-navigate', (event) => asked.push((event as CustomEvent<string>).detail));
    for (const target of ['users', 'storage-accounts', 'packages', 'https://elsewhere.example', undefined]) {
      element.dispatchEvent(new CustomEvent('autotask-navigate', { detail: { page: target } }));
    }
    expect(asked).toEqual(['/users', '/storage-accounts', '/packages']);
  });

  it('says when the plugin cannot be loaded, and tries again', async () => {
    const page = await open(() => Promise.reject(new Error('no such file')));
    await untilShown(page, 'The Autotask page could not be loaded');
    await expectAccessible(page);
    page.load = load;
    button(page, 'Try again').click();
    await waitUntil(() => findAll(page, 'plugin-stand-in').length === 1);
  });

  it('says when the console is away', async () => {
    api.problem = AWAY;
    const page = await open();
    await untilShown(page, 'The console does not answer.');
  });
});
