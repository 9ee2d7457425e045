import { css, html, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { AtcElement } from '../shared/atc-element.ts';
import { defineElement } from '../shared/define-element.ts';
import { contactsText } from '../text/contacts-text.ts';
import { exportText } from '../text/export-text.ts';
import { importText } from '../text/runs-text.ts';
import {
  ImportRefusedEvent,
  ImportRequestEvent,
  InactiveToggleEvent,
  SelectionClearEvent,
} from './import-bar-events.ts';
import { type SelectionSummary, selectionWords } from './selection-words.ts';

/** What the bar says of the list; null before it is known. */
export interface ListSummary {
  readonly total: number;
  readonly inactive: number;
  readonly showsInactive: boolean;
}

/**
 * Stands above the table always, so that nothing moves: Import Contacts, how many are selected, and what the list shows.
 *
 * @summary Bar of the bulk action above the table.
 * @fires atc-import-request - Import Contacts was pressed while it can be used.
 * @fires atc-import-refused - Import Contacts was pressed while something is missing.
 * @fires atc-selection-clear - The selection is to be cleared.
 * @fires atc-inactive-toggle - Inactive contacts are to be shown, or hidden again.
 */
export class AtcImportBar extends AtcElement {
  static override styles = [
    ...AtcElement.styles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 24px;
      }

      .action,
      .list {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 14px;
        min-height: 36px;
      }

      .action {
        flex: 1 1 320px;
      }

      .count {
        font-weight: 600;
      }

      a.link {
        line-height: 24px;
      }
    `,
  ];

  @query('#import') private readonly importButton!: HTMLButtonElement;

  @property({ attribute: false }) selected: SelectionSummary = { count: 0, hidden: 0, isAll: false };
  @property({ attribute: false }) list: ListSummary | null = null;
  /** Why the last press of a check box did nothing. */
  @property({ attribute: false }) note: string | null = null;
  /** Where the list is as a file. */
  @property() file = '';
  /** What an import would do is being worked out. */
  @property({ type: Boolean }) preparing = false;
  /** An import is under way. */
  @property({ type: Boolean }) running = false;

  override focus(): void {
    this.importButton.focus();
  }

  /** Why Import Contacts can't be used; null when it can. */
  private get missing(): string | null {
    if (this.running) return importText.alreadyRunning();
    return this.selected.count === 0 ? importText.nothingSelected() : null;
  }

  private readonly press = (): void => {
    if (this.preparing) return;
    const why = this.missing;
    this.dispatchEvent(why === null ? new ImportRequestEvent() : new ImportRefusedEvent(why));
  };

  private renderList(): TemplateResult | typeof nothing {
    if (this.list === null) return nothing;
    const { total, inactive, showsInactive } = this.list;
    if (total + inactive === 0) return nothing;
    const inactiveText = showsInactive ? contactsText.inactiveShown : contactsText.inactiveHidden;
    return html`<div class="list muted">
      <span>${contactsText.contacts(total, this.locale)}</span>
      ${
        inactive === 0
          ? nothing
          : html`<span>${inactiveText(inactive, this.locale)}</span>
              <button type="button" class="link" @click=${() => this.dispatchEvent(new InactiveToggleEvent())}>
                ${showsInactive ? contactsText.hideInactive() : contactsText.showInactive()}
              </button>`
      }
      <a class="link" href=${this.file} download>${exportText.list()}</a>
    </div>`;
  }

  override render(): TemplateResult {
    const why = this.missing;
    return html`
      <div class="action">
        <button
          type="button"
          id="import"
          class="button primary ${this.preparing ? 'busy' : ''}"
          aria-disabled=${why === null ? 'false' : 'true'}
          aria-describedby="count why"
          @click=${this.press}
        >
          ${importText.import()}
        </button>
        <span id="count" class=${this.selected.count > 0 ? 'count' : 'muted'}>${selectionWords(this.selected, this.locale)}</span>
        ${
          this.selected.count === 0
            ? nothing
            : html`<button type="button" class="link" @click=${() => this.dispatchEvent(new SelectionClearEvent())}>
                ${contactsText.clearSelection()}
              </button>`
        }
        <span id="why" class="muted">
          ${why ?? this.note ?? nothing}${this.preparing ? html`<span class="spinner late"></span>` : nothing}
        </span>
      </div>
      ${this.renderList()}
    `;
  }
}

defineElement('atc-import-bar', AtcImportBar);

declare global {
  interface HTMLElementTagNameMap {
    'atc-import-bar': AtcImportBar;
  }
}
