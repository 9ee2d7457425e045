import { fixture, html, oneEvent } from '@open-wc/testing';
import type { ComboBox } from '@vaadin/combo-box';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { AccountPage, AccountQuery, AccountView } from '../../../../core/contract/index.ts';
import type { AtcAccountFilter } from '../../../../plugin-ui/contacts/atc-account-filter.ts';
import type { AtcFilterBar } from '../../../../plugin-ui/contacts/atc-filter-bar.ts';
import '../../../../plugin-ui/contacts/atc-filter-bar.ts';
import type { AccountEvent, FilterEvent, SearchEvent } from '../../../../plugin-ui/contacts/filter-events.ts';
import { allDeep, button, deep, textOf } from '../deep.ts';
import { eventually } from '../eventually.ts';
import { expectAccessible } from '../expect-accessible.ts';
import { sampleProblem } from '../fake-plugin-api.ts';

const COUNTS = { blank: 1200, equal: 30, modified: 4, failed: 0 };
const ACCOUNTS: readonly AccountView[] = Array.from({ length: 120 }, (_, index) => ({
  id: String(index),
  name: `Account ${String(index).padStart(3, '0')}`,
  contacts: index + 1,
}));

async function accounts({ after = '0', limit = 50, q = '' }: AccountQuery): Promise<AccountPage> {
  const found = ACCOUNTS.filter(({ name }) => name.includes(q));
  const end = Number(after) + limit;
  return { items: found.slice(Number(after), end), next: end < found.length ? String(end) : null };
}

async function openBar(change: Partial<AtcFilterBar> = {}): Promise<AtcFilterBar> {
  const bar = await fixture<AtcFilterBar>(
    html`<atc-filter-bar
      .filter=${change.filter ?? { active: true }}
      .words=${change.words ?? ''}
      .counts=${COUNTS}
      .account=${change.account ?? null}
      .accounts=${change.accounts ?? accounts}
    ></atc-filter-bar>`,
  );
  await eventually(
    () => allDeep(bar.shadowRoot!, 'vaadin-combo-box').length > 0,
    'the account box after the first paint',
  );
  return bar;
}

const chips = (bar: Element) => allDeep(bar.shadowRoot!, '.chip');
const accountBox = (bar: Element) => deep<ComboBox<AccountView>>(bar, 'vaadin-combo-box');

async function change(bar: AtcFilterBar, press: () => void): Promise<FilterEvent['change']> {
  setTimeout(press);
  return (await oneEvent<FilterEvent>(bar, 'atc-filter')).change;
}

describe('atc-filter-bar', () => {
  it('has a chip with its number for every status, and says which is pressed', async () => {
    const bar = await openBar({ filter: { active: true, status: 'equal', needsWork: true } });
    expect(chips(bar).map(textOf)).toEqual([
      'All 1,234',
      'Not in MBS 1,200',
      'Equal 30',
      'Modified 4',
      'Failed 0',
      'Needs work',
    ]);
    const pressed = chips(bar).map((chip) => chip.getAttribute('aria-pressed'));
    expect(pressed).toEqual(['false', 'false', 'true', 'false', 'false', 'true']);
    await expectAccessible(bar);
  });

  it('asks for a status, for all again, and for what needs work', async () => {
    const bar = await openBar();
    expect(await change(bar, () => button(bar, 'Failed').click())).toEqual({ status: 'failed' });
    expect(await change(bar, () => button(bar, 'Needs work').click())).toEqual({ needsWork: true });
    bar.filter = { status: 'failed', needsWork: true };
    await bar.updateComplete;
    expect(await change(bar, () => button(bar, 'Failed').click())).toEqual({ status: null });
    expect(await change(bar, () => button(bar, 'All').click())).toEqual({ status: null });
    expect(await change(bar, () => button(bar, 'Needs work').click())).toEqual({ needsWork: null });
  });

  it('says what is typed, and Escape empties the box', async () => {
    const bar = await openBar({ words: 'an' });
    const heard: string[] = [];
    bar.addEventListener('atc-search', ({ words }: SearchEvent) => {
      heard.push(words);
      bar.words = words;
    });
    bar.focus();
    await userEvent.keyboard('{End}n');
    await userEvent.keyboard('{Escape}');
    expect(heard).toEqual(['ann', '']);
    await bar.updateComplete;
    expect(deep<HTMLInputElement>(bar, '#search').value).toBe('');
  });

  it('filters by problem, in plain words', async () => {
    const bar = await openBar({ filter: { problem: 'email_shared' } });
    const select = deep<HTMLSelectElement>(bar, 'select');
    expect(select.selectedOptions[0]!.textContent).toBe('Email shared by several contacts');
    const choose = (value: string) => () => {
      select.value = value;
      select.dispatchEvent(new Event('change'));
    };
    expect(await change(bar, choose('any'))).toEqual({ problem: 'any' });
    expect(await change(bar, choose(''))).toEqual({ problem: null });
  });

  it('offers to clear the filters when there are any', async () => {
    const bar = await openBar();
    expect(() => button(bar, 'Clear filters')).toThrow();
    bar.filter = { active: true, q: 'ann' };
    await bar.updateComplete;
    setTimeout(() => button(bar, 'Clear filters').click());
    await oneEvent(bar, 'atc-filter-clear');
  });

  it('ends where the table below it ends, narrowed or not', async () => {
    for (const filter of [{ active: true }, { active: true, status: 'equal' }] as const) {
      const bar = await openBar({ filter });
      bar.style.inlineSize = '1200px';
      const last = bar.shadowRoot!.querySelector('.boxes')!.lastElementChild!;
      expect(last.getBoundingClientRect().right).toBe(bar.getBoundingClientRect().right);
    }
  });

  it('reads the accounts page by page as they are scrolled to, and searches them on the server', async () => {
    const asked: AccountQuery[] = [];
    const bar = await openBar({ accounts: (query) => (asked.push(query), accounts(query)) });
    const box = accountBox(bar);
    expect(asked).toEqual([]);
    box.focus();
    box.open();
    await eventually(() => asked.length > 0 && textOf(box).includes('Account 000'));
    expect(textOf(box)).toContain('1 contact');
    await expectAccessible(bar);
    await userEvent.keyboard('117');
    await eventually(() => asked.at(-1)?.q === '117' && (box.filteredItems ?? []).length === 1);
    const chosen = oneEvent<AccountEvent>(bar, 'atc-account');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect((await chosen).account?.id).toBe('117');
  });

  it('shows the account that is asked for, and takes it away', async () => {
    const bar = await openBar({ filter: { account: '7' }, account: { id: '7', name: 'Åkesson & Söner' } });
    expect(deep<HTMLInputElement>(accountBox(bar), 'input').value).toBe('Åkesson & Söner');
    setTimeout(() => {
      accountBox(bar).value = '';
      accountBox(bar).dispatchEvent(new CustomEvent('change'));
    });
    expect((await oneEvent<AccountEvent>(bar, 'atc-account')).account).toBe(null);
  });

  it('says beside the box that no account matches what is typed, and is silent again after it', async () => {
    const asked: AccountQuery[] = [];
    const bar = await openBar({ accounts: (query) => (asked.push(query), accounts(query)) });
    const box = accountBox(bar);
    const input = deep<HTMLInputElement>(box, 'input');
    await userEvent.click(input);
    await userEvent.fill(input, 'z'.repeat(250));
    await eventually(() => textOf(box).includes('No account matches what is typed.'));
    expect(Math.max(...asked.map(({ q = '' }) => q.length))).toBe(200);
    await userEvent.fill(input, '117');
    await eventually(() => textOf(box).includes('Account 117'));
    expect(textOf(box)).not.toContain('No account matches');
    await userEvent.fill(input, 'zzz');
    await eventually(() => textOf(box).includes('No account matches what is typed.'));
    input.blur();
    await eventually(() => !textOf(box).includes('No account matches'));
  });

  it('says that the accounts could not be loaded, and reads them when they are looked at again', async () => {
    let fails = true;
    const read = (query: AccountQuery) => (fails ? Promise.reject(sampleProblem()) : accounts(query));
    const bar = await openBar({ accounts: read });
    const box = accountBox(bar);
    const filter = deep<AtcAccountFilter>(bar, 'atc-account-filter');
    const error = () => filter.shadowRoot!.querySelector('.error');
    box.open();
    await eventually(() => error() !== null);
    expect(textOf(error()!)).toContain('The accounts could not be loaded.');
    await expectAccessible(bar);
    fails = false;
    box.close();
    box.open();
    await eventually(() => error() === null && (box.filteredItems ?? []).length > 0);
  });
});
