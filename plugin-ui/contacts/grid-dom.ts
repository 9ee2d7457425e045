import type { Grid } from '@vaadin/grid';
import type { ContactItem } from '../../core/contract/index.ts';
import { type ContactOrder, PAGE_SIZE } from './contact-list.ts';

/** The pages that rendered rows belong to; aria-rowindex counts from 1 and includes the header row. */
export function pagesOnScreen(grid: Grid<ContactItem>): readonly number[] {
  const rows = grid.shadowRoot?.querySelectorAll('tbody tr[aria-rowindex]:not([hidden])') ?? [];
  const indexes = [...rows].map((row) => Number(row.getAttribute('aria-rowindex')) - 2);
  const pages = indexes.filter((index) => index >= 0).map((index) => Math.floor(index / PAGE_SIZE));
  return [...new Set(pages)].sort((one, other) => one - other);
}

/**
 * Marks exactly the sorted column's header. The grid does so only for sorters of its own, which would change the names
 * of the columns.
 */
export function markSortedHeader(grid: Grid<ContactItem>, order: ContactOrder): void {
  for (const header of grid.shadowRoot?.querySelectorAll('th') ?? []) {
    const content = header.querySelector('slot')?.assignedElements()[0];
    const field = content?.querySelector('.sort')?.getAttribute('data-field');
    if (field === order) header.setAttribute('aria-sort', 'ascending');
    else if (`-${field}` === order) header.setAttribute('aria-sort', 'descending');
    else header.removeAttribute('aria-sort');
  }
}
