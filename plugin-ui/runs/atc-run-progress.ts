import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { RunView } from '../../core/contract/index.ts';
import { AtcElement } from '../shared/atc-element.ts';
import { defineElement } from '../shared/define-element.ts';
import { formatPercent } from '../shared/format.ts';
import { importText, refreshText } from '../text/runs-text.ts';
import { sharedText } from '../text/shared-text.ts';
import { progressPhase, untilNextPhase } from './progress-phase.ts';
import { RunCancelEvent } from './run-events.ts';
import { progressWords } from './run-words.ts';

/**
 * How far a run is: nothing for a second, then a spinner, then a bar with numbers, then also that it goes on by itself.
 *
 * @summary Progress of a refresh or an import.
 * @fires atc-run-cancel - Cancel was pressed.
 */
export class AtcRunProgress extends AtcElement {
  static override styles = [
    ...AtcElement.styles,
    css`
      :host {
        display: block;
      }

      .spinning {
        display: flex;
        align-items: center;
        gap: 10px;
      }

      .running {
        display: grid;
        gap: 6px;
        max-width: 560px;
      }

      .line {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0 16px;
        font-variant-numeric: tabular-nums;
      }

      .track {
        height: 8px;
        overflow: hidden;
        border: 1px solid var(--atc-control-border);
        border-radius: 99px;
        background: color-mix(in oklab, var(--atc-text) 8%, var(--atc-surface));
      }

      .fill {
        height: 100%;
        background: var(--atc-accent);
        transition: width 0.2s;
      }

      .fill.unknown {
        width: 30%;
        animation: to-and-fro 1.6s ease-in-out infinite alternate;
      }

      @keyframes to-and-fro {
        to {
          translate: 233% 0;
        }
      }

      @media (prefers-reduced-motion: reduce) {
        .fill {
          transition: none;
        }

        .fill.unknown {
          animation: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) run: RunView | null = null;
  /** When the wait began, in the browser's time. */
  @property({ attribute: false }) since = Date.now();

  /** Whether it can be cancelled from here. */
  @property({ type: Boolean }) cancellable = false;
  /** It was cancelled, and ends as soon as its worker has heard of that. */
  @property({ type: Boolean }) cancelling = false;

  private timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected override updated(): void {
    clearTimeout(this.timer);
    const wait = untilNextPhase(Date.now() - this.since);
    if (wait !== null) this.timer = setTimeout(() => this.requestUpdate(), wait);
  }

  private get label(): string {
    return this.run?.kind === 'import' ? importText.running() : refreshText.running();
  }

  private numbers(run: RunView): string {
    if (this.cancelling) return importText.stopping();
    // A run that makes way for another provider's is queued again for a moment, and has not lost its place.
    return run.state === 'queued' && run.done === 0 ? importText.waiting() : progressWords(run, this.locale);
  }

  private renderCancel(): TemplateResult | typeof nothing {
    if (!this.cancellable) return nothing;
    return html`<button
      type="button"
      class="link ${this.cancelling ? 'busy' : ''}"
      aria-describedby="label"
      @click=${() => this.cancelling || this.dispatchEvent(new RunCancelEvent())}
    >
      ${sharedText.cancel()}
    </button>`;
  }

  private renderBar(run: RunView): TemplateResult {
    const isKnown = run.total > 0;
    const share = formatPercent(Math.min(run.done, run.total), run.total, 'en');
    return html`<div
      class="track"
      role="progressbar"
      aria-label=${this.label}
      aria-valuemin="0"
      aria-valuemax=${ifDefined(isKnown ? run.total : undefined)}
      aria-valuenow=${ifDefined(isKnown ? Math.min(run.done, run.total) : undefined)}
      aria-valuetext=${this.numbers(run)}
    >
      <div class=${isKnown ? 'fill' : 'fill unknown'} style=${isKnown ? `width: ${share}` : ''}></div>
    </div>`;
  }

  override render(): TemplateResult | typeof nothing {
    const { run } = this;
    if (run === null) return nothing;
    const phase = progressPhase(Date.now() - this.since);
    if (phase === 'none') return nothing;
    if (phase === 'spinner') {
      return html`<div class="spinning">
        <span class="spinner"></span><span id="label">${this.label}</span>${this.renderCancel()}
      </div>`;
    }
    return html`<div class="running">
      <div class="line">
        <span id="label">${this.label}</span>
        <span class="muted">${this.numbers(run)}</span>
        ${this.renderCancel()}
      </div>
      ${this.renderBar(run)} ${phase === 'background' ? html`<p class="muted">${importText.goesOn()}</p>` : nothing}
    </div>`;
  }
}

defineElement('atc-run-progress', AtcRunProgress);

declare global {
  interface HTMLElementTagNameMap {
    'atc-run-progress': AtcRunProgress;
  }
}
