import { html, type TemplateResult } from 'lit';
import { withNames } from '../shared/isolated.ts';
import { type ConsolePage, NavigateEvent } from '../shared/navigate-event.ts';
import { contactsText } from '../text/contacts-text.ts';
import { pageName } from '../text/shared-text.ts';

const PAGES: Readonly<Record<'destination' | 'package', ConsolePage>> = {
  destination: 'storage-accounts',
  package: 'packages',
};

/** Stands in a drop-down's place while nothing exists that it could offer: where that is made. */
export function nothingToChoose(kind: keyof typeof PAGES, host: EventTarget): TemplateResult {
  const page = PAGES[kind];
  const link = (name: string) =>
    html`<button type="button" class="link" @click=${() => host.dispatchEvent(new NavigateEvent(page))}>${name}</button>`;
  return html`<span class="muted">${withNames(contactsText.noneYet(pageName(page)), link)}</span>`;
}
