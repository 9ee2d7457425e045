import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { RunView } from '../../core/contract/index.ts';
import type { ApiProblem } from '../api/api-problem.ts';
import { AtcElement } from '../shared/atc-element.ts';
import '../shared/atc-notice.ts';
import { defineElement } from '../shared/define-element.ts';
import { textAndRemedy } from '../shared/text-and-remedy.ts';
import { problemSentence } from '../text/problem-text.ts';
import { heldText } from '../text/runs-text.ts';
import { findingWords } from '../text/server-words.ts';
import type { HeldActivity } from './held-run.ts';
import { RunDropEvent, RunReleaseEvent } from './run-events.ts';

/**
 * Why a run is held back, and the two ways out. Nothing is changed, and the list below stays usable, until one is chosen.
 *
 * @summary Notice of a held refresh or import.
 * @fires atc-run-release - Release was pressed.
 * @fires atc-run-drop - Drop was pressed.
 */
export class AtcHeldRun extends AtcElement {
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

  private renderProblem(stillHeld: string): TemplateResult | typeof nothing {
    if (this.problem === null) return nothing;
    return html`<p><strong>${stillHeld}</strong> ${problemSentence(this.problem)}</p>`;
  }

  override render(): TemplateResult | typeof nothing {
    const { run } = this;
    if (run === null) return nothing;
    const words = heldText(run.kind);
    return html`<atc-notice part="notice" tone="warning">
      <p id="why">
        <strong>${words.held()}</strong> ${run.problem === null ? nothing : textAndRemedy(findingWords(run.problem))}
      </p>
      ${this.renderProblem(words.notDecided())}
      <div class="ways" slot="action">
        ${this.wayOut(words.release(), 'releasing', () => new RunReleaseEvent())}
        ${this.wayOut(words.drop(), 'dropping', () => new RunDropEvent())}
      </div>
    </atc-notice>`;
  }
}

defineElement('atc-held-run', AtcHeldRun);

declare global {
  interface HTMLElementTagNameMap {
    'atc-held-run': AtcHeldRun;
  }
}
