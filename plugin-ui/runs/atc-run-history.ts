import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ApiProblem } from '../api/api-problem.ts';
import { AtcElement } from '../shared/atc-element.ts';
import '../shared/atc-notice.ts';
import { defineElement } from '../shared/define-element.ts';
import { historyText } from '../text/history-text.ts';
import { problemSentence } from '../text/problem-text.ts';
import { sharedText } from '../text/shared-text.ts';
import { HistoryToggleEvent, ListMoreEvent, ListRetryEvent } from './history-events.ts';

/** What stands around the runs of the history. */
export type HistoryPlace = 'loading' | 'none' | 'all' | 'more';

/**
 * The latest runs, in a disclosure that is read when it is opened.
 *
 * @summary History of runs.
 * @slot - The runs.
 * @fires atc-history-toggle - It was opened or closed.
 * @fires atc-list-more - Show more was pressed.
 * @fires atc-list-retry - Try again was pressed.
 */
export class AtcRunHistory extends AtcElement {
  static override styles = [
    ...AtcElement.styles,
    css`
      :host {
        display: block;
        padding: 14px 20px;
      }

      summary {
        min-height: 24px;
        cursor: pointer;
      }

      h2 {
        display: inline;
      }

      .runs {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        justify-items: start;
        gap: 12px;
        padding-block-start: 8px;
      }
    `,
  ];

  @property() place: HistoryPlace = 'loading';
  /** Why the runs could not be read. */
  @property({ attribute: false }) problem: ApiProblem | null = null;

  private readonly toggle = ({ newState }: ToggleEvent): void => {
    this.dispatchEvent(new HistoryToggleEvent(newState === 'open'));
  };

  private renderProblem(problem: ApiProblem): TemplateResult {
    return html`<atc-notice part="notice" tone="danger">
      <strong>${historyText.couldNotLoad()}</strong> ${problemSentence(problem)}
      <button type="button" class="button" slot="action" @click=${() => this.dispatchEvent(new ListRetryEvent())}>
        ${sharedText.tryAgain()}
      </button>
    </atc-notice>`;
  }

  private renderEnd(): TemplateResult | typeof nothing {
    switch (this.place) {
      case 'loading':
        return html`<p class="muted">${historyText.loading()}</p>`;
      case 'none':
        return html`<p class="muted">${historyText.none()}</p>`;
      case 'more':
        return html`<button type="button" class="button" @click=${() => this.dispatchEvent(new ListMoreEvent())}>
          ${historyText.more()}
        </button>`;
      case 'all':
        return nothing;
    }
  }

  override render(): TemplateResult {
    return html`<details @toggle=${this.toggle}>
      <summary><h2>${historyText.heading()}</h2></summary>
      <div class="runs">
        ${this.problem === null ? nothing : this.renderProblem(this.problem)}
        <slot></slot>
        ${this.problem === null ? this.renderEnd() : nothing}
      </div>
    </details>`;
  }
}

defineElement('atc-run-history', AtcRunHistory);

declare global {
  interface HTMLElementTagNameMap {
    'atc-run-history': AtcRunHistory;
  }
}
