import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { RunState, RunView } from '../../core/contract/index.ts';
import type { ApiProblem } from '../api/api-problem.ts';
import { AtcElement } from '../shared/atc-element.ts';
import '../shared/atc-notice.ts';
import { defineElement } from '../shared/define-element.ts';
import { formatNumber, formatTime } from '../shared/format.ts';
import { icons } from '../shared/icons.ts';
import { withNames } from '../shared/isolated.ts';
import { textAndRemedy } from '../shared/text-and-remedy.ts';
import { historyText, runStateText } from '../text/history-text.ts';
import { problemSentence } from '../text/problem-text.ts';
import { heldText, importText, refreshText } from '../text/runs-text.ts';
import { findingWords } from '../text/server-words.ts';
import { sharedText } from '../text/shared-text.ts';
import { RunActionEvent, RunToggleEvent } from './history-events.ts';
import { outcomeCounts, outcomeWords } from './outcome-words.ts';
import { actionsOf, type RunAction } from './run-actions.ts';
import { runEntryStyles } from './run-entry.styles.ts';

const ICONS: Readonly<Record<RunState, () => TemplateResult>> = {
  queued: icons.info,
  running: icons.refresh,
  done: icons.check,
  held: icons.warning,
  failed: icons.cross,
  cancelled: icons.cross,
};

const ACTION_WORDS: Readonly<Record<RunAction, (run: RunView, locale: string) => string>> = {
  cancel: sharedText.cancel,
  release: ({ kind }) => heldText(kind).release(),
  drop: ({ kind }) => heldText(kind).drop(),
  retry: ({ failed }, locale) => importText.retryFailed(failed, locale),
};

/**
 * One run of the history: what, when, by whom, how it ended, and what can be done with it.
 *
 * @summary Run of the history.
 * @slot - The contacts of the run, while it is opened.
 * @fires atc-run-toggle - The contacts of the run are to be shown or hidden.
 * @fires atc-run-action - One of the buttons was pressed.
 */
export class AtcRunEntry extends AtcElement {
  static override styles = [...AtcElement.styles, runEntryStyles];

  @property({ attribute: false }) run: RunView | null = null;
  /** Whether its contacts are shown. */
  @property({ type: Boolean }) opened = false;
  @property({ attribute: false }) activity: RunAction | null = null;
  /** Why the last thing could not be done. */
  @property({ attribute: false }) problem: ApiProblem | null = null;

  private act(action: RunAction): void {
    if (this.activity === null) this.dispatchEvent(new RunActionEvent(action));
  }

  private renderNumbers(run: RunView): TemplateResult {
    if (run.kind === 'refresh') return html`<p>${historyText.read(run.done, this.locale)}</p>`;
    return html`<dl>
      ${outcomeCounts(run).map(
        ({ outcome, count }) => html`<div class=${count === 0 ? 'zero' : outcome}>
          <dt>${outcomeWords(outcome)}</dt>
          <dd>${formatNumber(count, this.locale)}</dd>
        </div>`,
      )}
    </dl>`;
  }

  private renderToggle(): TemplateResult {
    return html`<button
      type="button"
      class="button toggle"
      aria-expanded=${this.opened}
      aria-describedby="title"
      @click=${() => this.dispatchEvent(new RunToggleEvent())}
    >
      ${icons.chevron()}${historyText.showContacts()}
    </button>`;
  }

  private renderAction(action: RunAction, run: RunView): TemplateResult {
    return html`<button
      type="button"
      class="button ${this.activity === action ? 'busy' : ''}"
      aria-describedby="title"
      @click=${() => this.act(action)}
    >
      ${ACTION_WORDS[action](run, this.locale)}
    </button>`;
  }

  private renderRefusal(): TemplateResult | typeof nothing {
    if (this.problem === null) return nothing;
    return html`<atc-notice part="notice" tone="danger">
      <strong>${historyText.undone()}</strong> ${problemSentence(this.problem)}
    </atc-notice>`;
  }

  override render(): TemplateResult | typeof nothing {
    const { run } = this;
    if (run === null) return nothing;
    const { kind, state, problem } = run;
    return html`
      <div class="line">
        <h3 id="title">
          ${kind === 'import' ? importText.import() : refreshText.get()}
          <span class="when">${withNames(historyText.by(formatTime(run.createdAt, this.locale), run.requestedBy))}</span>
        </h3>
        <span class="state ${state}">${ICONS[state]()}${runStateText[state]()}</span>
      </div>
      ${this.renderNumbers(run)}
      ${problem === null ? nothing : html`<p>${textAndRemedy(findingWords(problem))}</p>`}
      <div class="actions">
        ${kind === 'import' ? this.renderToggle() : nothing}
        ${actionsOf(run).map((action) => this.renderAction(action, run))}
      </div>
      ${this.renderRefusal()}
      <slot></slot>
    `;
  }
}

defineElement('atc-run-entry', AtcRunEntry);

declare global {
  interface HTMLElementTagNameMap {
    'atc-run-entry': AtcRunEntry;
  }
}
