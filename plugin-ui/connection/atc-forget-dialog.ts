import { html, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { AtcElement } from '../shared/atc-element.ts';
import { defineElement } from '../shared/define-element.ts';
import { dialogStyles } from '../shared/dialog.styles.ts';
import { withNames } from '../shared/isolated.ts';
import { connectionText } from '../text/connection-text.ts';
import { sharedText } from '../text/shared-text.ts';
import { ForgetCancelEvent, ForgetConfirmEvent } from './connection-events.ts';

/**
 * What forgetting the credentials means, before it is done.
 *
 * @summary Confirmation of forgetting.
 * @fires atc-forget-confirm - The credentials are to be forgotten.
 * @fires atc-forget-cancel - The dialog was left; they stay.
 */
export class AtcForgetDialog extends AtcElement {
  static override styles = [...AtcElement.styles, dialogStyles];

  @query('dialog') private readonly dialog!: HTMLDialogElement;

  @property({ type: Boolean }) open = false;
  /** Whom the credentials are of. */
  @property() username = '';

  protected override updated(): void {
    if (this.open && !this.dialog.open) this.dialog.showModal();
    if (!this.open && this.dialog.open) this.dialog.close();
  }

  private readonly cancel = (event: Event): void => {
    // The form decides: it closes the dialog.
    event.preventDefault();
    this.dispatchEvent(new ForgetCancelEvent());
  };

  override render(): TemplateResult {
    return html`<dialog part="dialog" aria-labelledby="title" aria-describedby="what" @cancel=${this.cancel}>
      <h2 id="title">${connectionText.forgetTitle()}</h2>
      <div class="content" id="what">
        <p>${withNames(connectionText.forgetWhat(this.username))}</p>
        <p class="muted">${connectionText.forgetKeeps()}</p>
      </div>
      <footer>
        <button type="button" class="button" id="cancel" @click=${this.cancel}>${sharedText.cancel()}</button>
        <button
          type="button"
          class="button primary"
          id="confirm"
          @click=${() => this.dispatchEvent(new ForgetConfirmEvent())}
        >
          ${connectionText.forgetConfirm()}
        </button>
      </footer>
    </dialog>`;
  }
}

defineElement('atc-forget-dialog', AtcForgetDialog);

declare global {
  interface HTMLElementTagNameMap {
    'atc-forget-dialog': AtcForgetDialog;
  }
}
