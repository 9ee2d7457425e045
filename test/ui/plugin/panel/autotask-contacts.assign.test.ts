import type { ComboBox } from '@vaadin/combo-box';
import { describe, expect, it } from 'vitest';
import { button, deep, focused, textOf } from '../deep.ts';
import { eventually } from '../eventually.ts';
import { expectAccessible } from '../expect-accessible.ts';
import { type FakePluginApi, sampleProblem, sampleRun } from '../fake-plugin-api.ts';
import { openPage, rowsOnScreen, status, stocked, ticks } from './open-page.ts';

type Page = Awaited<ReturnType<typeof openPage>>;

const bar = (page: Page) => deep(page, 'atc-assign-bar');
const note = (page: Page) => textOf(deep(bar(page), '.note'));
const isDialogOpen = (page: Page) => deep<HTMLDialogElement>(deep(page, 'atc-import-dialog'), 'dialog').open;
const ids = (api: FakePluginApi, count: number) => inOrder(api).slice(0, count);

/** The ids of the contacts as the list shows them. */
function inOrder({ items }: FakePluginApi): string[] {
  const shown = items.filter(({ active }) => active);
  return shown.sort((one, other) => one.lastName.localeCompare(other.lastName)).map(({ id }) => id);
}

async function open(selected: number) {
  const api = stocked();
  api.items = api.items.map((item) => ({ ...item, destinationId: null, packageId: null }));
  const page = await openPage(api);
  await rowsOnScreen(page);
  for (const tick of ticks(page).slice(0, selected)) tick.click();
  if (selected > 0) await eventually(() => textOf(deep(page, '#count')) === `${selected} selected`);
  return { api, page };
}

/** Chooses as a person does: the value of the box, and the change that follows. */
function choose(host: Element, name: RegExp, id: string, nth = 0): void {
  const inputs = [...allInputs(host)].filter((input) => name.test(input.getAttribute('aria-label') ?? ''));
  const box = inputs[nth]!.closest<ComboBox>('vaadin-combo-box')!;
  box.value = id;
  box.dispatchEvent(new Event('change'));
}

function allInputs(host: Element): NodeListOf<HTMLInputElement> {
  return host.shadowRoot!.querySelectorAll<HTMLInputElement>('vaadin-combo-box input');
}

/** What the drop-downs of a column show in the rows on screen. */
function shownIn(page: Page, column: string): string[] {
  const labels = ticks(page).map((tick) => tick.getAttribute('aria-label')!.replace(/^Select (.*), .*$/u, '$1'));
  const inputs = [...allInputs(deep(page, 'atc-contact-table'))];
  return labels.map(
    (name) => inputs.find((input) => input.getAttribute('aria-label') === `${column} for ${name}`)?.value ?? '?',
  );
}

describe('autotask-contacts: assigning to the selection', () => {
  it('gives a destination and a package to all that are selected, and shows them in the rows', async () => {
    const { api, page } = await open(3);
    choose(bar(page), /^Bucket to assign/u, 'd2');
    choose(bar(page), /^Package to assign/u, 'p1');
    await eventually(() => button(page, 'Assign to 3 contacts').getAttribute('aria-disabled') === 'false');
    const catalogReads = api.sentTo('destinations').length;
    button(page, 'Assign to 3 contacts').click();
    await eventually(() => status(page) === 'Saved for 3 contacts: clients-eu and Starter.');
    expect(api.sentTo('assign')).toEqual([{ selection: { ids: ids(api, 3) }, destinationId: 'd2', packageId: 'p1' }]);
    await eventually(() => shownIn(page, 'Bucket').filter((name) => name === 'clients-eu').length === 3);
    expect(shownIn(page, 'Package').slice(0, 4)).toEqual(['Starter', 'Starter', 'Starter', '']);
    expect(note(page)).toBe(status(page));
    expect(textOf(deep(page, '#count'))).toBe('3 selected');
    // What is already used is told anew.
    await eventually(() => api.sentTo('destinations').length === catalogReads + 1);
    await expectAccessible(page);
  });

  it('takes all that match the filter in one step', async () => {
    const { api, page } = await open(0);
    deep<HTMLInputElement>(page, '[aria-label="Select all contacts"]').click();
    choose(bar(page), /^Package to assign/u, 'p2');
    const count = inOrder(api).length;
    await eventually(() => textOf(deep(page, '#count')) === `All ${count} selected`);
    await eventually(() => button(page, `Assign to ${count}`).getAttribute('aria-disabled') === 'false');
    button(page, `Assign to ${count}`).click();
    await eventually(() => status(page) === `Saved for ${count} contacts: Standard.`);
    expect(api.sentTo('assign')).toEqual([{ selection: { filter: { active: true }, except: [] }, packageId: 'p2' }]);
  });

  it('says beside the bar why a choice was refused, keeps it, and takes it again', async () => {
    const { api, page } = await open(2);
    choose(bar(page), /^Package to assign/u, 'p2');
    api.failing.set('assign', sampleProblem({ status: 422, code: 'package_unknown', detail: 'It was deleted.' }));
    await eventually(() => button(page, 'Assign to 2').getAttribute('aria-disabled') === 'false');
    button(page, 'Assign to 2 contacts').focus();
    button(page, 'Assign to 2 contacts').click();
    await eventually(() => status(page) === 'It was deleted.');
    expect(textOf(deep(bar(page), 'atc-notice'))).toBe('Nothing was assigned. It was deleted.');
    expect(focused()).toBe(button(page, 'Assign to 2 contacts'));
    expect(textOf(deep(page, '#count'))).toBe('2 selected');
    await expectAccessible(page);
    api.failing.clear();
    await eventually(() => !bar(page).hasAttribute('saving'));
    button(page, 'Assign to 2 contacts').click();
    await eventually(() => status(page) === 'Saved for 2 contacts: Standard.');
  });

  it('says what is missing when it is pressed too early, and does nothing', async () => {
    const { api, page } = await open(0);
    button(page, 'Assign to contacts').click();
    await eventually(() => status(page) === 'Tick the check boxes of the contacts to assign to.');
    expect(api.sentTo('assign')).toHaveLength(0);
  });

  it('fills the choice made in a selected row down to all that are selected', async () => {
    const { api, page } = await open(3);
    choose(deep(page, 'atc-contact-table'), /^Package for /u, 'p1');
    await eventually(() => note(page).includes('Apply to all 3 selected'));
    button(page, 'Apply to all 3 selected').focus();
    button(page, 'Apply to all 3 selected').click();
    await eventually(() => status(page) === 'Saved for 3 contacts: Starter.');
    expect(api.sentTo('assign').at(-1)).toEqual({ selection: { ids: ids(api, 3) }, packageId: 'p1' });
    await eventually(() => focused() === button(page, 'Assign to 3 contacts'));
    await eventually(() => shownIn(page, 'Package').filter((name) => name === 'Starter').length === 3);
  });

  it('tells that nobody is signed in any more, with the choice kept', async () => {
    const { api, page } = await open(1);
    choose(bar(page), /^Package to assign/u, 'p2');
    api.failing.set('assign', sampleProblem({ status: 401, code: 'not_signed_in', detail: '' }));
    await eventually(() => button(page, 'Assign to 1').getAttribute('aria-disabled') === 'false');
    button(page, 'Assign to 1 contact').click();
    await eventually(() => page.shadowRoot!.querySelector('atc-empty-state[kind=signed-out]') !== null);
    expect([...allInputs(bar(page))].map(({ value }) => value)).toEqual(['', 'Standard']);
  });
});

describe('autotask-contacts: files', () => {
  it('leads to the list as it is filtered and sorted', async () => {
    const { page } = await open(0);
    const address = () => deep(page, 'atc-import-bar a[download], a[download]').getAttribute('href');
    expect(address()).toBe('/plugin/api/contacts.csv?sort=lastName&active=true');
    button(page, 'Show inactive').click();
    await eventually(() => address() === '/plugin/api/contacts.csv?sort=lastName&active=any');
  });

  it('leads to the rows that an import has failed for', async () => {
    const api = stocked();
    const running = sampleRun({ id: 'import-9', state: 'running', total: 8, done: 2 });
    api.runList = [running, ...api.runList];
    const page = await openPage(api);
    await rowsOnScreen(page);
    api.report(sampleRun({ id: 'import-9', total: 8, done: 8, created: 6, failed: 2 }));
    await eventually(() => page.shadowRoot!.querySelector('atc-run-result') !== null);
    const link = deep(deep(page, 'atc-run-result'), 'a');
    expect(link.getAttribute('href')).toBe(api.runItemsFile('import-9', { outcome: 'failed' }));
  });
});

describe('autotask-contacts: the import’s options', () => {
  it('has the new users sent their instructions only when that is ticked', async () => {
    const { api, page } = await open(1);
    button(page, 'Import Contacts').click();
    await eventually(() => isDialogOpen(page));
    deep<HTMLInputElement>(deep(page, 'atc-import-dialog'), 'input[type=checkbox]').click();
    await eventually(() => deep(page, 'atc-import-dialog').hasAttribute('instructions'));
    button(page, 'Import 1 contact').click();
    await eventually(() => api.listeners.has('import-1'));
    expect(api.sentTo('startImport')[0]).toHaveProperty('sendInstructions', true);
  });

  it('shows of a plan that has changed what each number was', async () => {
    const { api, page } = await open(2);
    button(page, 'Import Contacts').click();
    await eventually(() => isDialogOpen(page));
    api.failing.set('startImport', sampleProblem({ status: 409, code: 'plan_changed', detail: 'It has changed.' }));
    api.previewChange = { create: 1, unchanged: 1 };
    button(page, 'Import 2 contacts').click();
    const tile = () => textOf(deep(deep(page, 'atc-import-dialog'), '.tile'));
    await eventually(() => tile() === 'will be created 1 before: 2');
    expect(api.sentTo('startImport')[0]).not.toHaveProperty('sendInstructions');
  });
});
