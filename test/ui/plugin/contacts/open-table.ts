import { fixture, html } from '@open-wc/testing';
import type { ComboBox } from '@vaadin/combo-box';
import type { ContactItem } from '../../../../core/contract/index.ts';
import type { AtcContactTable } from '../../../../plugin-ui/contacts/atc-contact-table.ts';
import '../../../../plugin-ui/contacts/atc-contact-table.ts';
import type { Choice } from '../../../../plugin-ui/contacts/choices.ts';
import type { ContactRows } from '../../../../plugin-ui/contacts/contact-list.ts';
import { PAGE_SIZE } from '../../../../plugin-ui/contacts/contact-list.ts';
import { allDeep, deep } from '../deep.ts';
import { eventually } from '../eventually.ts';
import { DESTINATIONS, PACKAGES } from '../sample-contacts.ts';

/** Rows that are all at hand; the pages that were asked for are noted. */
export function rowsOf(items: readonly ContactItem[], version = 0): ContactRows & { readonly asked: number[] } {
  const asked: number[] = [];
  return {
    total: items.length,
    version,
    asked,
    page(index) {
      asked.push(index);
      return items.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE);
    },
  };
}

/** A table of the contacts, its first rows on screen. */
export async function openTable(items: readonly ContactItem[], change: Partial<AtcContactTable> = {}) {
  const rows = rowsOf(items);
  const table = await fixture<AtcContactTable>(
    html`<atc-contact-table
      .rows=${rows}
      .total=${rows.total}
      .destinations=${change.destinations ?? DESTINATIONS}
      .packages=${change.packages ?? PACKAGES}
      .selection=${change.selection ?? { kind: 'chosen', contacts: new Map() }}
      .detailOf=${change.detailOf ?? (() => new Promise(() => undefined))}
      .problemAt=${change.problemAt ?? (() => null)}
      ?catalog-known=${change.catalogKnown ?? true}
    ></atc-contact-table>`,
  );
  await eventually(() => bodyRows(table).some((row) => cellText(row, 1) !== ''), 'rows on screen');
  if (table.catalogKnown)
    await eventually(() => allDeep(table.shadowRoot!, '.pending-choice').length === 0, 'drop-downs');
  return { table, rows };
}

export function bodyRows(table: Element): HTMLTableRowElement[] {
  return allDeep<HTMLTableRowElement>(deep(table, 'vaadin-grid').shadowRoot!, 'tbody#items tr:not([hidden])');
}

export function cellOf(row: HTMLTableRowElement, column: number): HTMLElement {
  return row.querySelectorAll<HTMLElement>('td')[column]!;
}

/** What stands in a cell, which the grid shows by a slot. */
export function contentOf(cell: Element): HTMLElement {
  return cell.querySelector('slot')!.assignedElements()[0] as HTMLElement;
}

export function cellText(row: HTMLTableRowElement, column: number): string {
  const content = contentOf(cellOf(row, column)) as HTMLElement | undefined;
  return (content?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

export function headers(table: Element): HTMLElement[] {
  return allDeep(deep(table, 'vaadin-grid').shadowRoot!, 'thead th');
}

export function labelled(table: Element, name: string): HTMLInputElement {
  return deep<HTMLInputElement>(table, `[aria-label="${name}"]`);
}

/** The drop-down with the name. */
export function comboBox(table: Element, name: string): ComboBox<Choice> {
  return labelled(table, name).closest<ComboBox<Choice>>('vaadin-combo-box')!;
}
