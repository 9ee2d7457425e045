import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { allDeep, button, deep, focused, textOf } from '../deep.ts';
import { eventually } from '../eventually.ts';
import { expectAccessible } from '../expect-accessible.ts';
import { sampleProblem, sampleRun } from '../fake-plugin-api.ts';
import { openPage, rowsOnScreen, status, stocked, ticks } from './open-page.ts';

async function openWithSelection(count: number) {
  const api = stocked();
  const page = await openPage(api);
  await rowsOnScreen(page);
  for (const tick of ticks(page).slice(0, count)) tick.click();
  await eventually(() => textOf(deep(page, '#count')) === (count === 0 ? 'None selected' : `${count} selected`));
  return { api, page };
}

const isDialogOpen = (page: Element) => deep<HTMLDialogElement>(deep(page, 'atc-import-dialog'), 'dialog').open;

describe('autotask-contacts: selection', () => {
  it('announces each change once, in words', async () => {
    const { page } = await openWithSelection(2);
    expect(status(page)).toBe('2 selected');
    button(page, 'Clear selection').click();
    await eventually(() => status(page) === 'None selected');
  });

  it('takes all that match by the header’s check box, but those ticked off', async () => {
    const { api, page } = await openWithSelection(0);
    deep<HTMLInputElement>(page, '[aria-label="Select all contacts"]').click();
    await eventually(() => status(page) === 'All 19 selected');
    ticks(page)[0]!.click();
    await eventually(() => status(page) === '18 selected');
    button(page, 'Import Contacts').click();
    await eventually(() => isDialogOpen(page));
    const [sent] = api.sentTo('previewImport') as { filter: unknown; except: string[] }[];
    expect(sent!.filter).toEqual({ active: true });
    expect(sent!.except).toHaveLength(1);
  });

  it('says what is missing when nothing is selected', async () => {
    const { page } = await openWithSelection(0);
    button(page, 'Import Contacts').click();
    await eventually(() => status(page) === 'Tick the check boxes of the contacts to import.');
  });
});

describe('autotask-contacts: choosing in a row', () => {
  it('saves at once, shows it at once, and says so', async () => {
    const { api, page } = await openWithSelection(0);
    const name = deep(page, 'vaadin-combo-box[accessible-name^="Package for"]').getAttribute('accessible-name')!;
    deep<HTMLInputElement>(page, `input[aria-label="${name}"]`).focus();
    await userEvent.keyboard('Server{Enter}');
    await eventually(() => status(page) === `${name}: Server. Saved.`);
    expect((api.sentTo('assign')[0] as { packageId: string }).packageId).toBe('p3');
  });

  it('takes a refused choice back and says why in the row', async () => {
    const { api, page } = await openWithSelection(0);
    api.failing.set('assign', sampleProblem({ status: 422, code: 'package_unknown', detail: 'It was deleted.' }));
    const input = deep<HTMLInputElement>(page, 'input[aria-label^="Package for"]');
    const before = input.value;
    input.focus();
    await userEvent.keyboard('Server{Enter}');
    await eventually(() => status(page).includes('was not saved: It was deleted.'));
    await eventually(() => input.value === before);
    expect(textOf(deep(page, '.refused'))).toBe('Not saved. It was deleted.');
  });
});

describe('autotask-contacts: import', () => {
  it('previews, confirms, shows the result with the focus on it, and lets go of what was imported', async () => {
    const { api, page } = await openWithSelection(2);
    button(page, 'Import Contacts').click();
    await eventually(() => isDialogOpen(page));
    await expectAccessible(page);
    button(page, 'Import 2 contacts').click();
    await eventually(() => api.listeners.has('import-1'));
    await eventually(() => !isDialogOpen(page));
    expect(api.sentTo('startImport')[0]).toHaveProperty('fingerprint');
    api.report({ id: 'import-1', state: 'running', total: 2, done: 0 });
    await eventually(() => status(page) === 'The import has started.');
    api.report({ id: 'import-1', state: 'done', total: 2, done: 2, created: 2 });
    await eventually(() => textOf(focused()!) === 'Import finished');
    expect(status(page)).toBe('Import finished. 2 users were created.');
    expect(textOf(deep(page, '#count'))).toBe('None selected');
    await expectAccessible(page);
    button(page, 'Close').click();
    await eventually(() => focused() === button(page, 'Import Contacts'));
  });

  it('keeps the contacts selected that failed', async () => {
    const { api, page } = await openWithSelection(3);
    const failedId = api.items[0]!.id;
    api.runItemList = [{ contactId: failedId, contact: null, outcome: 'failed', reason: null }];
    button(page, 'Import Contacts').click();
    await eventually(() => isDialogOpen(page));
    button(page, 'Import 3 contacts').click();
    await eventually(() => api.listeners.has('import-1'));
    api.report({ id: 'import-1', state: 'done', total: 3, done: 3, created: 2, failed: 1 });
    await eventually(() => textOf(deep(page, '#count')) === '1 selected');
    await eventually(() =>
      textOf(deep(page, 'atc-run-result').shadowRoot!.querySelector('section')!).includes('still'),
    );
  });

  it('returns to Import Contacts when the dialog is left by Escape', async () => {
    const { page } = await openWithSelection(1);
    button(page, 'Import Contacts').focus();
    await userEvent.keyboard('{Enter}');
    await eventually(() => isDialogOpen(page));
    await userEvent.keyboard('{Escape}');
    await eventually(() => !isDialogOpen(page));
    await eventually(() => focused() === button(page, 'Import Contacts'));
    expect(textOf(deep(page, '#count'))).toBe('1 selected');
  });

  it('previews again when the plan has changed', async () => {
    const { api, page } = await openWithSelection(2);
    button(page, 'Import Contacts').click();
    await eventually(() => isDialogOpen(page));
    api.failing.set('startImport', sampleProblem({ status: 409, code: 'plan_changed' }));
    api.previewChange = { create: 0, unchanged: 1, fingerprint: 'of the new plan' };
    button(page, 'Import 2 contacts').click();
    await eventually(() => status(page).startsWith('The import would do something else now.'));
    expect(isDialogOpen(page)).toBe(true);
    expect(allDeep(deep(page, '[role=alert]'), 'li').map(textOf)).toEqual([
      '0 users would be created now; the preview said 2.',
      '1 user would be left alone now; the preview said 0.',
    ]);
    expect(api.sentTo('previewImport')).toHaveLength(2);
    await expectAccessible(page);
    api.failing.clear();
    button(page, 'Import 1 contact').click();
    await eventually(() => api.listeners.has('import-1'));
    expect(api.sentTo('startImport').at(-1)).toHaveProperty('fingerprint', 'of the new plan');
  });

  it('takes no confirmation of a plan that has changed while the new one is on its way', async () => {
    const { api, page } = await openWithSelection(1);
    button(page, 'Import Contacts').click();
    await eventually(() => isDialogOpen(page));
    api.failing.set('startImport', sampleProblem({ status: 409, code: 'plan_changed', detail: 'It is another one.' }));
    let answer: (value?: unknown) => void = () => undefined;
    api.waiting.set(
      'previewImport',
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    button(page, 'Import 1 contact').click();
    await eventually(() => api.sentTo('previewImport').length === 2);
    await page.updateComplete;
    button(page, 'Import 1 contact').click();
    await userEvent.keyboard('{Escape}');
    await eventually(() => !isDialogOpen(page));
    answer();
    await eventually(() => button(page, 'Import Contacts').getAttribute('aria-disabled') === 'false');
    expect(api.sentTo('startImport')).toHaveLength(1);
    expect(isDialogOpen(page)).toBe(false);
    expect(page.shadowRoot!.querySelector('.contacts atc-notice')).toBe(null);
  });

  it('says why there is no preview, and tries again', async () => {
    const { api, page } = await openWithSelection(1);
    api.failing.set('previewImport', sampleProblem({ detail: 'Managed Backup could not be reached.' }));
    button(page, 'Import Contacts').click();
    await eventually(() => status(page).startsWith('Managed Backup could not be reached.'));
    expect(isDialogOpen(page)).toBe(false);
    api.failing.clear();
    button(page, 'Try again').click();
    await eventually(() => isDialogOpen(page));
  });

  it('takes up an unfinished import after a reload', async () => {
    const api = stocked();
    api.runList = [sampleRun({ id: 'import-9', state: 'running', total: 8, done: 2 })];
    const page = await openPage(api);
    await rowsOnScreen(page);
    expect(deep(page, '[role=progressbar]').getAttribute('aria-valuetext')).toBe('2 of 8 contacts done');
    expect(button(page, 'Import Contacts').getAttribute('aria-disabled')).toBe('true');
    api.report({ id: 'import-9', state: 'running', total: 8, done: 4 });
    await eventually(() => status(page) === '4 of 8 contacts done');
    api.runList = [sampleRun({ id: 'import-9', total: 8, done: 8, created: 8 })];
    api.report({ id: 'import-9', state: 'done', total: 8, done: 8, created: 8 });
    await eventually(() => status(page).startsWith('Import finished.'));
    expect(textOf(deep(page, 'atc-run-result').shadowRoot!.querySelector('h3')!)).toBe('Import finished');
  });
});

describe('autotask-contacts: refresh', () => {
  it('announces start, quarters and end, and reloads the list', async () => {
    const api = stocked();
    const page = await openPage(api);
    await rowsOnScreen(page);
    button(page, 'Get Autotask Contacts').click();
    button(page, 'Get Autotask Contacts').click();
    await eventually(() => api.listeners.has('refresh-1'));
    const report = (done: number) =>
      api.report({ id: 'refresh-1', kind: 'refresh', state: 'running', total: 100, done });
    report(0);
    await eventually(() => status(page) === 'Getting contacts from Autotask.');
    report(10);
    report(30);
    await eventually(() => status(page) === '30 of 100 contacts read');
    report(40);
    await page.updateComplete;
    expect(status(page)).toBe('30 of 100 contacts read');
    const asked = api.sentTo('contacts').length;
    api.items = [];
    api.report({ id: 'refresh-1', kind: 'refresh', state: 'done', total: 100, done: 100 });
    await eventually(() => status(page) === 'Done: 100 contacts read from Autotask.');
    await eventually(() => page.shadowRoot!.querySelector('atc-contact-table') === null);
    expect(api.sentTo('contacts').length).toBeGreaterThan(asked);
    expect(api.sentTo('startRefresh')).toHaveLength(1);
  });

  it('says why it could not be started', async () => {
    const api = stocked();
    const page = await openPage(api);
    api.failing.set('startRefresh', sampleProblem({ status: 409, code: 'not_connected' }));
    button(page, 'Get Autotask Contacts').click();
    await eventually(() => status(page).startsWith('Not connected to Autotask yet.'));
  });

  it('goes on by itself after the progress could not be read for a while', async () => {
    const api = stocked();
    const page = await openPage(api);
    button(page, 'Get Autotask Contacts').click();
    await eventually(() => api.listeners.has('refresh-1'));
    api.report({ id: 'refresh-1', kind: 'refresh', state: 'running', total: 100, done: 0 });
    api.listeners.get('refresh-1')!.onProblem(sampleProblem({ status: 0, code: 'network' }));
    const notice = () => deep(page, 'atc-refresh-bar').shadowRoot!.querySelector('atc-notice');
    await eventually(() => notice() !== null);
    expect(textOf(notice()!)).toContain('the run goes on');
    api.report({ id: 'refresh-1', kind: 'refresh', state: 'running', total: 100, done: 50 });
    await eventually(() => notice() === null);
  });
});
