import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ContactItem } from '../../core/contract/index.ts';
import { contactsText } from '../text/contacts-text.ts';
import { contactName } from './contact-name.ts';
import { type ContactSelection, type HeaderState, isSelectable, isSelected } from './contact-selection.ts';

type TickEvent = Event & { readonly currentTarget: HTMLInputElement };

interface HeaderTick {
  readonly ticked: HeaderState;
  readonly toggle: () => void;
}

interface RowTick {
  readonly item: ContactItem;
  readonly selection: ContactSelection;
  readonly toggle: () => void;
}

/** The header's check box, for all that the list shows. */
export function headerTick({ ticked, toggle }: HeaderTick): TemplateResult {
  return html`<input
    type="checkbox"
    class="tick"
    aria-label=${contactsText.selectAll()}
    .checked=${live(ticked === 'all')}
    .indeterminate=${live(ticked === 'some')}
    @change=${({ currentTarget: tick }: TickEvent) => {
      // It shows what is selected, which may stay as it is.
      tick.checked = ticked === 'all';
      tick.indeterminate = ticked === 'some';
      toggle();
    }}
  />`;
}

/** The check box of a row. */
export function rowTick({ item, selection, toggle }: RowTick): TemplateResult {
  const canToggle = isSelectable(selection, item);
  return html`<input
    type="checkbox"
    class="tick"
    aria-label=${contactsText.select(contactName(item), item.account)}
    aria-disabled=${canToggle ? nothing : 'true'}
    .checked=${live(isSelected(selection, item))}
    @change=${({ currentTarget }: TickEvent) => {
      if (!canToggle) currentTarget.checked = false;
      toggle();
    }}
  />`;
}
