import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { ConsoleApi } from '../api/console-api.ts';
import { text } from '../text.ts';
import './console-sign-in.ts';

/**
 * Covers the page, and whatever dialog is open on it, so that what was typed there is still there afterwards.
 *
 * @summary Asks to sign in once the session has ended.
 * @fires console-signed-in - The session has begun.
 */
@customElement('console-sign-in-again')
export class ConsoleSignInAgain extends LitElement {
  static override styles = css`
    dialog {
      box-sizing: border-box;
      width: 100vw;
      max-width: none;
      height: 100dvh;
      max-height: none;
      padding: 0;
      border: 0;
      background: var(--console-color-background);
      color: var(--console-color-text);
    }
  `;

  @query('dialog') private dialog!: HTMLDialogElement;

  @property({ attribute: false }) api!: ConsoleApi;

  protected override firstUpdated(): void {
    this.dialog.showModal();
  }

  /** Browsers let nobody be held in a dialog that Escape is pressed in twice. */
  private readonly handleClose = (): void => {
    if (this.isConnected) this.dialog.showModal();
  };

  private readonly handleSignedIn = (): void => {
    this.dispatchEvent(new CustomEvent('console-signed-in'));
  };

  override render(): TemplateResult {
    return html`
      <dialog
        aria-label=${text.signIn.title}
        @cancel=${(event: Event) => event.preventDefault()}
        @close=${this.handleClose}
      >
        <console-sign-in
          .api=${this.api}
          .lead=${text.signIn.again}
          @console-signed-in=${this.handleSignedIn}
        ></console-sign-in>
      </dialog>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-sign-in-again': ConsoleSignInAgain;
  }
}
