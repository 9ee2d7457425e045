import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { DestinationView, PackageView } from '../../core/contract/index.ts';
import type { ApiProblem } from '../api/api-problem.ts';
import { AtcElement } from '../shared/atc-element.ts';
import '../shared/atc-notice.ts';
import { defineElement } from '../shared/define-element.ts';
import { FirstPaint } from '../shared/first-paint.ts';
import { withNames } from '../shared/isolated.ts';
import { assignText } from '../text/assign-text.ts';
import { problemSentence } from '../text/problem-text.ts';
import { assignBarStyles } from './assign-bar.styles.ts';
import { BulkAssignEvent, BulkChoiceEvent, BulkRefusedEvent, FillDownEvent } from './assign-bar-events.ts';
import type { AssignmentChange } from './assignments.ts';
import { choiceStyles } from './choice.styles.ts';
import { choiceBox } from './choice-box.ts';
import { type ChoiceColumn, destinationColumn, packageColumn } from './choice-columns.ts';
import type { AssignEvent } from './contact-events.ts';
import { contactName } from './contact-name.ts';
import { nothingToChoose } from './nothing-to-choose.ts';

/**
 * Stands above the table, so that nothing moves: a destination and a package for all that are selected, in one step.
 *
 * @summary Bar that assigns to the selection.
 * @fires atc-bulk-choice - Something was chosen in the bar, or a box was emptied.
 * @fires atc-bulk-assign - What is chosen is to be assigned.
 * @fires atc-bulk-refused - The button was pressed while something is missing.
 * @fires atc-fill-down - The choice made in a row is to be given to all that are selected.
 * @fires autotask-navigate - A link to one of the console's pages was pressed.
 */
export class AtcAssignBar extends AtcElement {
  static override styles = [...AtcElement.styles, choiceStyles, assignBarStyles];

  @query('#assign') private readonly assignButton!: HTMLButtonElement;

  /** How many contacts are selected. */
  @property({ type: Number }) count = 0;
  @property({ attribute: false }) destinations: readonly DestinationView[] = [];
  @property({ attribute: false }) packages: readonly PackageView[] = [];
  /** Whether destinations and packages are known; until then nothing is said to be missing. */
  @property({ type: Boolean, attribute: 'catalog-known' }) catalogKnown = false;
  @property({ attribute: false }) choice: AssignmentChange = {};
  /** The assignment is on its way. */
  @property({ type: Boolean }) saving = false;
  /** Why the last one was not saved. */
  @property({ attribute: false }) problem: ApiProblem | null = null;
  /** What the last one has saved, in words. */
  @property({ attribute: false }) saved: string | null = null;
  /** A choice in a selected row, which can be given to all. */
  @property({ attribute: false }) offer: AssignEvent | null = null;

  private readonly paint = new FirstPaint(this);
  /** The offer is gone with the button that had the focus. */
  private losesFocus = false;
  private destinationColumn = destinationColumn([], 'en');
  private packageColumn = packageColumn([], 'en');

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.losesFocus = this.offer === null && this.shadowRoot?.activeElement?.id === 'fill-down';
    if (changed.has('destinations') || changed.has('locale')) {
      this.destinationColumn = destinationColumn(this.destinations, this.locale);
    }
    if (changed.has('packages') || changed.has('locale')) {
      this.packageColumn = packageColumn(this.packages, this.locale);
    }
  }

  protected override firstUpdated(): void {
    this.paint.begin();
  }

  protected override updated(): void {
    if (this.losesFocus) this.assignButton.focus();
  }

  /** Why nothing can be assigned yet; null when it can. */
  private get missing(): string | null {
    if (this.count === 0) return assignText.nothingSelected();
    const { destinationId = null, packageId = null } = this.choice;
    return destinationId === null && packageId === null ? assignText.nothingChosen() : null;
  }

  private readonly press = (): void => {
    if (this.saving) return;
    const why = this.missing;
    this.dispatchEvent(why === null ? new BulkAssignEvent() : new BulkRefusedEvent(why));
  };

  private box({ kind, key, word, choices }: ChoiceColumn): TemplateResult {
    const chosen = this.choice[key] ?? null;
    const items = choices.in(chosen);
    const label = assignText.choiceOf(word);
    if (!this.paint.isOver) {
      return html`<div class="box"><div class="label">${label}</div><div class="pending-choice"></div></div>`;
    }
    const choose = (id: string | null) => this.dispatchEvent(new BulkChoiceEvent({ [key]: id }));
    return html`<div class="box">
      ${
        items.length === 0 && this.catalogKnown
          ? html`<div class="label">${label}</div>${nothingToChoose(kind, this)}`
          : choiceBox({ name: label, label, items, chosen, chosenLabel: choices.labelOf(chosen), choose })
      }
    </div>`;
  }

  private renderOffer({ item, choice }: AssignEvent): TemplateResult {
    return html`<span class="muted">${withNames(assignText.offer(contactName(item), choice ?? ''))}</span>
      <button
        type="button"
        id="fill-down"
        class="link ${this.saving ? 'busy' : ''}"
        @click=${() => this.saving || this.dispatchEvent(new FillDownEvent())}
      >
        ${assignText.applyToAll(this.count, this.locale)}
      </button>`;
  }

  private renderProblem(): TemplateResult | typeof nothing {
    const { problem } = this;
    if (problem === null) return nothing;
    const intro = problem.isUnanswered ? assignText.unknown() : assignText.notAssigned();
    return html`<atc-notice part="notice" tone="danger"><strong>${intro}</strong> ${problemSentence(problem)}</atc-notice>`;
  }

  /** What can be done about it, or what is missing, or what was done. */
  private renderNote(why: string | null): TemplateResult {
    if (this.offer !== null) return this.renderOffer(this.offer);
    return html`<span id="why" class="muted">${withNames(this.saved ?? why ?? '')}</span>`;
  }

  override render(): TemplateResult {
    const why = this.missing;
    return html`<div class="boxes" role="group" aria-label=${assignText.heading()}>
        ${this.box(this.destinationColumn)} ${this.box(this.packageColumn)}
        <button
          type="button"
          id="assign"
          class="button ${this.saving ? 'busy' : ''}"
          aria-disabled=${why === null ? 'false' : 'true'}
          aria-describedby=${this.offer === null ? 'why' : nothing}
          @click=${this.press}
        >
          ${assignText.assign(this.count, this.locale)}
        </button>
        <div class="note">
          ${this.renderProblem()} ${this.renderNote(why)}
          ${this.saving ? html`<span class="spinner late"></span>` : nothing}
        </div>
      </div>`;
  }
}

defineElement('atc-assign-bar', AtcAssignBar);

declare global {
  interface HTMLElementTagNameMap {
    'atc-assign-bar': AtcAssignBar;
  }
}
