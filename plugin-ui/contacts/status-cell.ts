import { html, nothing, type TemplateResult } from 'lit';
import type { ContactItem, Difference, IntegrationStatus } from '../../core/contract/index.ts';
import { icons } from '../shared/icons.ts';
import { withNames } from '../shared/isolated.ts';
import { contactsText, differenceText } from '../text/contacts-text.ts';
import { reasonWords } from '../text/reason-text.ts';
import { contactName } from './contact-name.ts';
import { FIELD_WORDS } from './field-words.ts';

export interface StatusCell {
  readonly item: ContactItem;
  readonly isExpanded: boolean;
  readonly toggle: () => void;
}

/**
 * The status as icon and word, then why and what mends it. All of it stands in the row; what does not fit two lines is
 * opened in place.
 */
export function statusCell({ item, isExpanded, toggle }: StatusCell): TemplateResult | typeof nothing {
  const why = explanation(item);
  if (item.status === 'blank' && why === nothing) return nothing;
  return html`<div class="status">
    ${badge(item.status)}
    ${
      why === nothing
        ? nothing
        : html`<div class=${isExpanded ? 'why' : 'why clamped'}>${why}</div>
            <button
              type="button"
              class="more"
              aria-expanded=${isExpanded}
              aria-label=${contactsText.showReason(contactName(item))}
              @click=${toggle}
            >
              ${icons.chevron()}
            </button>`
    }
  </div>`;
}

function badge(status: IntegrationStatus): TemplateResult | typeof nothing {
  switch (status) {
    case 'blank':
      return nothing;
    case 'equal':
      return html`<span class="badge equal">${icons.check()}${contactsText.equal()}</span>`;
    case 'modified':
      return html`<span class="badge modified">${icons.differs()}${contactsText.modified()}</span>`;
    case 'failed':
      return html`<span class="badge failed">${icons.cross()}${contactsText.failed()}</span>`;
  }
}

function explanation({ reason, difference }: ContactItem): TemplateResult | typeof nothing {
  const differences = difference ?? [];
  if (reason === null && differences.length === 0) return nothing;
  const words = reason === null ? null : reasonWords(reason);
  return html`${words === null ? nothing : html`<span>${words.text}</span> <span class="muted">${words.remedy}</span>`}
  ${differences.map((one) => html`<span class="difference">${withNames(describe(one))}</span>`)}`;
}

function describe({ field, autotask, mbs, changedIn }: Difference): string {
  return differenceText[changedIn](FIELD_WORDS[field](), autotask, mbs);
}
