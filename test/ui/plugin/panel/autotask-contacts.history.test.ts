import { describe, expect, it } from 'vitest';
import type { RunItemView, RunView } from '../../../../core/contract/index.ts';
import type { AtcRunEntry } from '../../../../plugin-ui/runs/atc-run-entry.ts';
import type { AtcRunHistory } from '../../../../plugin-ui/runs/atc-run-history.ts';
import type { AtcRunItems } from '../../../../plugin-ui/runs/atc-run-items.ts';
import { allDeep, button, deep, focused, textOf } from '../deep.ts';
import { eventually } from '../eventually.ts';
import { expectAccessible } from '../expect-accessible.ts';
import { type FakePluginApi, sampleProblem, sampleRun } from '../fake-plugin-api.ts';
import { openPage, status, stocked } from './open-page.ts';

const FAILED_IMPORT = sampleRun({ id: 'import-7', total: 60, done: 60, created: 1, failed: 59 });

const REASON = { code: 'package_gone', text: 'The package is gone.', remedy: 'Choose another one.' } as const;

function failedItem(number: number): RunItemView {
  const contact = { firstName: 'Ann', lastName: `No. ${number}`, email: `ann${number}@acme.example`, account: 'Acme' };
  return { contactId: String(number), contact, outcome: 'failed', reason: REASON };
}

async function openHistory(runs: readonly RunView[], prepare: (api: FakePluginApi) => void = () => undefined) {
  const api = stocked();
  api.runList = [...runs, ...api.runList];
  const page = await openPage(api);
  prepare(api);
  deep(deep<AtcRunHistory>(page, 'atc-run-history'), 'summary').click();
  return { api, page };
}

const entries = (page: Element) => allDeep<AtcRunEntry>(page.shadowRoot!, 'atc-run-entry');
const words = (entry: Element) => textOf(entry.shadowRoot!.querySelector('.line')!);
const itemLists = (page: Element) => allDeep<AtcRunItems>(page.shadowRoot!, 'atc-run-items');
const itemRows = (page: Element) => itemLists(page).flatMap((list) => allDeep(list.shadowRoot!, 'li').map(textOf));

async function openedItems() {
  const opened = await openHistory([FAILED_IMPORT], (api) => {
    api.runItemList = [
      { ...failedItem(0), outcome: 'created', reason: null },
      ...Array.from({ length: 59 }, (_, index) => failedItem(index + 1)),
    ];
  });
  await eventually(() => entries(opened.page).length === 2);
  button(opened.page, 'Contacts of this run').click();
  await eventually(() => itemRows(opened.page).length === 50);
  return opened;
}

describe('autotask-contacts: history of runs', () => {
  it('reads nothing before it is opened, and then tells what, when, by whom and how it ended', async () => {
    const { api, page } = await openHistory([FAILED_IMPORT]);
    await eventually(() => entries(page).length === 2);
    expect(api.sentTo('runs')).toEqual([100, 20]);
    expect(entries(page).map(words)).toEqual([
      expect.stringMatching(/^Import Contacts Nov 24, 2026, .*, by Ada Admin Done$/u),
      expect.stringMatching(/^Get Autotask Contacts Nov 24, 2026, .*, by Ada Admin Done$/u),
    ]);
    expect(textOf(entries(page)[0]!.shadowRoot!.querySelector('dl')!)).toBe(
      'Created 1 Updated 0 Unchanged 0 Failed 59 Not attempted 0',
    );
    await expectAccessible(page);
  });

  it('says what stopped a run, and what mends it', async () => {
    const problem = { code: 'source_unauthorized', text: 'Autotask refused.', remedy: 'Save a new secret.' };
    const { page } = await openHistory([sampleRun({ id: 'r', kind: 'refresh', state: 'failed', problem })]);
    await eventually(() => entries(page).length === 2);
    expect(textOf(entries(page)[0]!.shadowRoot!.querySelector('.line + p + p')!)).toBe(
      'Autotask refused. Save a new secret.',
    );
    expect(words(entries(page)[0]!)).toMatch(/Failed$/u);
  });

  it('shows the contacts of a run page by page, with reason and remedy', async () => {
    const { page } = await openedItems();
    expect(itemRows(page)[1]).toBe(
      'Failed Ann No. 1 ann1@acme.example Acme The chosen package no longer exists. Choose another package in the row.',
    );
    await expectAccessible(page);
    button(deep(page, 'atc-run-items'), 'Show more').click();
    await eventually(() => itemRows(page).length === 60);
    expect(allDeep(deep(page, 'atc-run-items').shadowRoot!, 'button')).toHaveLength(0);
    button(page, 'Contacts of this run').click();
    await eventually(() => itemLists(page).length === 0);
  });

  it('leaves only the outcome that is chosen, and the file with it', async () => {
    const { page } = await openedItems();
    const choice = deep<HTMLSelectElement>(deep(page, 'atc-run-items'), 'select');
    expect([...choice.options].map((option) => textOf(option)).slice(0, 2)).toEqual(['All', 'Created: 1']);
    choice.value = 'created';
    choice.dispatchEvent(new Event('change'));
    await eventually(() => itemRows(page).length === 1);
    const file = deep<HTMLAnchorElement>(deep(page, 'atc-run-items'), 'a');
    expect(file.getAttribute('href')).toBe('/runs/import-7/items.csv?outcome=created');
  });

  it('says why contacts could not be read, and tries again', async () => {
    const { api, page } = await openHistory([FAILED_IMPORT], (fake) => {
      fake.failing.set('runItems', sampleProblem({ status: 0, code: 'network' }));
    });
    await eventually(() => entries(page).length === 2);
    button(page, 'Contacts of this run').click();
    await eventually(() => itemLists(page).some((list) => list.shadowRoot!.querySelector('atc-notice') !== null));
    expect(textOf(deep(deep(page, 'atc-run-items'), 'atc-notice'))).toContain('The console could not be reached.');
    await expectAccessible(page);
    api.failing.clear();
    api.runItemList = [failedItem(1)];
    button(deep(page, 'atc-run-items'), 'Try again').click();
    await eventually(() => itemRows(page).length === 1);
  });

  it('never shows an outage as an empty history', async () => {
    const { api, page } = await openHistory([], (fake) => {
      fake.failing.set('runs', sampleProblem({ status: 0, code: 'network' }));
    });
    const history = deep(page, 'atc-run-history');
    await eventually(() => textOf(history.shadowRoot!.querySelector('.runs')!).includes('could not be loaded'));
    expect(textOf(history.shadowRoot!.querySelector('.runs')!)).not.toContain('no run yet');
    api.failing.clear();
    button(history, 'Try again').click();
    await eventually(() => entries(page).length === 1);
  });

  it('cancels a run that goes on, once, and shows how it ends', async () => {
    const { api, page } = await openHistory([sampleRun({ id: 'import-8', state: 'running', total: 9, done: 3 })]);
    await eventually(() => entries(page).length === 2);
    const [entry] = entries(page);
    button(entry!, 'Cancel').click();
    button(entry!, 'Cancel').click();
    await eventually(() => status(page).startsWith('The run ends as soon as'));
    expect(api.sentTo('cancelRun')).toEqual(['import-8']);
    api.report({ id: 'import-8', state: 'cancelled', total: 9, done: 9, created: 3, notAttempted: 6 });
    await eventually(() => words(entries(page)[0]!).endsWith('Cancelled'));
  });

  it('releases a held run, and the page follows it', async () => {
    const { api, page } = await openHistory([sampleRun({ id: 'import-5', state: 'held', total: 9 })]);
    await eventually(() => entries(page).length === 2);
    await expectAccessible(page);
    button(entries(page)[0]!, 'Release the import').click();
    await eventually(() => api.listeners.has('import-5'));
    expect(status(page)).toBe('Released. The import goes on.');
    await eventually(() => page.shadowRoot!.querySelector('atc-held-run') === null);
  });

  it('retries what failed, and says when that is refused', async () => {
    const { api, page } = await openHistory([FAILED_IMPORT], (fake) => {
      const detail = 'None of the contacts is failed any more.';
      fake.failing.set('retryFailed', sampleProblem({ status: 409, code: 'nothing_to_retry', detail }));
    });
    await eventually(() => entries(page).length === 2);
    const retry = button(entries(page)[0]!, 'Retry failed');
    retry.focus();
    retry.click();
    await eventually(() => status(page).startsWith('That was not done. None of the contacts'));
    expect(textOf(deep(entries(page)[0]!, 'atc-notice'))).toContain('None of the contacts is failed any more.');
    expect(focused()).toBe(retry);
    await expectAccessible(page);
    api.failing.clear();
    api.runList = [sampleRun({ id: 'import-2', state: 'running', total: 59 }), ...api.runList];
    retry.click();
    await eventually(() => api.listeners.has('import-2'));
    await eventually(() => entries(page).length === 3);
  });

  it('lists more on demand', async () => {
    const many = Array.from({ length: 30 }, (_, index) => sampleRun({ id: `import-${index}` }));
    const { page } = await openHistory(many);
    await eventually(() => entries(page).length === 20);
    button(deep(page, 'atc-run-history'), 'Show more').click();
    await eventually(() => entries(page).length === 31);
    expect(deep(page, 'atc-run-history').shadowRoot!.querySelector('button')).toBe(null);
  });

  it('breaks the word for an outcome in no language, and lines up what stands beside it', async () => {
    const { page } = await openedItems();
    page.style.width = '1200px';
    page.setAttribute('locale', 'de');
    await eventually(() => itemRows(page).some((row) => row.startsWith('Fehlgeschlagen')));
    const items = itemLists(page)[0]!.shadowRoot!;
    const lines = allDeep(items, '.outcome').map((outcome) => {
      const range = document.createRange();
      range.selectNodeContents(outcome.lastChild!);
      return range.getClientRects().length;
    });
    expect(lines).toEqual(lines.map(() => 1));
    const starts = allDeep(items, '.contact').map((contact) => contact.getBoundingClientRect().left);
    expect(new Set(starts).size).toBe(1);
    page.setAttribute('locale', 'en');
    await eventually(() => itemRows(page).some((row) => row.startsWith('Failed')));
  });

  it('does not scroll sideways at 320 px', async () => {
    const { page } = await openedItems();
    page.style.width = '320px';
    await eventually(() => deep(page, '.page').scrollWidth <= 320);
    expect(deep(page, 'atc-run-items').scrollWidth).toBeLessThanOrEqual(320);
  });
});
