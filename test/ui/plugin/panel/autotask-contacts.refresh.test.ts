import { describe, expect, it } from 'vitest';
import { allDeep, button, deep, focused, textOf } from '../deep.ts';
import { eventually } from '../eventually.ts';
import { expectAccessible } from '../expect-accessible.ts';
import { CONNECTED, type FakePluginApi, NOT_CONFIGURED, sampleProblem, sampleRun } from '../fake-plugin-api.ts';
import { openPage, rowsOnScreen, status, stocked, ticks } from './open-page.ts';

const HELD = sampleRun({
  id: 'refresh-7',
  kind: 'refresh',
  state: 'held',
  problem: { code: 'far_fewer', text: 'The list has 20 contacts; Autotask sent 3.', remedy: 'Check the rights.' },
});

function notice(page: Element): Element | null {
  return page.shadowRoot!.querySelector('atc-held-run');
}

async function openHeld(api: FakePluginApi = stocked()) {
  api.runList = [HELD, ...api.runList];
  const page = await openPage(api);
  await rowsOnScreen(page);
  await eventually(() => notice(page) !== null);
  return { api, page };
}

describe('autotask-contacts: a held refresh', () => {
  it('is found again after a reload, with the list below as usable as before', async () => {
    const { page } = await openHeld();
    expect(textOf(deep(page, '#why'))).toContain('Autotask sent 3.');
    expect(button(page, 'Get Autotask Contacts').getAttribute('aria-disabled')).toBe('false');
    ticks(page)[0]!.click();
    await eventually(() => textOf(deep(page, '#count')) === '1 selected');
    await expectAccessible(page);
  });

  it('is found behind many imports', async () => {
    const api = stocked();
    api.runList = [...Array.from({ length: 100 }, (_, index) => sampleRun({ id: `import-${index}` })), HELD];
    const page = await openPage(api);
    await eventually(() => notice(page) !== null);
  });

  it('is announced with its reason when it comes to be held', async () => {
    const api = stocked();
    const page = await openPage(api);
    await rowsOnScreen(page);
    button(page, 'Get Autotask Contacts').click();
    await eventually(() => api.listeners.has('refresh-1'));
    api.report({ ...HELD, id: 'refresh-1' });
    await eventually(() => status(page).includes('held back') && status(page).includes('Autotask sent 3.'));
    expect(notice(page)).not.toBe(null);
  });

  it('goes on when it is released: followed to its end, the focus on Get Autotask Contacts', async () => {
    const { api, page } = await openHeld();
    button(page, 'Release').focus();
    button(page, 'Release').click();
    button(page, 'Release').click();
    await eventually(() => status(page) === 'Released. The new list is being taken over.');
    expect(api.sentTo('releaseRun')).toEqual(['refresh-7']);
    await eventually(() => notice(page) === null);
    await eventually(() => focused() === button(page, 'Get Autotask Contacts'));
    api.items = api.items.filter(({ active }) => active).slice(0, 3);
    api.report({ id: 'refresh-7', kind: 'refresh', state: 'done', total: 3, done: 3 });
    await eventually(() => status(page) === 'Done: 3 contacts read from Autotask.');
    await eventually(() => textOf(deep(page, '.list')).startsWith('3 contacts'));
  });

  it('ends when it is dropped, and the list stays', async () => {
    const { api, page } = await openHeld();
    button(page, 'Drop').click();
    await eventually(() => api.listeners.has('refresh-7'));
    expect(api.sentTo('cancelRun')).toEqual(['refresh-7']);
    api.report({ id: 'refresh-7', kind: 'refresh', state: 'cancelled' });
    await eventually(() => status(page) === 'Getting contacts was cancelled; the list is as it was.');
    expect(notice(page)).toBe(null);
    expect(ticks(page).length).toBeGreaterThan(0);
  });

  it('stays, with the focus where it was, when the decision does not get through', async () => {
    const { api, page } = await openHeld();
    api.failing.set('releaseRun', sampleProblem({ status: 0, code: 'network' }));
    button(page, 'Release').focus();
    button(page, 'Release').click();
    await eventually(() => status(page).startsWith('The console could not be reached.'));
    expect(textOf(deep(page, 'atc-held-run').shadowRoot!.querySelector('atc-notice')!)).toContain('still held back');
    expect(focused()).toBe(button(page, 'Release'));
    await expectAccessible(page);
  });

  it('gives way to what somebody else has decided', async () => {
    const { api, page } = await openHeld();
    api.failing.set('releaseRun', sampleProblem({ status: 409, code: 'run_not_held' }));
    api.runList = [{ ...HELD, state: 'done', problem: null, finishedAt: '2026-11-24T08:20:00.000Z' }];
    button(page, 'Release').click();
    await eventually(() => status(page).startsWith('It is not held back any more.'));
    await eventually(() => notice(page) === null);
  });

  it('gives way to a new refresh', async () => {
    const { api, page } = await openHeld();
    button(page, 'Get Autotask Contacts').click();
    await eventually(() => notice(page) === null);
    expect(api.sentTo('startRefresh')).toEqual([null]);
  });
});

describe('autotask-contacts: everything anew', () => {
  it('is offered once there is a list, and asks for a full refresh', async () => {
    const api = stocked();
    const page = await openPage(api);
    await rowsOnScreen(page);
    button(page, 'Get everything anew').click();
    await eventually(() => api.sentTo('startRefresh').length > 0);
    expect(api.sentTo('startRefresh')).toEqual(['full']);
  });

  it('is not offered before', async () => {
    const page = await openPage(stocked(0));
    const names = allDeep(page.shadowRoot!, 'button').map(textOf);
    expect(names).toContain('Get Autotask Contacts');
    expect(names).not.toContain('Get everything anew');
  });
});

describe('autotask-contacts: the forecast', () => {
  const line = (page: Element) =>
    textOf(deep(page, 'atc-refresh-forecast', ([one]) => one).shadowRoot!.querySelector('p')!);
  const isShown = (page: Element) =>
    allDeep(page.shadowRoot!, 'atc-refresh-forecast').some((one) => one.shadowRoot?.querySelector('p'));

  it('is asked for after the list is there, and again after a refresh', async () => {
    const api = stocked();
    const page = await openPage(api);
    await rowsOnScreen(page);
    await eventually(() => isShown(page));
    expect(api.calls.at(-1)?.method).toBe('forecast');
    expect(line(page)).toContain('The next refresh takes about 4 calls.');
    button(page, 'Get Autotask Contacts').click();
    await eventually(() => api.listeners.has('refresh-1'));
    api.forecastView = { ...api.forecastView, calls: 5 };
    api.report({ id: 'refresh-1', kind: 'refresh', state: 'done', total: 20, done: 20 });
    await eventually(() => line(page).includes('about 5 calls'));
  });

  it('keeps silent when it fails', async () => {
    const api = stocked();
    api.failing.set('forecast', sampleProblem());
    const page = await openPage(api);
    await rowsOnScreen(page);
    await eventually(() => api.sentTo('forecast').length === 1);
    expect(isShown(page)).toBe(false);
    expect(page.shadowRoot!.querySelector('atc-notice')).toBe(null);
  });

  it('is not asked for with credentials that do not work, or none', async () => {
    for (const view of [NOT_CONFIGURED, { ...CONNECTED, state: 'failing' as const }]) {
      const api = stocked();
      api.connectionView = view;
      await rowsOnScreen(await openPage(api));
      expect(api.sentTo('forecast')).toHaveLength(0);
    }
  });

  it('is told as soon as the credentials are saved', async () => {
    const api = stocked();
    api.connectionView = NOT_CONFIGURED;
    const page = await openPage(api);
    deep<HTMLInputElement>(page, '#username').value = 'key@msp.example';
    deep<HTMLInputElement>(page, '#password').value = 's3cret';
    button(page, 'Save').click();
    await eventually(() => isShown(page));
  });
});
