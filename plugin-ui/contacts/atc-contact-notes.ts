import { css, html, type TemplateResult } from 'lit';
import { AtcElement } from '../shared/atc-element.ts';
import { defineElement } from '../shared/define-element.ts';
import { icons } from '../shared/icons.ts';
import { NavigateEvent } from '../shared/navigate-event.ts';
import { contactsText } from '../text/contacts-text.ts';

/**
 * The two things about users that a technician has to know before importing.
 *
 * @summary Notes above the table.
 * @fires autotask-navigate - The link to the Users page was pressed.
 */
export class AtcContactNotes extends AtcElement {
  static override styles = [
    ...AtcElement.styles,
    css`
      :host {
        display: flex;
        gap: 8px;
        color: var(--atc-muted);
        font-size: 13px;
      }

      .icon {
        margin-block-start: 3px;
      }

      ul {
        list-style: none;
      }
    `,
  ];

  override render(): TemplateResult {
    return html`${icons.info()}
      <ul>
        <li>${contactsText.noteDelete()}</li>
        <li>
          ${contactsText.noteEmail()}
          <button type="button" class="link" @click=${() => this.dispatchEvent(new NavigateEvent('users'))}>
            ${contactsText.openUsers()}
          </button>
        </li>
      </ul>`;
  }
}

defineElement('atc-contact-notes', AtcContactNotes);

declare global {
  interface HTMLElementTagNameMap {
    'atc-contact-notes': AtcContactNotes;
  }
}
