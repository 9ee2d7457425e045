import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controlStyles } from '../styles/control-styles.ts';

/**
 * Says why there is nothing else to see: nothing there yet, nothing found, or nothing could be loaded.
 *
 * @summary Empty and error states.
 * @slot - What to do about it: buttons or links.
 */
@customElement('console-notice')
export class ConsoleNotice extends LitElement {
  static override styles = [
    controlStyles,
    css`
      :host {
        display: grid;
        justify-items: center;
        gap: 0.25rem;
        padding: 3rem 1.5rem;
        text-align: center;
        white-space: normal;
      }

      p {
        margin: 0;
        max-width: 48ch;
      }

      .title {
        font-weight: 600;
        font-size: 1.0625rem;
      }

      :host([kind='problem']) .title {
        color: var(--console-color-danger);
      }

      slot {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: 0.5rem;
        margin-block-start: 0.75rem;
      }
    `,
  ];

  @property({ reflect: true }) kind: 'empty' | 'problem' = 'empty';
  @property() heading = '';
  @property() detail = '';

  override render(): TemplateResult {
    const role = this.kind === 'problem' ? 'alert' : nothing;
    return html`
      <div role=${role}>
        <p class="title">${this.heading}</p>
        <p class="quiet">${this.detail}</p>
      </div>
      <slot></slot>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-notice': ConsoleNotice;
  }
}
