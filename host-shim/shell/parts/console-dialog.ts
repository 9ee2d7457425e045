import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { controlStyles } from '../styles/control-styles.ts';
import { text } from '../text.ts';

/**
 * A modal panel that is open as long as it is in the document.
 *
 * @summary Modal side panel with a heading.
 * @slot - The content; the element with `data-first-focus` gets the focus first.
 * @fires console-dialog-close - The user closed it, or `close()` did; the focus is back where it was.
 */
@customElement('console-dialog')
export class ConsoleDialog extends LitElement {
  static override styles = [
    controlStyles,
    css`
      dialog {
        box-sizing: border-box;
        width: min(28rem, 100vw);
        max-width: none;
        height: 100dvh;
        max-height: none;
        margin: 0;
        margin-inline-start: auto;
        padding: 0;
        border: 0;
        background: var(--console-color-surface);
        color: var(--console-color-text);
        box-shadow: var(--console-shadow);
        overflow: auto;
      }

      dialog[data-size='small'] {
        height: auto;
        margin: auto;
        border-radius: var(--console-radius-large);
        max-width: calc(100vw - 2rem);
      }

      dialog::backdrop {
        background: rgb(10 16 26 / 45%);
      }

      @media (prefers-reduced-motion: no-preference) {
        dialog[open] {
          animation: arrive 160ms ease-out;
        }

        @keyframes arrive {
          from {
            opacity: 0;
            translate: 1.5rem 0;
          }
        }
      }

      header {
        display: flex;
        align-items: start;
        justify-content: space-between;
        gap: 1rem;
        padding: 1.25rem 1.5rem 0;
      }

      h2 {
        margin: 0;
        font-size: 1.25rem;
        line-height: 1.3;
        overflow-wrap: anywhere;
      }

      .close {
        flex: none;
        min-height: 2rem;
        padding: 0.25rem;
        border-color: transparent;
        background: none;
      }

      .close:hover {
        background: var(--console-color-hover);
      }

      .content {
        padding: 1.25rem 1.5rem 1.5rem;
      }
    `,
  ];

  @query('dialog') private dialog!: HTMLDialogElement;

  @property() heading = '';
  @property() size: 'panel' | 'small' = 'panel';

  protected override firstUpdated(): void {
    this.dialog.showModal();
    this.querySelector<HTMLElement>('[data-first-focus]')?.focus();
  }

  close(): void {
    this.dialog.close();
  }

  private readonly handleClose = (): void => {
    this.dispatchEvent(new CustomEvent('console-dialog-close'));
  };

  override render(): TemplateResult {
    return html`
      <dialog aria-labelledby="heading" data-size=${this.size} @close=${this.handleClose}>
        <header>
          <h2 id="heading">${this.heading}</h2>
          <button class="close" type="button" aria-label=${text.close} @click=${() => this.close()}>
            <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
              <path d="m6 6 12 12M18 6 6 18" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
            </svg>
          </button>
        </header>
        <div class="content"><slot></slot></div>
      </dialog>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-dialog': ConsoleDialog;
  }
}
