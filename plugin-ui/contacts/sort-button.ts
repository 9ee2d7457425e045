import { html, type TemplateResult } from 'lit';
import type { SortField } from '../../core/contract/index.ts';
import { icons } from '../shared/icons.ts';
import type { ContactOrder } from './contact-list.ts';

export interface SortButton {
  readonly field: SortField;
  readonly label: string;
  readonly order: ContactOrder;
  readonly sort: (order: ContactOrder) => void;
}

/** A column's header: sorts ascending first, then turns around. */
export function sortButton({ field, label, order, sort }: SortButton): TemplateResult {
  const isAscending = order === field;
  const isDescending = order === `-${field}`;
  const sign = isAscending ? icons.up() : isDescending ? icons.down() : icons.sortable();
  return html`<button
    type="button"
    data-field=${field}
    class=${isAscending || isDescending ? 'sort sorted' : 'sort'}
    @click=${() => sort(isAscending ? `-${field}` : field)}
  ><span>${label}</span>${sign}</button>`;
}
