import { fixture, html, oneEvent } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { findings } from '../../../../adapters/mbs-api/findings.ts';
import type { AutotaskContacts } from '../../../../plugin-ui/panel/autotask-contacts.ts';
import { allDeep, button, deep, textOf } from '../deep.ts';
import { eventually } from '../eventually.ts';
import { expectAccessible } from '../expect-accessible.ts';
import { CONNECTED, FakePluginApi, NOT_CONFIGURED, sampleProblem, sampleRun } from '../fake-plugin-api.ts';
import { openPage, rowsOnScreen, status, stocked, ticks } from './open-page.ts';

function emptyKind(page: Element): string | null {
  return page.shadowRoot!.querySelector('atc-empty-state')?.getAttribute('kind') ?? null;
}

describe('autotask-contacts', () => {
  it('asks for everything side by side and shows the active contacts', async () => {
    const api = stocked();
    const page = await openPage(api);
    await rowsOnScreen(page);
    const asked = api.calls.map(({ method }) => method).filter((method) => method !== 'forecast');
    expect(new Set(asked)).toEqual(new Set(['connection', 'destinations', 'packages', 'contacts', 'runs']));
    expect(textOf(deep(page, '.list'))).toContain('1 inactive contact is hidden');
    expect(allDeep(page.shadowRoot!, '[role=status]')).toHaveLength(1);
    await expectAccessible(page);
  });

  it('leaves no style on the host’s page', async () => {
    const page = await openPage(stocked());
    await rowsOnScreen(page);
    const leaked = [...document.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
    // The component library's defaults: custom properties of its own, in a layer under everything else.
    expect(leaked.filter((rule) => !rule.startsWith('@layer vaadin.base'))).toHaveLength(0);
    expect(document.head.querySelector('style[id*=atc]')).toBe(null);
  });

  it('takes the host’s tokens', async () => {
    const page = await fixture<AutotaskContacts>(
      html`<autotask-contacts
        style="--autotask-color-text: rgb(1, 2, 3); --autotask-font-family: serif"
        .api=${stocked()}
      ></autotask-contacts>`,
    );
    expect(getComputedStyle(page).color).toBe('rgb(1, 2, 3)');
    expect(getComputedStyle(page).fontFamily).toBe('serif');
  });

  it('does not scroll sideways at 320 px', async () => {
    const page = await openPage(stocked());
    await rowsOnScreen(page);
    page.style.width = '320px';
    await eventually(() => deep(page, '.page').scrollWidth <= 320);
    expect(page.scrollWidth).toBeLessThanOrEqual(320);
    await expectAccessible(page);
  });

  it('says how to begin without a connection', async () => {
    const api = new FakePluginApi();
    api.connectionView = NOT_CONFIGURED;
    const page = await openPage(api);
    await eventually(() => emptyKind(page) === 'not-connected');
    await expectAccessible(page);
  });

  it('tells never fetched, none exist, and none match apart', async () => {
    const api = new FakePluginApi();
    const page = await openPage(api);
    await eventually(() => emptyKind(page) === 'never-refreshed');
    api.runList = [sampleRun({ kind: 'refresh', finishedAt: '2026-11-24T08:10:00.000Z' })];
    document.dispatchEvent(new Event('visibilitychange'));
    await eventually(() => emptyKind(page) === 'none-exist');
    api.items = stocked(3).items.map((item) => ({ ...item, active: false }));
    document.dispatchEvent(new Event('visibilitychange'));
    await eventually(() => emptyKind(page) === 'none-match');
    button(page, 'Show inactive').click();
    await rowsOnScreen(page);
    expect(api.sentTo('contacts').some((sent) => !Object.hasOwn(sent as object, 'active'))).toBe(true);
  });

  it('makes the table while the first list is awaited, out of sight and out of reach', async () => {
    const api = new FakePluginApi();
    const page = await openPage(api);
    api.runList = [sampleRun({ kind: 'refresh', state: 'running', finishedAt: null })];
    document.dispatchEvent(new Event('visibilitychange'));
    await eventually(() => page.shadowRoot!.querySelector('.awaited atc-contact-table') !== null);
    expect(deep(page, 'atc-contact-table').checkVisibility({ visibilityProperty: true })).toBe(false);
    await expectAccessible(page);
  });

  it('keeps that table, and calls nothing empty, until the rows of an ended refresh are there', async () => {
    const api = new FakePluginApi();
    const page = await openPage(api);
    await eventually(() => emptyKind(page) === 'never-refreshed');
    button(page, 'Get Autotask Contacts').click();
    await eventually(() => api.listeners.has('refresh-1'));
    api.report({ id: 'refresh-1', kind: 'refresh', state: 'running', total: 3, done: 3 });
    await eventually(() => page.shadowRoot!.querySelector('.awaited atc-contact-table') !== null);
    const made = deep(page, 'atc-contact-table');
    let answer = (): void => undefined;
    api.waiting.set('contacts', new Promise<void>((resolve) => (answer = resolve)));
    const asked = api.sentTo('contacts').length;
    api.items = stocked(3).items;
    api.report({ id: 'refresh-1', kind: 'refresh', state: 'done', total: 3, done: 3 });
    await eventually(() => api.sentTo('contacts').length > asked);
    await page.updateComplete;
    expect(page.shadowRoot!.querySelector('atc-empty-state')).toBeNull();
    answer();
    await rowsOnScreen(page);
    expect(deep(page, 'atc-contact-table')).toBe(made);
  });

  it('never shows an outage as an empty list, and tries again', async () => {
    const api = stocked();
    api.failing.set('contacts', sampleProblem({ status: 0, code: 'network' }));
    const page = await openPage(api);
    await eventually(() => emptyKind(page) === 'could-not-load');
    expect(textOf(deep(page, 'atc-empty-state'))).toContain('The console could not be reached.');
    await expectAccessible(page);
    api.failing.clear();
    button(page, 'Try again').click();
    await rowsOnScreen(page);
  });

  it('says of a log-in that is not accepted any more what mends it, and nothing else', async () => {
    const api = stocked();
    const { text, remedy } = findings.log_in_refused;
    api.failing.set('contacts', sampleProblem({ detail: `${text('')} ${remedy}` }));
    const page = await openPage(api);
    await eventually(() => emptyKind(page) === 'could-not-load');
    expect(textOf(deep(page, 'atc-empty-state > p'))).toBe(`${text('')} ${remedy}`);
    await expectAccessible(page);
  });

  for (const [kind, httpStatus] of [
    ['signed-out', 401],
    ['not-allowed', 403],
  ] as const) {
    it(`shows nothing but the reason when ${kind}, and what is there after that has changed`, async () => {
      const api = stocked();
      for (const method of ['connection', 'destinations', 'packages', 'contacts', 'runs'] as const) {
        api.failing.set(method, sampleProblem({ status: httpStatus, code: kind }));
      }
      const page = await openPage(api);
      await eventually(() => emptyKind(page) === kind);
      expect(page.shadowRoot!.querySelector('atc-connection-form')).toBe(null);
      await expectAccessible(page);
      api.failing.clear();
      button(page, 'Try again').click();
      await rowsOnScreen(page);
      expect(emptyKind(page)).toBe(null);
    });
  }

  it('keeps the list and the selection when the session ends in the middle', async () => {
    const api = stocked();
    const page = await openPage(api);
    await rowsOnScreen(page);
    ticks(page)[0]!.click();
    await eventually(() => textOf(deep(page, '#count')) === '1 selected');
    api.failing.set('previewImport', sampleProblem({ status: 401, code: 'signed_out' }));
    button(page, 'Import Contacts').click();
    await eventually(() => emptyKind(page) === 'signed-out');
    expect(textOf(deep(page, '#count'))).toBe('1 selected');
    api.failing.clear();
    button(page, 'Try again').click();
    await eventually(() => emptyKind(page) === null);
    expect(textOf(deep(page, '#count'))).toBe('1 selected');
  });

  it('saves the connection, says so, and lets the contacts be fetched', async () => {
    const api = new FakePluginApi();
    api.connectionView = NOT_CONFIGURED;
    const page = await openPage(api);
    deep<HTMLInputElement>(page, '#username').value = 'key@msp.example';
    deep<HTMLInputElement>(page, '#password').value = 's3cret';
    button(page, 'Save').click();
    await eventually(() => status(page) === 'Saved. Connected as key@msp.example.');
    expect(api.sentTo('saveConnection')).toEqual([{ username: 'key@msp.example', password: 's3cret' }]);
    expect(deep<HTMLInputElement>(page, '#password').value).toBe('');
    expect(page.shadowRoot!.innerHTML).not.toContain('s3cret');
    expect(button(page, 'Get Autotask Contacts').getAttribute('aria-disabled')).toBe('false');
  });

  it('says what a check found besides the sign-in', async () => {
    const api = new FakePluginApi();
    const problem = { code: 'source_restricted', text: 'Some contacts are hidden.', remedy: 'Set View to All.' };
    api.connectionView = { ...CONNECTED, problem };
    const page = await openPage(api);
    button(page, 'Test').click();
    await eventually(() => status(page).endsWith('key@msp.example. Some contacts are hidden. Set View to All.'));
    await expectAccessible(page);
  });

  it('says why the credentials were refused', async () => {
    const api = new FakePluginApi();
    const page = await openPage(api);
    api.failing.set('saveConnection', sampleProblem({ status: 422, code: 'source_unauthorized', detail: 'Locked.' }));
    deep<HTMLInputElement>(page, '#password').value = 'wrong';
    button(page, 'Save').click();
    await eventually(() => status(page).startsWith('Not saved. Autotask refused the credentials.'));
    expect(status(page)).toContain('Locked.');
    await expectAccessible(page);
  });

  it('says that the connection can’t be read, without hiding the list', async () => {
    const api = stocked();
    api.failing.set('connection', sampleProblem());
    const page = await openPage(api);
    await rowsOnScreen(page);
    expect(textOf(deep(page, 'atc-notice'))).toContain('The connection could not be read.');
    api.failing.clear();
    button(page, 'Try again').click();
    await eventually(() => page.shadowRoot!.querySelector('atc-notice') === null);
    expect(deep(page, 'atc-connection-state').getAttribute('state')).toBe(CONNECTED.state);
  });

  it('sorts by a column and says so', async () => {
    const api = stocked();
    const page = await openPage(api);
    await rowsOnScreen(page);
    button(page, 'Email').click();
    await eventually(() => status(page) === 'Sorted by Email, ascending.');
    expect(api.sentTo('contacts').some((sent) => (sent as { sort?: string }).sort === 'email')).toBe(true);
  });

  it('shows the inactive contacts, and the selection stays', async () => {
    const api = stocked();
    const page = await openPage(api);
    await rowsOnScreen(page);
    ticks(page)[0]!.click();
    button(page, 'Show inactive').click();
    await eventually(() => status(page) === '20 contacts');
    expect(textOf(deep(page, '#count'))).toBe('1 selected');
    button(page, 'Hide inactive').click();
    await eventually(() => status(page) === '19 contacts');
  });

  it('passes a wish to see another page on to the host', async () => {
    const page = await openPage(stocked());
    setTimeout(() => button(page, 'Open the Users page').click());
    const event = await oneEvent(document.body, 'autotask-navigate');
    expect(event.detail).toEqual({ page: 'users' });
  });
});
