import { oneEvent } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import type { ContactToggleEvent, SortEvent } from '../../../../plugin-ui/contacts/contact-events.ts';
import { allContacts, chosenContacts } from '../../../../plugin-ui/contacts/contact-selection.ts';
import { allDeep, button, deep, textOf } from '../deep.ts';
import { eventually } from '../eventually.ts';
import { expectAccessible } from '../expect-accessible.ts';
import { sampleProblem } from '../fake-plugin-api.ts';
import { DESTINATIONS, PACKAGES, sampleContact, sampleContacts } from '../sample-contacts.ts';
import { bodyRows, cellOf, cellText, comboBox, contentOf, headers, labelled, openTable, rowsOf } from './open-table.ts';

const ANN = sampleContact();
const REASON = { code: 'console_refused', text: 'Managed Backup refused the user.', remedy: 'Mend it.' } as const;

describe('atc-contact-table', () => {
  it('is a named grid with its columns, true row numbers, and accessible', async () => {
    const { table } = await openTable(sampleContacts(40));
    const grid = deep(table, '[role=treegrid]');
    expect(grid.getAttribute('aria-label')).toBe('Autotask contacts');
    expect(grid.getAttribute('aria-rowcount')).toBe('41');
    expect(headers(table).map((header) => textOf(contentOf(header)))).toEqual([
      '',
      'First name',
      'Last name',
      'Email',
      'Account',
      'MBS Integration Status',
      'Bucket',
      'Package',
      'Details',
    ]);
    expect(bodyRows(table)[0]!.getAttribute('aria-rowindex')).toBe('2');
    await expectAccessible(table);
  });

  it('names the destination after the kinds there are', async () => {
    const { table } = await openTable([ANN], {
      destinations: [
        { id: 'f', name: 'Backups', kind: 'root_folder', storageAccount: 'NAS', assigned: 0 },
        { id: 'b', name: 'acme', kind: 'bucket', storageAccount: 'S3', assigned: 0 },
      ],
    });
    expect(textOf(contentOf(headers(table)[6]!))).toBe('Bucket / Root Folder');
    labelled(table, 'Bucket / Root Folder for Ann Lee');
  });

  it('shows a contact with controls that carry its name, the name being the row’s header', async () => {
    const { table } = await openTable([sampleContact({ destinationId: 'd1', packageId: 'p2' })]);
    const row = bodyRows(table)[0]!;
    expect([1, 2, 3, 4].map((column) => cellText(row, column))).toEqual([
      'Ann',
      'Lee',
      'ann.lee@acmedental.example',
      'Acme Dental',
    ]);
    expect(cellOf(row, 1).getAttribute('role')).toBe('rowheader');
    expect(labelled(table, 'Select Ann Lee, Acme Dental').type).toBe('checkbox');
    expect(labelled(table, 'Bucket for Ann Lee').value).toBe('acme-backups');
    expect(labelled(table, 'Package for Ann Lee').value).toBe('Standard');
    expect(labelled(table, 'Package for Ann Lee').getAttribute('role')).toBe('combobox');
  });

  it('begins the status cell with the word, and leaves it empty for a blank contact', async () => {
    const { table } = await openTable([
      sampleContact({ id: '1' }),
      sampleContact({ id: '2', status: 'equal' }),
      sampleContact({ id: '3', status: 'failed', problem: REASON.code, reason: REASON }),
      sampleContact({ id: '4', problem: REASON.code, reason: REASON }),
      sampleContact({
        id: '5',
        status: 'modified',
        difference: [{ field: 'lastName', autotask: 'Lee', mbs: 'Li', changedIn: 'mbs' }],
      }),
    ]);
    expect(bodyRows(table).map((row) => cellText(row, 5))).toEqual([
      '',
      'Equal',
      'Failed Managed Backup refused the user. Mend what the message names, then import the contact again.',
      'Managed Backup refused the user. Mend what the message names, then import the contact again.',
      'Modified Last name: Autotask “Lee”, here “Li” — changed here',
    ]);
    await expectAccessible(table);
  });

  it('opens the whole reason in place', async () => {
    const { table } = await openTable([sampleContact({ status: 'failed', problem: REASON.code, reason: REASON })]);
    const more = button(table, 'Whole reason for Ann Lee');
    more.click();
    await eventually(() => more.getAttribute('aria-expanded') === 'true');
    expect(deep(table, '.why').classList.contains('clamped')).toBe(false);
  });

  it('marks inactive contacts in words', async () => {
    const { table } = await openTable([sampleContact({ active: false })]);
    expect(cellText(bodyRows(table)[0]!, 1)).toBe('AnnInactive');
  });

  it('shows names as text, whatever is in them', async () => {
    const { table } = await openTable([sampleContact({ firstName: '<img src=x onerror=alert(1)>' })]);
    expect(cellText(bodyRows(table)[0]!, 1)).toBe('<img src=x onerror=alert(1)>');
  });

  it('keeps the direction of a name, and its row within its columns, however long it is', async () => {
    const [long, emoji] = ['x'.repeat(120), '👩🏽‍🚒'.repeat(12)];
    const { table } = await openTable([sampleContact({ firstName: 'שרה', lastName: emoji, account: long })]);
    const row = bodyRows(table)[0]!;
    const [first, last, account] = [1, 2, 4].map((column) => contentOf(cellOf(row, column)));
    expect(getComputedStyle(first!.querySelector('[dir=auto]')!).direction).toBe('rtl');
    for (const cell of [first!, last!, account!]) expect(cell.scrollWidth).toBeLessThanOrEqual(cell.clientWidth);
    expect(textOf(last!)).toBe(emoji);
  });

  it('marks exactly the sorted header, and asks for another order', async () => {
    const { table } = await openTable([ANN]);
    const sorted = () => headers(table).map((header) => header.getAttribute('aria-sort'));
    await eventually(() => sorted()[2] === 'ascending');
    expect(sorted().filter((sort) => sort !== null)).toHaveLength(1);
    setTimeout(() => button(table, 'Last name').click());
    const { order } = await oneEvent<SortEvent>(table, 'atc-sort');
    expect(order).toBe('-lastName');
    table.order = order;
    await eventually(() => sorted()[2] === 'descending');
  });

  it('sorts by every column, the drop-downs’ too', async () => {
    const { table } = await openTable([ANN]);
    const asked: string[] = [];
    table.addEventListener('atc-sort', ({ order, column }) => asked.push(`${order} ${column}`));
    const columns = ['First name', 'Last name', 'Email', 'Account', 'MBS Integration Status', 'Bucket', 'Package'];
    for (const column of columns) button(table, column).click();
    expect(asked).toEqual([
      'firstName First name',
      '-lastName Last name',
      'email Email',
      'account Account',
      'status MBS Integration Status',
      'destination Bucket',
      'package Package',
    ]);
    for (const [order, column] of [
      ['destination', 6],
      ['-package', 7],
    ] as const) {
      table.order = order;
      const direction = order.startsWith('-') ? 'descending' : 'ascending';
      await eventually(() => headers(table)[column]!.getAttribute('aria-sort') === direction);
      expect(headers(table).filter((header) => header.hasAttribute('aria-sort'))).toHaveLength(1);
    }
    await expectAccessible(table);
  });

  it('says that a check box was pressed, and shows what it is told', async () => {
    const { table } = await openTable([ANN]);
    const tick = labelled(table, 'Select Ann Lee, Acme Dental');
    setTimeout(() => tick.click());
    expect((await oneEvent<ContactToggleEvent>(table, 'atc-contact-toggle')).item).toBe(ANN);
    table.selection = chosenContacts([ANN]);
    await eventually(() => bodyRows(table)[0]!.getAttribute('aria-selected') === 'true');
    expect(tick.checked).toBe(true);
  });

  it('has a header check box with three states', async () => {
    const { table } = await openTable([ANN, sampleContact({ id: '2', lastName: 'Li' })]);
    const all = labelled(table, 'Select all contacts');
    const states = () => [all.checked, all.indeterminate];
    expect(states()).toEqual([false, false]);
    table.ticked = 'some';
    await eventually(() => all.indeterminate);
    expect(states()).toEqual([false, true]);
    table.ticked = 'all';
    await eventually(() => all.checked);
    expect(states()).toEqual([true, false]);
  });

  it('marks each row that is selected', async () => {
    const { table } = await openTable([ANN, sampleContact({ id: '2', lastName: 'Li' })]);
    table.selection = allContacts({ active: true }, 2);
    await eventually(() => bodyRows(table).every((row) => row.getAttribute('aria-selected') === 'true'));
  });

  it('keeps showing a choice that is no longer offered, and offers it nowhere else', async () => {
    const { table } = await openTable([
      sampleContact({ id: '1', destinationId: 'gone', packageId: 'p4' }),
      sampleContact({ id: '2', lastName: 'Li' }),
    ]);
    expect(labelled(table, 'Bucket for Ann Lee').value).toBe('No longer exists');
    expect(labelled(table, 'Package for Ann Lee').value).toBe('Legacy (disabled)');
    const offered = comboBox(table, 'Package for Ann Li').items ?? [];
    expect(offered.map(({ id }) => id)).toEqual(['p1', 'p2', 'p3']);
  });

  it('leads to where destinations and packages are made while there are none', async () => {
    const { table } = await openTable([ANN], { destinations: [], packages: [] });
    setTimeout(() => button(table, 'Storage Accounts page').click());
    expect((await oneEvent(table, 'autotask-navigate')).detail).toEqual({ page: 'storage-accounts' });
    setTimeout(() => button(table, 'Packages page').click());
    expect((await oneEvent(table, 'autotask-navigate')).detail).toEqual({ page: 'packages' });
    await expectAccessible(table);
  });

  it('claims nothing about destinations before they are known', async () => {
    const { table } = await openTable([ANN], { destinations: [], packages: [], catalogKnown: false });
    expect(cellText(bodyRows(table)[0]!, 6)).toBe('');
  });

  it('names what is assigned as soon as it is known, and never calls it gone before', async () => {
    const assigned = { ...ANN, destinationId: DESTINATIONS[0]!.id };
    const { table } = await openTable([assigned], { destinations: [], packages: [], catalogKnown: false });
    expect(cellText(bodyRows(table)[0]!, 6)).toBe('');
    table.destinations = DESTINATIONS;
    table.packages = PACKAGES;
    table.catalogKnown = true;
    const shown = () => contentOf(cellOf(bodyRows(table)[0]!, 6)).querySelector('input')?.value ?? '';
    await eventually(() => shown().includes(DESTINATIONS[0]!.name), 'the name of the destination in its drop-down');
  });

  it('says in the row that a choice was not saved, and why', async () => {
    const problem = sampleProblem({ status: 422, code: 'destination_unknown', detail: 'It was deleted meanwhile.' });
    const { table } = await openTable([ANN], { problemAt: () => problem });
    expect(cellText(bodyRows(table)[0]!, 6)).toContain('Not saved. It was deleted meanwhile.');
    await expectAccessible(table);
  });

  it('reads pages as they are scrolled to, and gives rows their true numbers', async () => {
    const { table, rows } = await openTable(sampleContacts(2000));
    expect(rows.asked).toEqual([0]);
    deep(table, '#table').scrollTop = 1e6;
    await eventually(() => rows.asked.includes(19), 'the last page');
    await eventually(() => bodyRows(table).some((row) => row.getAttribute('aria-rowindex') === '2001'));
    expect(bodyRows(table).length).toBeLessThan(60);
    expect(table.pagesOnScreen()).toEqual([19]);
  });

  it('changes rows in place when there is a new version of them', async () => {
    const items = sampleContacts(500);
    const { table } = await openTable(items);
    const scroller = deep(table, '#table');
    scroller.scrollTop = 4000;
    await eventually(() => !bodyRows(table).some((row) => row.getAttribute('aria-rowindex') === '2'));
    const before = scroller.scrollTop;
    table.rows = rowsOf(
      items.map((item) => ({ ...item, account: 'Moved' })),
      1,
    );
    table.version = 1;
    await eventually(() => bodyRows(table).every((row) => cellText(row, 4) === 'Moved'));
    expect(scroller.scrollTop).toBe(before);
  });

  it('shows all of a long choice as the title of its box, and none where nothing is chosen', async () => {
    const { table } = await openTable([sampleContact({ destinationId: 'd3', packageId: null })]);
    expect(comboBox(table, 'Bucket for Ann Lee').title).toBe('long-term');
    expect(comboBox(table, 'Package for Ann Lee').hasAttribute('title')).toBe(false);
    await expectAccessible(table);
  });

  it('offers what it is given', async () => {
    const { table } = await openTable([ANN]);
    const offered = (name: string) => (comboBox(table, name).items ?? []).map(({ label }) => label);
    expect(offered('Bucket for Ann Lee')).toEqual(DESTINATIONS.map(({ name }) => name));
    expect(offered('Package for Ann Lee')).toHaveLength(PACKAGES.filter(({ enabled }) => enabled).length);
  });

  it('tells in an open list what helps to choose, and draws no entry before', async () => {
    const { table } = await openTable([ANN]);
    const entries = () => allDeep(table.shadowRoot!, 'vaadin-combo-box-item[role=option]:not([hidden])');
    expect(entries()).toHaveLength(0);
    comboBox(table, 'Package for Ann Lee').opened = true;
    await eventually(() => entries().length === 3);
    expect(entries().map(textOf)).toEqual([
      'Starter 50 GB, assigned to 4 contacts',
      'Standard 250 GB, assigned to 1,234 contacts',
      'Server 2 TB, no contacts yet',
    ]);
    await expectAccessible(table);
  });
});
