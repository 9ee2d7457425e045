import { fixture, html } from '@open-wc/testing';
import type { AutotaskContacts } from '../../../../plugin-ui/panel/autotask-contacts.ts';
import '../../../../plugin-ui/panel/autotask-contacts.ts';
import { allDeep, deep, textOf } from '../deep.ts';
import { eventually } from '../eventually.ts';
import { FakePluginApi, sampleRun } from '../fake-plugin-api.ts';
import { sampleContacts } from '../sample-contacts.ts';

const LAST_REFRESH = sampleRun({
  id: 'refresh-0',
  kind: 'refresh',
  total: 20,
  finishedAt: '2026-11-24T08:10:00.000Z',
});

/** A plugin that is connected and has some contacts. */
export function stocked(count = 20): FakePluginApi {
  const api = new FakePluginApi();
  api.items = [...sampleContacts(count)];
  api.runList = [LAST_REFRESH];
  return api;
}

const ADDRESS = location.href;

/** The page over the plugin, as soon as it has heard what it asked for; a link to it may ask for a view. */
export async function openPage(api: FakePluginApi, asked: Record<string, string> = {}): Promise<AutotaskContacts> {
  const address = new URL(ADDRESS);
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
  history.replaceState(null, '', address);
  const page = await fixture<AutotaskContacts>(html`<autotask-contacts .api=${api}></autotask-contacts>`);
  await eventually(() => api.sentTo('runs').length > 0);
  await eventually(() => page.shadowRoot?.querySelector('.loading') === null, 'the list or why there is none');
  return page;
}

export function status(page: Element): string {
  return textOf(deep(page, '[role=status]'));
}

/** The grid keeps rows that it has no use for at the moment, with what stood in them. */
function isInRow(element: Element): boolean {
  return element.closest<HTMLElement>('[slot]')?.assignedSlot?.closest('tr')?.hidden === false;
}

/** The check boxes of the rows on screen. */
export function ticks(page: Element): HTMLInputElement[] {
  const table = deep(page, 'atc-contact-table');
  return [...table.shadowRoot!.querySelectorAll<HTMLInputElement>('[aria-label^="Select "]')].filter(
    (tick) => tick.getAttribute('aria-label') !== 'Select all contacts' && isInRow(tick),
  );
}

export async function rowsOnScreen(page: Element): Promise<void> {
  const isDrawn = () => ticks(page).length > 0 && !allDeep(page.shadowRoot!, '.pending-choice').some(isInRow);
  await eventually(() => page.shadowRoot!.querySelector('atc-contact-table') !== null && isDrawn());
}
