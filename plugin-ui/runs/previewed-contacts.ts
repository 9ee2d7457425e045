import { html, nothing, type TemplateResult } from 'lit';
import type { PreviewedContact } from '../../core/contract/index.ts';
import { contactName } from '../contacts/contact-name.ts';
import { importText } from '../text/runs-text.ts';

export interface PreviewedContacts {
  readonly heading: string;
  /** The first of them. */
  readonly contacts: readonly PreviewedContact[];
  /** How many there are in all. */
  readonly count: number;
  readonly locale: string;
}

/** Who is behind a number of the preview, on demand: the first by name, and how many more there are. */
export function previewedContacts(view: PreviewedContacts): TemplateResult | typeof nothing {
  const { heading, contacts, count, locale } = view;
  if (contacts.length === 0) return nothing;
  const more = count - contacts.length;
  return html`<details>
    <summary>${heading}</summary>
    <ul class="who">
      ${contacts.map(
        ({ contactId: id, account, ...contact }) => html`<li>
          <bdi>${contactName({ id, ...contact })}</bdi> <bdi class="muted">${account}</bdi>
        </li>`,
      )}
      ${more > 0 ? html`<li class="muted">${importText.more(more, locale)}</li>` : nothing}
    </ul>
  </details>`;
}
