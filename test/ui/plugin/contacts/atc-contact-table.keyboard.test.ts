import type { ComboBox } from '@vaadin/combo-box';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { AtcContactTable } from '../../../../plugin-ui/contacts/atc-contact-table.ts';
import type { AssignEvent, ContactToggleEvent } from '../../../../plugin-ui/contacts/contact-events.ts';
import { allDeep, deep, focused } from '../deep.ts';
import { eventually } from '../eventually.ts';
import { sampleContact, sampleContacts } from '../sample-contacts.ts';
import { bodyRows, cellOf, comboBox, labelled, openTable, rowsOf } from './open-table.ts';

const ANN = sampleContact();

function assigned(table: AtcContactTable): AssignEvent[] {
  const events: AssignEvent[] = [];
  table.addEventListener('atc-assign', (event) => events.push(event));
  return events;
}

async function withFocusOn(table: AtcContactTable, column: number): Promise<HTMLElement> {
  const cell = cellOf(bodyRows(table)[0]!, column);
  cell.focus();
  await eventually(() => focused() === cell);
  return cell;
}

describe('atc-contact-table by keyboard', () => {
  it('moves by arrows, Home, End, and Ctrl with them', async () => {
    const { table } = await openTable(sampleContacts(300));
    await withFocusOn(table, 4);
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    expect(focused()).toBe(cellOf(bodyRows(table)[1]!, 5));
    await userEvent.keyboard('{Home}');
    expect(focused()).toBe(cellOf(bodyRows(table)[1]!, 0));
    await userEvent.keyboard('{End}');
    expect(focused()).toBe(cellOf(bodyRows(table)[1]!, 8));
    await userEvent.keyboard('{Control>}{End}{/Control}');
    await eventually(() => focused()?.closest('tr')?.getAttribute('aria-rowindex') === '301');
    await userEvent.keyboard('{Control>}{Home}{/Control}');
    await eventually(() => focused()?.closest('tr')?.getAttribute('aria-rowindex') === '2');
    await userEvent.keyboard('{PageDown}');
    await eventually(() => Number(focused()?.closest('tr')?.getAttribute('aria-rowindex')) > 3);
  });

  it('is one tab stop for the header and one for the rows', async () => {
    const { table } = await openTable(sampleContacts(5));
    const before = document.createElement('button');
    const after = document.createElement('button');
    table.before(before);
    table.after(after);
    before.focus();
    await userEvent.keyboard('{Tab}');
    expect(focused()?.localName).toBe('th');
    await userEvent.keyboard('{Tab}');
    expect(focused()?.localName).toBe('td');
    await userEvent.keyboard('{Tab}');
    expect(focused()).toBe(after);
    before.remove();
    after.remove();
  });

  it('ticks a row by Space', async () => {
    const { table } = await openTable([ANN]);
    const toggled: ContactToggleEvent[] = [];
    table.addEventListener('atc-contact-toggle', (event) => toggled.push(event));
    await withFocusOn(table, 0);
    await userEvent.keyboard(' ');
    expect(toggled.map(({ item }) => item)).toEqual([ANN]);
  });

  for (const key of ['Enter', 'F2']) {
    it(`enters a drop-down with ${key} and leaves it with Escape`, async () => {
      const { table } = await openTable([ANN]);
      const events = assigned(table);
      const cell = await withFocusOn(table, 6);
      await userEvent.keyboard(`{${key}}`);
      expect(focused()).toBe(labelled(table, 'Bucket for Ann Lee'));
      await userEvent.keyboard('{Escape}');
      expect(focused()).toBe(cell);
      expect(events).toHaveLength(0);
    });
  }

  it('chooses by typing a part of the name and Enter', async () => {
    const { table } = await openTable([sampleContact({ destinationId: 'd1' })]);
    const events = assigned(table);
    await withFocusOn(table, 6);
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('clients');
    await eventually(() => comboBox(table, 'Bucket for Ann Lee').opened);
    await userEvent.keyboard('{Enter}');
    await eventually(() => events.length === 1);
    expect(events.map(({ change, column, choice }) => ({ change, column, choice }))).toEqual([
      { change: { destinationId: 'd2' }, column: 'Bucket', choice: 'clients-eu' },
    ]);
  });

  it('drops what was typed and returns to the cell with one Escape from an open list', async () => {
    const { table } = await openTable([sampleContact({ packageId: 'p1' })]);
    const events = assigned(table);
    const cell = await withFocusOn(table, 7);
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('Serv');
    await eventually(() => comboBox(table, 'Package for Ann Lee').opened);
    await userEvent.keyboard('{Escape}');
    expect(focused()).toBe(cell);
    expect(labelled(table, 'Package for Ann Lee').value).toBe('Starter');
    expect(comboBox(table, 'Package for Ann Lee').opened).toBe(false);
    expect(events).toHaveLength(0);
  });

  it('says uncut below the box that nothing matches what is typed, in a row as high as before', async () => {
    const { table } = await openTable([sampleContact({ packageId: 'p1' })]);
    const events = assigned(table);
    const cell = await withFocusOn(table, 7);
    const height = cell.offsetHeight;
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('zzz');
    const box = comboBox(table, 'Package for Ann Lee');
    await eventually(() => box.querySelector('.unmatched') !== null, 'a note');
    const note = box.querySelector<HTMLElement>('.unmatched')!;
    expect(note.textContent).toBe('Nothing matches what is typed.');
    const { left, top, bottom, width } = note.getBoundingClientRect();
    expect(table.shadowRoot!.elementFromPoint(left + width / 2, (top + bottom) / 2)).toBe(note);
    expect(top).toBeGreaterThanOrEqual(box.getBoundingClientRect().bottom);
    expect(cell.offsetHeight).toBe(height);
    await userEvent.keyboard('{Escape}');
    expect(focused()).toBe(cell);
    expect(box.querySelector('.unmatched')).toBe(null);
    expect(labelled(table, 'Package for Ann Lee').value).toBe('Starter');
    expect(events).toHaveLength(0);
  });

  it('keeps what it says at the box while the rows are scrolled', async () => {
    const { table } = await openTable(sampleContacts(60));
    const box = allDeep<ComboBox>(table.shadowRoot!, 'vaadin-combo-box')[4]!;
    const input = box.querySelector('input')!;
    input.focus();
    await userEvent.keyboard('zzz');
    await eventually(() => box.querySelector('.unmatched') !== null, 'a note');
    const distance = () =>
      box.querySelector('.unmatched')!.getBoundingClientRect().top - box.getBoundingClientRect().bottom;
    const [before, { top }] = [distance(), box.getBoundingClientRect()];
    deep(deep(table, 'vaadin-grid'), '#table').scrollTop += 30;
    await eventually(() => box.getBoundingClientRect().top === top - 30 && distance() === before, 'the note to follow');
  });

  it('clears a choice by emptying its box', async () => {
    const { table } = await openTable([sampleContact({ packageId: 'p1' })]);
    const events = assigned(table);
    await withFocusOn(table, 7);
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('{Delete}{Enter}');
    await eventually(() => events.length === 1);
    expect(events[0]!.change).toEqual({ packageId: null });
  });

  it('chooses for the contact whose list was opened, even if another one has come to stand in its row', async () => {
    const { table } = await openTable([ANN]);
    const events = assigned(table);
    await withFocusOn(table, 6);
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('long');
    await eventually(() => comboBox(table, 'Bucket for Ann Lee').opened);
    table.rows = rowsOf([sampleContact({ id: '2', firstName: 'Bob' })], 1);
    table.version = 1;
    await eventually(() => table.shadowRoot!.querySelector('[aria-label="Bucket for Bob Lee"]') !== null);
    await userEvent.keyboard('{Enter}');
    await eventually(() => events.length === 1);
    expect(events[0]!.item.id).toBe('1');
  });

  it('raises nothing when a program changes the rows', async () => {
    const { table } = await openTable([ANN]);
    const events = assigned(table);
    table.rows = rowsOf([sampleContact({ destinationId: 'd2', packageId: 'p1' })], 1);
    table.version = 1;
    await eventually(() => labelled(table, 'Bucket for Ann Lee').value === 'clients-eu');
    expect(events).toHaveLength(0);
  });
});
