import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { controlStyles } from '../styles/control-styles.ts';
import { pageStyles } from '../styles/page-styles.ts';
import { text } from '../text.ts';

/** @summary The first page: what the console is for, and where to begin. */
@customElement('console-home-page')
export class ConsoleHomePage extends LitElement {
  static override styles = [
    controlStyles,
    pageStyles,
    css`
      ol {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr));
        gap: 1rem;
        margin: 1rem 0 1.5rem;
        padding: 0;
        list-style: none;
        counter-reset: step;
      }

      ol > .card {
        margin: 0;
        padding: 1.25rem;
        counter-increment: step;
      }

      li::before {
        content: counter(step);
        display: grid;
        place-items: center;
        width: 1.75rem;
        height: 1.75rem;
        border-radius: 50%;
        background: var(--console-color-accent-soft);
        color: var(--console-color-accent);
        font-weight: 650;
      }

      h2 {
        margin: 0.75rem 0 0.25rem;
        font-size: 1.0625rem;
      }

      p {
        margin: 0;
      }
    `,
  ];

  override render(): TemplateResult {
    return html`
      <div class="head">
        <div>
          <h1>${text.home.title}</h1>
          <p class="lead">${text.home.lead}</p>
        </div>
      </div>
      <ol>
        ${text.home.steps.map(
          (step) => html`
            <li class="card">
              <h2>${step.title}</h2>
              <p class="quiet">${step.detail}</p>
            </li>
          `,
        )}
      </ol>
      <a class="button primary" href="/settings/autotask">${text.home.start}</a>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-home-page': ConsoleHomePage;
  }
}
