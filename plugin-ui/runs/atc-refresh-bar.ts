import { css, html, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { RefreshMode, RunState, RunView } from '../../core/contract/index.ts';
import type { ApiProblem } from '../api/api-problem.ts';
import { isAtRest } from '../api/run-events.ts';
import { AtcElement } from '../shared/atc-element.ts';
import '../shared/atc-notice.ts';
import { defineElement } from '../shared/define-element.ts';
import { formatTime } from '../shared/format.ts';
import { icons } from '../shared/icons.ts';
import { problemWords } from '../text/problem-text.ts';
import { importText, refreshText } from '../text/runs-text.ts';
import { findingWords } from '../text/server-words.ts';
import './atc-run-progress.ts';
import { RefreshRefusedEvent, RefreshRequestEvent } from './run-events.ts';

/** What is said of a refresh that did not simply end well; of one that did, its problem says enough. */
const END_WORDS: Readonly<Partial<Record<RunState, () => string>>> = {
  failed: refreshText.failed,
  cancelled: refreshText.cancelled,
};

/**
 * Get Autotask Contacts, how far it is, and how the last one ended. A held one has a notice of its own.
 *
 * @summary Bar of the refresh.
 * @fires atc-refresh-request - A button was pressed while it can be used.
 * @fires atc-refresh-refused - Get Autotask Contacts was pressed while something is missing.
 */
export class AtcRefreshBar extends AtcElement {
  static override styles = [
    ...AtcElement.styles,
    css`
      :host {
        display: grid;
        gap: 12px;
      }

      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 16px;
      }
    `,
  ];

  @query('button') private readonly button!: HTMLButtonElement;

  /** Whether credentials are stored. */
  @property({ type: Boolean }) connected = false;
  /** Whether there is a list, which could be got anew instead of brought up to date. */
  @property({ type: Boolean, attribute: 'has-list' }) hasList = false;
  @property({ type: Boolean }) running = false;
  /** The refresh under way, or the last one. */
  @property({ attribute: false }) run: RunView | null = null;
  @property({ attribute: false }) since = 0;
  /** Why it could not be started, or can't be followed for now. */
  @property({ attribute: false }) problem: ApiProblem | null = null;

  override focus(): void {
    this.button.focus();
  }

  private get missing(): string | null {
    return this.connected ? null : refreshText.needsConnection();
  }

  private press(mode?: RefreshMode): void {
    if (this.running) return;
    const why = this.missing;
    this.dispatchEvent(why === null ? new RefreshRequestEvent(mode) : new RefreshRefusedEvent(why));
  }

  private get info(): string {
    if (this.missing !== null) return this.missing;
    const { run } = this;
    if (run === null || !isAtRest(run)) return refreshText.hint();
    const time = formatTime(run.finishedAt ?? run.createdAt, this.locale);
    return run.state === 'done' ? refreshText.last(time, run.total, this.locale) : refreshText.lastTried(time);
  }

  private renderProgress(): TemplateResult | typeof nothing {
    if (!this.running) return nothing;
    return html`<atc-run-progress .locale=${this.locale} .run=${this.run} .since=${this.since}></atc-run-progress>`;
  }

  private renderProblem(): TemplateResult | typeof nothing {
    if (this.problem === null) return nothing;
    const { title, remedy } = problemWords(this.problem);
    const intro = this.running ? importText.unreachable() : refreshText.failed();
    return html`<atc-notice part="notice" tone=${this.running ? 'warning' : 'danger'}>
      <strong>${intro}</strong> ${title} ${remedy}
    </atc-notice>`;
  }

  private renderEnd(): TemplateResult | typeof nothing {
    const { run } = this;
    if (run === null || this.running || !isAtRest(run) || run.state === 'held') return nothing;
    if (run.state === 'done' && run.problem === null) return nothing;
    const problem = run.problem === null ? null : findingWords(run.problem);
    return html`<atc-notice part="notice" tone=${run.state === 'failed' ? 'danger' : 'warning'}>
      <strong>${END_WORDS[run.state]?.()}</strong> ${problem?.text} ${problem?.remedy}
    </atc-notice>`;
  }

  private renderAnew(): TemplateResult | typeof nothing {
    if (!this.connected || !this.hasList) return nothing;
    return html`<button
      type="button"
      class="button ${this.running ? 'busy' : ''}"
      @click=${() => this.press('full')}
    >
      ${refreshText.getAnew()}
    </button>`;
  }

  override render(): TemplateResult {
    return html`
      <div class="line">
        <button
          type="button"
          class="button primary ${this.running ? 'busy' : ''}"
          aria-disabled=${this.missing === null ? 'false' : 'true'}
          aria-describedby="info"
          @click=${() => this.press()}
        >
          ${icons.refresh()}${refreshText.get()}
        </button>
        ${this.renderAnew()}
        <span id="info" class="muted">${this.info}</span>
      </div>
      ${this.renderProgress()} ${this.renderProblem()} ${this.renderEnd()}
    `;
  }
}

defineElement('atc-refresh-bar', AtcRefreshBar);

declare global {
  interface HTMLElementTagNameMap {
    'atc-refresh-bar': AtcRefreshBar;
  }
}
