import { fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { AtcContactTable } from '../../../../plugin-ui/contacts/atc-contact-table.ts';
import '../../../../plugin-ui/contacts/atc-contact-table.ts';
import { type ContactRows, KEPT_PAGES, PAGE_SIZE } from '../../../../plugin-ui/contacts/contact-list.ts';
import { allDeep, focused } from '../deep.ts';
import { eventually } from '../eventually.ts';
import { sampleContact } from '../sample-contacts.ts';
import { bodyRows, cellOf, cellText } from './open-table.ts';

/** Rows that are made as they are asked for, and the pages that were. */
function rowsOnDemand(total: number): ContactRows & { readonly asked: number[] } {
  const asked: number[] = [];
  return {
    total,
    version: 0,
    asked,
    page: async (page) => {
      asked.push(page);
      const length = Math.min(PAGE_SIZE, total - page * PAGE_SIZE);
      return Array.from({ length }, (_, index) => sampleContact({ id: String(page * PAGE_SIZE + index) }));
    },
  };
}

async function openLarge(total: number) {
  const rows = rowsOnDemand(total);
  const table = await fixture<AtcContactTable>(
    html`<atc-contact-table .rows=${rows} .total=${total} catalog-known></atc-contact-table>`,
  );
  await eventually(() => cellText(bodyRows(table)[0]!, 1) === 'Ann');
  await eventually(() => allDeep(table.shadowRoot!, '.pending-choice').length === 0);
  return { table, rows };
}

describe('atc-contact-table at 100,000 contacts', () => {
  it('has no more elements than at 1,000', async () => {
    const count = async (total: number) => {
      const { table } = await openLarge(total);
      const { length } = allDeep(table.shadowRoot!, '*');
      table.remove();
      return length;
    };
    const few = await count(1000);
    expect(await count(100_000)).toBe(few);
  });

  it('is at the last row by one key, with three requests at most', async () => {
    const { table, rows } = await openLarge(100_000);
    cellOf(bodyRows(table)[0]!, 1).focus();
    rows.asked.length = 0;
    await userEvent.keyboard('{Control>}{End}{/Control}');
    await eventually(() => focused()?.closest('tr')?.getAttribute('aria-rowindex') === '100001');
    await eventually(() => bodyRows(table).every((row) => cellText(row, 1) === 'Ann'));
    expect(rows.asked.length).toBeLessThanOrEqual(3);
    expect(rows.asked).toContain(999);
  });

  it('keeps a few pages, however far it is scrolled', async () => {
    const { table, rows } = await openLarge(100_000);
    const grid = table.shadowRoot!.querySelector('vaadin-grid')!;
    const scrollTo = async (page: number) => {
      grid.scrollToIndex(page * PAGE_SIZE);
      await eventually(() => bodyRows(table).every((row) => cellText(row, 1) === 'Ann'));
    };
    for (let page = 0; page <= 2 * KEPT_PAGES; page += 1) await scrollTo(page);
    rows.asked.length = 0;
    await scrollTo(2 * KEPT_PAGES - 1);
    expect(rows.asked).toEqual([]);
    await scrollTo(0);
    expect(rows.asked).toEqual([0]);
  });
});
