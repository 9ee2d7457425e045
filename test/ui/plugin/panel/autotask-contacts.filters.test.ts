import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { ContactQuery } from '../../../../core/contract/index.ts';
import { button, deep, textOf } from '../deep.ts';
import { eventually } from '../eventually.ts';
import { expectAccessible } from '../expect-accessible.ts';
import type { FakePluginApi } from '../fake-plugin-api.ts';
import { sampleContacts } from '../sample-contacts.ts';
import { openPage, rowsOnScreen, status, stocked, ticks } from './open-page.ts';

async function openList(count = 60, asked: Record<string, string> = {}) {
  const api = stocked(count);
  const page = await openPage(api, asked);
  await eventually(() => page.shadowRoot!.querySelector('atc-filter-bar') !== null);
  return { api, page };
}

const asked = (api: FakePluginApi) => api.sentTo('contacts') as readonly ContactQuery[];
const selected = (page: Element) => textOf(deep(page, '#count'));
const emptyState = (page: Element) => page.shadowRoot!.querySelector('atc-empty-state');

async function search(page: Element, words: string): Promise<void> {
  deep<HTMLInputElement>(page, '#search').focus();
  await userEvent.keyboard(words);
}

describe('autotask-contacts: search and filters', () => {
  it('searches when the typing pauses, says how many there are, and Escape shows all again', async () => {
    const { api, page } = await openList();
    await rowsOnScreen(page);
    api.calls.length = 0;
    await search(page, 'acme');
    await eventually(() => asked(api).some(({ q }) => q === 'acme'));
    await eventually(() => /^\d contacts$/.test(status(page)));
    expect(asked(api).filter(({ q }) => q !== 'acme')).toHaveLength(0);
    expect(asked(api)).toHaveLength(2);
    expect(new URLSearchParams(location.search).get('q')).toBe('acme');
    await userEvent.keyboard('{Escape}');
    await eventually(() => status(page) === '55 contacts');
    expect(new URLSearchParams(location.search).has('q')).toBe(false);
  });

  it('narrows the list by a chip, and counts the inactive ones again', async () => {
    const { api, page } = await openList();
    button(page, 'Equal').click();
    await eventually(() => status(page) === '7 contacts');
    await rowsOnScreen(page);
    expect(textOf(button(page, 'Equal'))).toBe('Equal 7');
    expect(textOf(button(page, 'All'))).toBe('All 55');
    expect(asked(api).at(-1)).toMatchObject({ status: 'equal' });
    await expectAccessible(page);
  });

  it('asks once more for an order, and not for what an order leaves as it is', async () => {
    const { api, page } = await openList();
    await rowsOnScreen(page);
    api.calls.length = 0;
    button(page, 'Account').click();
    await eventually(() => status(page) === 'Sorted by Account, ascending.');
    expect(asked(api)).toEqual([{ active: true, sort: 'account', at: 0, limit: 100 }]);
    expect(new URLSearchParams(location.search).get('sort')).toBe('account');
  });

  it('sorts by what is assigned, by the column’s word and in the address, and back', async () => {
    const { api, page } = await openList();
    await rowsOnScreen(page);
    button(page, 'Package').click();
    await eventually(() => status(page) === 'Sorted by Package, ascending.');
    button(page, 'Package').click();
    await eventually(() => status(page) === 'Sorted by Package, descending.');
    expect(asked(api).at(-1)).toMatchObject({ sort: '-package', at: 0 });
    expect(new URLSearchParams(location.search).get('sort')).toBe('-package');
  });

  it('shows what a link asks for', async () => {
    const { api, page } = await openList(60, { status: 'equal', account: '3', sort: '-email', active: 'all' });
    await rowsOnScreen(page);
    expect(asked(api)).toContainEqual({ status: 'equal', account: '3', sort: '-email', at: 0, limit: 100 });
    expect(button(page, 'Equal').getAttribute('aria-pressed')).toBe('true');
    expect(deep<HTMLInputElement>(deep(page, 'atc-account-filter'), 'input').value).toBe('Delta Freight');
  });

  it('follows the address when Back is pressed', async () => {
    const { page } = await openList();
    await rowsOnScreen(page);
    const address = new URL(location.href);
    address.searchParams.set('status', 'failed');
    history.replaceState(null, '', address);
    window.dispatchEvent(new PopStateEvent('popstate'));
    await eventually(() => button(page, 'Failed').getAttribute('aria-pressed') === 'true');
  });

  it('says what hides every contact, and clears it', async () => {
    const { page } = await openList(60, { q: 'nobody', status: 'failed', account: '99' });
    await eventually(() => emptyState(page)?.getAttribute('kind') === 'none-match');
    const asked = deep(page, 'ul[aria-labelledby=asked-for]');
    expect(textOf(deep(page, '#asked-for'))).toBe('What is asked for');
    expect([...asked.children].map(textOf)).toEqual([
      'Search: “nobody”',
      'Status: Failed',
      'Account: Account 99',
      'Active contacts only',
    ]);
    await expectAccessible(page);
    deep<HTMLButtonElement>(emptyState(page)!, 'button').click();
    await rowsOnScreen(page);
    expect(status(page)).toBe('Filters cleared. 55 contacts are listed.');
    expect(new URLSearchParams(location.search).has('status')).toBe(false);
  });

  it('shows the answer to the last question, though an earlier one comes later', async () => {
    const { api, page } = await openList();
    await rowsOnScreen(page);
    let answer = (): void => undefined;
    api.waiting.set('contacts', new Promise<void>((resolve) => (answer = resolve)));
    button(page, 'Failed').click();
    api.waiting.clear();
    button(page, 'Equal').click();
    await eventually(() => status(page) === '7 contacts');
    answer();
    await page.updateComplete;
    expect(status(page)).toBe('7 contacts');
  });
});

describe('autotask-contacts: the selection under filters', () => {
  it('keeps what is ticked, and says how much of it is hidden', async () => {
    const { page } = await openList();
    await rowsOnScreen(page);
    const names = ticks(page).map((tick) => tick.getAttribute('aria-label'));
    ticks(page)[0]!.click();
    ticks(page)[1]!.click();
    await eventually(() => selected(page) === '2 selected');
    await search(page, 'zzz');
    await eventually(() => selected(page) === '2 selected, 2 of them hidden');
    await userEvent.keyboard('{Escape}');
    await eventually(() => selected(page) === '2 selected');
    await rowsOnScreen(page);
    const ticked = ticks(page).filter(({ checked }) => checked);
    expect(ticked.map((tick) => tick.getAttribute('aria-label'))).toEqual(names.slice(0, 2));
  });

  it('keeps all that matched, ticks of the rows now shown those that are among them, and counts the rest', async () => {
    const { api, page } = await openList();
    button(page, 'Equal').click();
    await eventually(() => status(page) === '7 contacts');
    await rowsOnScreen(page);
    const all = deep<HTMLInputElement>(page, '[aria-label="Select all contacts"]');
    all.click();
    await eventually(() => status(page) === 'All 7 selected');
    ticks(page)[0]!.click();
    await eventually(() => selected(page) === '6 selected');
    button(page, 'Failed').click();
    await eventually(() => selected(page) === '6 selected, 6 of them hidden');
    button(page, 'All').click();
    await eventually(() => selected(page) === '6 selected');
    await eventually(() => ticks(page).some(({ checked }) => checked) && ticks(page).some(({ checked }) => !checked));
    button(page, 'Import Contacts').click();
    await eventually(() => api.sentTo('previewImport').length === 1);
    expect(api.sentTo('previewImport')[0]).toMatchObject({ filter: { active: true, status: 'equal' } });
  });

  it('takes all that match in by the header’s check box beside what is selected, and out again alone', async () => {
    const { api, page } = await openList();
    button(page, 'Failed').click();
    await eventually(() => /^\d contacts$/.test(status(page)));
    await rowsOnScreen(page);
    ticks(page)[0]!.click();
    await eventually(() => selected(page) === '1 selected');
    button(page, 'Equal').click();
    await eventually(() => selected(page) === '1 selected, 1 of them hidden');
    const all = () => deep<HTMLInputElement>(page, '[aria-label="Select all contacts"]');
    expect(all().indeterminate).toBe(true);
    all().click();
    await eventually(() => status(page) === '8 selected, 1 of them hidden');
    await eventually(() => all().checked && ticks(page).every(({ checked }) => checked));
    button(page, 'Import Contacts').click();
    await eventually(() => api.sentTo('previewImport').length === 1);
    expect((api.sentTo('previewImport')[0] as { ids: string[] }).ids).toHaveLength(8);
    button(page, 'Cancel').click();
    all().click();
    await eventually(() => status(page) === '1 selected, 1 of them hidden');
    expect(all().indeterminate).toBe(true);
  });

  it('adds up with all that matched before, too, but for those taken out', async () => {
    const { page } = await openList();
    button(page, 'Equal').click();
    await eventually(() => status(page) === '7 contacts');
    await rowsOnScreen(page);
    const all = () => deep<HTMLInputElement>(page, '[aria-label="Select all contacts"]');
    all().click();
    await eventually(() => selected(page) === 'All 7 selected');
    ticks(page)[0]!.click();
    await eventually(() => selected(page) === '6 selected');
    button(page, 'Failed').click();
    await eventually(() => selected(page) === '6 selected, 6 of them hidden');
    const failed = Number(/\d+/.exec(status(page))?.[0]);
    all().click();
    await eventually(() => selected(page) === `${6 + failed} selected, 6 of them hidden`);
    await eventually(() => all().checked);
  });

  it('unticks all that another filter leaves of all selected with one press, and ticks them again with the next', async () => {
    const { api, page } = await openList();
    await rowsOnScreen(page);
    const all = () => deep<HTMLInputElement>(page, '[aria-label="Select all contacts"]');
    all().click();
    await eventually(() => selected(page) === 'All 55 selected');
    button(page, 'Equal').click();
    await eventually(() => selected(page) === '55 selected, 48 of them hidden');
    await eventually(() => all().checked && ticks(page).every(({ checked }) => checked));
    all().click();
    await eventually(() => status(page) === '48 selected, 48 of them hidden');
    await eventually(() => ticks(page).every(({ checked }) => !checked) && all().indeterminate);
    all().click();
    await eventually(() => status(page) === '55 selected, 48 of them hidden');
    await eventually(() => all().checked && ticks(page).every(({ checked }) => checked));
    all().click();
    await eventually(() => status(page) === '48 selected, 48 of them hidden');
    button(page, 'Import Contacts').click();
    await eventually(() => api.sentTo('previewImport').length === 1);
    const [{ filter, except }] = api.sentTo('previewImport') as [{ filter: object; except: string[] }];
    expect(filter).toEqual({ active: true });
    expect(except).toHaveLength(7);
  });

  it('says in sight why so many can’t be taken out, and leaves the selection as it is', async () => {
    const { page } = await openList(3000);
    await rowsOnScreen(page);
    const all = () => deep<HTMLInputElement>(page, '[aria-label="Select all contacts"]');
    all().click();
    await eventually(() => /^All 2,\d{3} selected$/.test(selected(page)));
    button(page, 'Needs work').click();
    await eventually(() => selected(page).endsWith('of them hidden') && all().checked);
    const before = selected(page);
    all().click();
    await eventually(() => status(page).startsWith('At most 2,000 contacts of a list can be taken out'));
    expect([selected(page), all().checked]).toEqual([before, true]);
  });

  it('says in sight why so many can’t be added, and leaves the selection as it is', async () => {
    const { api, page } = await openList();
    api.items = [...api.items, ...sampleContacts(2800).map((item) => ({ ...item, id: `more-${item.id}` }))];
    button(page, 'Failed').click();
    await eventually(() => api.sentTo('contacts').length > 1 && status(page).endsWith('contacts'));
    await rowsOnScreen(page);
    ticks(page)[0]!.click();
    await eventually(() => selected(page) === '1 selected');
    button(page, 'Not in MBS').click();
    await eventually(() => selected(page) === '1 selected, 1 of them hidden');
    const all = () => deep<HTMLInputElement>(page, '[aria-label="Select all contacts"]');
    all().click();
    const why = /^1 selected contact is not in this list, .* more than 2,000\. Clear the selection/;
    await eventually(() => why.test(status(page)), status(page));
    expect(textOf(deep(page, '#why'))).toMatch(why);
    expect([selected(page), all().checked, all().indeterminate]).toEqual(['1 selected, 1 of them hidden', false, true]);
    ticks(page)[0]!.click();
    await eventually(() => selected(page) === '2 selected, 1 of them hidden');
    expect(textOf(deep(page, 'atc-import-bar').shadowRoot!.querySelector('#why')!)).toBe('');
  });
});
