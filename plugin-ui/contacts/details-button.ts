import { html, type TemplateResult } from 'lit';
import type { ContactItem } from '../../core/contract/index.ts';
import { icons } from '../shared/icons.ts';
import { detailsText } from '../text/details-text.ts';
import { contactName } from './contact-name.ts';

interface DetailsButton {
  readonly item: ContactItem;
  readonly isOpen: boolean;
  readonly toggle: () => void;
}

/** Opens what there is to say of a contact below its row. */
export function detailsButton({ item, isOpen, toggle }: DetailsButton): TemplateResult {
  return html`<button
    type="button"
    class="more"
    data-details=${item.id}
    aria-expanded=${isOpen}
    aria-label=${detailsText.of(contactName(item))}
    @click=${toggle}
  >
    ${icons.chevron()}
  </button>`;
}
