import { fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import type { AtcImportBar } from '../../../../plugin-ui/contacts/atc-import-bar.ts';
import '../../../../plugin-ui/contacts/atc-import-bar.ts';
import { button, deep, focused, textOf } from '../deep.ts';
import { expectAccessible } from '../expect-accessible.ts';

const LIST = { total: 4213, inactive: 12, showsInactive: false };

async function open(change: Partial<AtcImportBar> = {}) {
  const events: string[] = [];
  const note = ({ type }: Event) => events.push(type);
  const bar = await fixture<AtcImportBar>(
    html`<atc-import-bar
      .selected=${change.selected ?? { count: 0, hidden: 0, isAll: false }}
      .list=${change.list ?? LIST}
      .file=${'/plugin/api/contacts.csv?active=true'}
      ?preparing=${change.preparing ?? false}
      ?running=${change.running ?? false}
      @atc-import-request=${note}
      @atc-import-refused=${note}
      @atc-selection-clear=${note}
      @atc-inactive-toggle=${note}
    ></atc-import-bar>`,
  );
  return { bar, events };
}

describe('atc-import-bar', () => {
  it('says what is missing before Import Contacts can be used, without hiding it', async () => {
    const { bar, events } = await open();
    const press = button(bar, 'Import Contacts');
    expect(press.getAttribute('aria-disabled')).toBe('true');
    expect(textOf(deep(bar, '#why'))).toBe('Tick the check boxes of the contacts to import.');
    press.click();
    expect(events).toEqual(['atc-import-refused']);
    await expectAccessible(bar);
  });

  it('keeps its name, with the number selected beside it', async () => {
    const { bar, events } = await open({ selected: { count: 12, hidden: 0, isAll: false } });
    expect(textOf(button(bar, 'Import Contacts'))).toBe('Import Contacts');
    expect(textOf(deep(bar, '#count'))).toBe('12 selected');
    button(bar, 'Import Contacts').click();
    button(bar, 'Clear selection').click();
    expect(events).toEqual(['atc-import-request', 'atc-selection-clear']);
    await expectAccessible(bar);
  });

  it('says how many of the selected contacts are hidden, and when all are selected', async () => {
    const { bar } = await open({ selected: { count: 12, hidden: 2, isAll: false } });
    expect(textOf(deep(bar, '#count'))).toBe('12 selected, 2 of them hidden');
    bar.selected = { count: 4213, hidden: 0, isAll: true };
    await bar.updateComplete;
    expect(textOf(deep(bar, '#count'))).toBe('All 4,213 selected');
  });

  it('says how many contacts there are, and how many inactive ones are hidden', async () => {
    const { bar, events } = await open();
    expect(textOf(deep(bar, '.list'))).toBe(
      '4,213 contacts 12 inactive contacts are hidden Show inactive Export as CSV',
    );
    button(bar, 'Show inactive').click();
    expect(events).toEqual(['atc-inactive-toggle']);
    bar.list = { total: 1, inactive: 1, showsInactive: true };
    await bar.updateComplete;
    expect(textOf(deep(bar, '.list'))).toBe('1 contact 1 inactive contact is shown Hide inactive Export as CSV');
  });

  it('can’t be used while an import runs, and ignores presses while it prepares one', async () => {
    const selected = { count: 1, hidden: 0, isAll: false };
    const { bar, events } = await open({ selected, running: true });
    expect(textOf(deep(bar, '#why'))).toBe('An import is running; wait for its result.');
    bar.running = false;
    bar.preparing = true;
    await bar.updateComplete;
    button(bar, 'Import Contacts').click();
    expect(events).toHaveLength(0);
  });

  it('leads to what is listed as a file', async () => {
    const { bar } = await open();
    const link = deep<HTMLAnchorElement>(bar, 'a[download]');
    expect([textOf(link), link.getAttribute('href')]).toEqual([
      'Export as CSV',
      '/plugin/api/contacts.csv?active=true',
    ]);
  });

  it('takes the focus on its button', async () => {
    const { bar } = await open();
    bar.focus();
    expect(focused()).toBe(button(bar, 'Import Contacts'));
  });
});
