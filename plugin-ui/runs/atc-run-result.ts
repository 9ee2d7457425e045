import { css, html, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { RunView } from '../../core/contract/index.ts';
import type { ApiProblem } from '../api/api-problem.ts';
import { AtcElement } from '../shared/atc-element.ts';
import '../shared/atc-notice.ts';
import { defineElement } from '../shared/define-element.ts';
import { textAndRemedy } from '../shared/text-and-remedy.ts';
import { exportText } from '../text/export-text.ts';
import { importEndText } from '../text/import-end-text.ts';
import { problemSentence } from '../text/problem-text.ts';
import { importText } from '../text/runs-text.ts';
import { findingWords } from '../text/server-words.ts';
import { sharedText } from '../text/shared-text.ts';
import { type CountTile, countTile } from './count-tile.ts';
import { ResultCloseEvent, RunRetryEvent } from './run-events.ts';
import { importTitle } from './run-words.ts';
import { tiles } from './tiles.styles.ts';

/**
 * What became of the contacts of an import; the numbers add up to the selection.
 *
 * @summary Result of an import.
 * @fires atc-run-retry - The contacts that failed are to be imported once more.
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
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 10px;
      }

      h3 {
        flex: 1 1 180px;
      }

      a.button {
        text-decoration: none;
      }
    `,
  ];

  @query('h3') private readonly heading!: HTMLHeadingElement;

  @property({ attribute: false }) run: RunView | null = null;
  /** Another import is being started, or under way. */
  @property({ type: Boolean }) busy = false;
  /** Why the failed contacts were not retried. */
  @property({ attribute: false }) problem: ApiProblem | null = null;
  /** Whether the contacts that failed are selected still. */
  @property({ type: Boolean, attribute: 'keeps-failed' }) keepsFailed = false;

  /** Where the rows that failed are as a file. */
  @property({ attribute: false }) failedFile: string | null = null;

  override focus(): void {
    this.heading.focus();
  }

  private tile(count: number, label: string, tone: CountTile['tone']): TemplateResult {
    return countTile({ count, label, tone, locale: this.locale });
  }

  private renderRetry({ failed }: RunView): TemplateResult | typeof nothing {
    if (failed === 0) return nothing;
    return html`<button
      type="button"
      class="button ${this.busy ? 'busy' : ''}"
      @click=${() => this.busy || this.dispatchEvent(new RunRetryEvent())}
    >
      ${importText.retryFailed(failed, this.locale)}
    </button>`;
  }

  private renderExport(): TemplateResult | typeof nothing {
    if (this.failedFile === null) return nothing;
    return html`<a class="button" href=${this.failedFile} download>${exportText.failed()}</a>`;
  }

  private renderProblem(): TemplateResult | typeof nothing {
    if (this.problem === null) return nothing;
    return html`<atc-notice part="notice" tone="danger">
      <strong>${importText.notRetried()}</strong> ${problemSentence(this.problem)}
    </atc-notice>`;
  }

  /** What to know of the contacts that were not brought over. */
  private renderRest({ failed, notAttempted }: RunView): TemplateResult | typeof nothing {
    if (failed + notAttempted === 0) return nothing;
    return html`<p>
      ${failed > 0 ? importText.reasonsInRows() : nothing}
      ${notAttempted > 0 ? importEndText.notAttempted(notAttempted, this.locale) : nothing}
      ${this.keepsFailed ? importText.stillSelected() : nothing}
    </p>`;
  }

  override render(): TemplateResult | typeof nothing {
    const { run } = this;
    if (run === null) return nothing;
    return html`<section class="card" aria-labelledby="title">
      <header>
        <h3 id="title" tabindex="-1">${importTitle(run)}</h3>
        <span class="muted">${importText.outOf(run.total, this.locale)}</span>
        ${this.renderRetry(run)} ${this.renderExport()}
        <button type="button" class="button" @click=${() => this.dispatchEvent(new ResultCloseEvent())}>
          ${sharedText.close()}
        </button>
      </header>
      ${run.problem === null ? nothing : html`<p>${textAndRemedy(findingWords(run.problem))}</p>`}
      <dl class="tiles">
        ${this.tile(run.created, importText.created(), 'success')}
        ${this.tile(run.updated, importText.updated(), 'success')}
        ${this.tile(run.unchanged, importText.unchanged(), '')}
        ${this.tile(run.failed, importText.failed(), 'danger')}
        ${this.tile(run.notAttempted, importText.notAttempted(), 'warning')}
      </dl>
      ${this.renderRest(run)} ${this.renderProblem()}
    </section>`;
  }
}

defineElement('atc-run-result', AtcRunResult);

declare global {
  interface HTMLElementTagNameMap {
    'atc-run-result': AtcRunResult;
  }
}
