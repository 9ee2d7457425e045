import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { RunView } from '../../core/contract/index.ts';
import type { ApiProblem } from '../api/api-problem.ts';
import { AtcElement } from '../shared/atc-element.ts';
import '../shared/atc-notice.ts';
import { defineElement } from '../shared/define-element.ts';
import { problemSentence } from '../text/problem-text.ts';
import { refreshText } from '../text/runs-text.ts';
import type { HeldActivity } from './held-refresh.ts';
import { RefreshDropEvent, RefreshReleaseEvent } from './run-events.ts';

/**
 * Why a refresh is held back, and the two ways out. The list below stays as it was, and usable, until one is chosen.
 *
 * @summary Notice of a held refresh.
 * @fires atc-refresh-release - Release was pressed.
 * @fires atc-refresh-drop - Drop was pressed.
 */
export class AtcHeldRefresh extends AtcElement {
  static override styles = [
    ...AtcElement.styles,
    css`
      :host {
        display: block;
      }

      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 12px;
      }
    `,
  ];

  @property({ attribute: false }) run: RunView | null = null;
  @property({ attribute: false }) activity: HeldActivity = null;
  /** Why the last decision could not be carried out. */
  @property({ attribute: false }) problem: ApiProblem | null = null;

  private decide(event: Event): void {
    if (this.activity === null) this.dispatchEvent(event);
  }

  private wayOut(label: string, activity: HeldActivity, event: () => Event): TemplateResult {
    return html`<button
      type="button"
      class="button ${this.activity === activity ? 'busy' : ''}"
      aria-describedby="why"
      @click=${() => this.decide(event())}
    >
      ${label}
    </button>`;
  }

  private renderProblem(): TemplateResult | typeof nothing {
    if (this.problem === null) return nothing;
    return html`<p><strong>${refreshText.notDecided()}</strong> ${problemSentence(this.problem)}</p>`;
  }

  override render(): TemplateResult | typeof nothing {
    const { run } = this;
    if (run === null) return nothing;
    return html`<atc-notice tone="warning">
      <p id="why">
        <strong>${refreshText.held()}</strong> ${run.problem?.text}
        <span class="muted">${run.problem?.remedy}</span>
      </p>
      ${this.renderProblem()}
      <div class="ways" slot="action">
        ${this.wayOut(refreshText.release(), 'releasing', () => new RefreshReleaseEvent())}
        ${this.wayOut(refreshText.drop(), 'dropping', () => new RefreshDropEvent())}
      </div>
    </atc-notice>`;
  }
}

defineElement('atc-held-refresh', AtcHeldRefresh);

declare global {
  interface HTMLElementTagNameMap {
    'atc-held-refresh': AtcHeldRefresh;
  }
}
