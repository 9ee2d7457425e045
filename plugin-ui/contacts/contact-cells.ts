import { html, type TemplateResult } from 'lit';
import type { ContactItem } from '../../core/contract/index.ts';
import { contactsText } from '../text/contacts-text.ts';

/** A name in another direction of writing keeps its own, whatever the page's is. */
export function nameCell(name: string): TemplateResult {
  return html`<span dir="auto">${name}</span>`;
}

/** The first name, and whether the contact is inactive. */
export function firstNameCell({ firstName, active }: ContactItem): TemplateResult {
  return active
    ? nameCell(firstName)
    : html`<span class="gone" dir="auto">${firstName}</span><span class="tag">${contactsText.inactive()}</span>`;
}

/** A long address breaks at the @ rather than anywhere. */
export function emailCell({ email }: ContactItem): TemplateResult {
  const [login = '', ...domain] = email.split('@');
  return html`${login}${domain.map((part) => html`<wbr />@${part}`)}`;
}
