import { css, html, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { RunView } from '../../core/contract/index.ts';
import { AtcElement } from '../shared/atc-element.ts';
import { defineElement } from '../shared/define-element.ts';
import { formatNumber } from '../shared/format.ts';
import { importText } from '../text/runs-text.ts';
import { sharedText } from '../text/shared-text.ts';
import { ResultCloseEvent } from './run-events.ts';
import { importTitle } from './run-words.ts';
import { tiles } from './tiles.styles.ts';

/**
 * What became of the contacts of an import; the numbers add up to the selection.
 *
 * @summary Result of an import.
 * @fires atc-result-close - The result was read and can go.
 */
export class AtcRunResult extends AtcElement {
  static override styles = [
    ...AtcElement.styles,
    tiles,
    css`
      :host {
        display: block;
      }

      section {
        display: grid;
        gap: 12px;
        padding: 16px;
      }

      header {
        display: flex;
        align-items: center;
        gap: 10px;
      }

      h3 {
        flex: 1;
      }
    `,
  ];

  @query('h3') private readonly heading!: HTMLHeadingElement;

  @property({ attribute: false }) run: RunView | null = null;
  /** Whether the contacts that failed are selected still. */
  @property({ type: Boolean, attribute: 'keeps-failed' }) keepsFailed = false;

  override focus(): void {
    this.heading.focus();
  }

  private tile(count: number, label: string, tone: string): TemplateResult {
    return html`<div class="tile ${count === 0 ? 'zero' : tone}">
      <dt>${label}</dt>
      <dd>${formatNumber(count, this.locale)}</dd>
    </div>`;
  }

  override render(): TemplateResult | typeof nothing {
    const { run } = this;
    if (run === null) return nothing;
    const hasFailed = run.failed + run.notAttempted > 0;
    return html`<section class="card" aria-labelledby="title">
      <header>
        <h3 id="title" tabindex="-1">${importTitle(run)}</h3>
        <span class="muted">${importText.outOf(run.total, this.locale)}</span>
        <button type="button" class="button" @click=${() => this.dispatchEvent(new ResultCloseEvent())}>
          ${sharedText.close()}
        </button>
      </header>
      ${run.problem === null ? nothing : html`<p>${run.problem.text} <span class="muted">${run.problem.remedy}</span></p>`}
      <dl class="tiles">
        ${this.tile(run.created, importText.created(), 'success')}
        ${this.tile(run.updated, importText.updated(), 'success')}
        ${this.tile(run.unchanged, importText.unchanged(), '')}
        ${this.tile(run.failed, importText.failed(), 'danger')}
        ${this.tile(run.notAttempted, importText.notAttempted(), 'warning')}
      </dl>
      ${
        hasFailed
          ? html`<p>${this.keepsFailed ? importText.reasonsInRows() : importText.reasonsInRowsOnly()}</p>`
          : nothing
      }
    </section>`;
  }
}

defineElement('atc-run-result', AtcRunResult);

declare global {
  interface HTMLElementTagNameMap {
    'atc-run-result': AtcRunResult;
  }
}
