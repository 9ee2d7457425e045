import { html, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { text } from '../text.ts';

/**
 * Makes an element a modal dialog for as long as it is in the document.
 *
 * The dialog is in the element's own tree, together with what it asks: so it can be found as one thing, by a
 * label's `for` as by a test. When it closes the element fires `console-form-close`, and the browser has put the
 * focus back where it was.
 */
export class Modal implements ReactiveController {
  private readonly host: LitElement;

  constructor(host: LitElement) {
    this.host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const { dialog } = this;
    if (dialog === null || dialog.open || !this.host.isConnected) return;
    dialog.showModal();
    dialog.querySelector<HTMLElement>('[data-first-focus]')?.focus();
  }

  close(): void {
    this.dialog?.close();
  }

  render(
    frame: { readonly heading: string; readonly kind: 'form' | 'question' },
    content: TemplateResult,
  ): TemplateResult {
    return html`
      <dialog
        class=${frame.kind}
        aria-labelledby="heading"
        @close=${this.handleClose}
      >
        <div class="dialog-head">
          <h2 id="heading">${frame.heading}</h2>
          <button class="dialog-close" type="button" aria-label=${text.close} @click=${() => this.close()}>
            <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
              <path d="m6 6 12 12M18 6 6 18" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
            </svg>
          </button>
        </div>
        ${content}
      </dialog>
    `;
  }

  private get dialog(): HTMLDialogElement | null {
    return this.host.renderRoot.querySelector('dialog');
  }

  private readonly handleClose = (): void => {
    this.host.dispatchEvent(new CustomEvent('console-form-close'));
  };
}
