import { html, type TemplateResult } from 'lit';
import { type ConsolePage, NavigateEvent } from '../shared/navigate-event.ts';
import { contactsText } from '../text/contacts-text.ts';
import { sharedText } from '../text/shared-text.ts';

const WAYS: Readonly<Record<'destination' | 'package', () => readonly [string, string, ConsolePage]>> = {
  destination: () => [contactsText.noDestinations(), sharedText.storageAccountsPage(), 'storage-accounts'],
  package: () => [contactsText.noPackages(), sharedText.packagesPage(), 'packages'],
};

/** Stands in a drop-down's place while nothing exists that it could offer: where that is made. */
export function nothingToChoose(kind: keyof typeof WAYS, host: EventTarget): TemplateResult {
  const [text, link, page] = WAYS[kind]();
  return html`<span class="muted">${text}</span>
    <button type="button" class="link" @click=${() => host.dispatchEvent(new NavigateEvent(page))}>${link}</button>`;
}
