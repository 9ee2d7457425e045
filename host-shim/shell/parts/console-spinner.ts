import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { text } from '../text.ts';

/**
 * A wait. It stays unseen for its first second, so that quick answers do not flicker.
 *
 * @summary Waiting state.
 */
@customElement('console-spinner')
export class ConsoleSpinner extends LitElement {
  static override styles = css`
    :host {
      display: flex;
      align-items: center;
      justify-content: center;
      gap: 0.75rem;
      padding: 3rem 1.5rem;
      color: var(--console-color-muted);
      animation: appear 0s 1s both;
    }

    span[aria-hidden] {
      width: 1.25rem;
      height: 1.25rem;
      border: 2px solid var(--console-color-line);
      border-block-start-color: var(--console-color-accent);
      border-radius: 50%;
      animation: turn 900ms linear infinite;
    }

    @keyframes appear {
      from {
        visibility: hidden;
      }
    }

    @keyframes turn {
      to {
        rotate: 1turn;
      }
    }

    @media (prefers-reduced-motion: reduce) {
      span[aria-hidden] {
        animation-duration: 4s;
      }
    }
  `;

  override render(): TemplateResult {
    return html`<span aria-hidden="true"></span><span role="status">${text.loading}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-spinner': ConsoleSpinner;
  }
}
