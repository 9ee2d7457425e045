import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Outcome, RunItemView, RunView } from '../../core/contract/index.ts';
import type { ApiProblem } from '../api/api-problem.ts';
import { AtcElement } from '../shared/atc-element.ts';
import '../shared/atc-notice.ts';
import { defineElement } from '../shared/define-element.ts';
import { formatNumber } from '../shared/format.ts';
import { icons } from '../shared/icons.ts';
import { textAndRemedy } from '../shared/text-and-remedy.ts';
import { contactsText } from '../text/contacts-text.ts';
import { historyText, runItemsText } from '../text/history-text.ts';
import { problemSentence } from '../text/problem-text.ts';
import { reasonWords } from '../text/reason-text.ts';
import { sharedText } from '../text/shared-text.ts';
import { ListMoreEvent, ListRetryEvent, OutcomeChoiceEvent } from './history-events.ts';
import { type OutcomeCount, outcomeCounts, outcomeWords } from './outcome-words.ts';
import type { ShownRunItems } from './run-item-list.ts';
import { runItemsStyles } from './run-items.styles.ts';

type ChangeEvent = Event & { readonly currentTarget: HTMLSelectElement };

const ICONS: Readonly<Record<Outcome, () => TemplateResult>> = {
  created: icons.check,
  updated: icons.check,
  unchanged: icons.check,
  failed: icons.cross,
  not_attempted: icons.warning,
};

/**
 * What became of each contact of a run, with the reason and what mends it.
 *
 * @summary Contacts of a run.
 * @fires atc-outcome-choice - Only contacts that ended like this are wanted.
 * @fires atc-list-more - Show more was pressed.
 * @fires atc-list-retry - Try again was pressed.
 */
export class AtcRunItems extends AtcElement {
  static override styles = [...AtcElement.styles, runItemsStyles];

  @property({ attribute: false }) run: RunView | null = null;
  @property({ attribute: false }) shown: ShownRunItems | null = null;

  private choose(value: string, counts: readonly OutcomeCount[]): void {
    this.dispatchEvent(new OutcomeChoiceEvent(counts.find(({ outcome }) => outcome === value)?.outcome));
  }

  private renderFilter({ outcome: chosen, file }: ShownRunItems, counts: readonly OutcomeCount[]): TemplateResult {
    return html`<div class="filter">
      <label for="outcome">${runItemsText.show()}</label>
      <select
        id="outcome"
        .value=${live(chosen ?? '')}
        @change=${({ currentTarget }: ChangeEvent) => this.choose(currentTarget.value, counts)}
      >
        <option value="">${runItemsText.all()}</option>
        ${counts.map(
          ({ outcome, count }) => html`<option value=${outcome}>
            ${runItemsText.option(outcomeWords(outcome), formatNumber(count, this.locale))}
          </option>`,
        )}
      </select>
      <a class="button" href=${file} download>${historyText.export()}</a>
    </div>`;
  }

  private renderItem({ contactId, contact, outcome, reason }: RunItemView): TemplateResult {
    const name = contact === null ? '' : `${contact.firstName} ${contact.lastName}`.trim();
    return html`<li>
      ${renderOutcome(outcome)}
      <span class="contact">
        <bdi class="name">${name === '' ? contactsText.noName(contactId) : name}</bdi>
        <bdi class="muted">${contact?.email}</bdi>
      </span>
      <bdi>${contact?.account}</bdi>
      <span>${reason === null ? nothing : textAndRemedy(reasonWords(reason))}</span>
    </li>`;
  }

  private renderProblem(problem: ApiProblem): TemplateResult {
    return html`<atc-notice part="notice" tone="danger">
      <strong>${runItemsText.couldNotLoad()}</strong> ${problemSentence(problem)}
      <button type="button" class="button" slot="action" @click=${() => this.dispatchEvent(new ListRetryEvent())}>
        ${sharedText.tryAgain()}
      </button>
    </atc-notice>`;
  }

  private renderMore(isLoading: boolean): TemplateResult {
    return html`<button
      type="button"
      class="button ${isLoading ? 'busy' : ''}"
      @click=${() => isLoading || this.dispatchEvent(new ListMoreEvent())}
    >
      ${historyText.more()}
    </button>`;
  }

  private renderEnd({ items, isLoading, hasMore, problem }: ShownRunItems): TemplateResult | typeof nothing {
    if (problem !== null) return this.renderProblem(problem);
    if (items.length > 0) return hasMore ? this.renderMore(isLoading) : nothing;
    return html`<p class="muted">${isLoading ? historyText.loading() : runItemsText.none()}</p>`;
  }

  override render(): TemplateResult | typeof nothing {
    const { run, shown } = this;
    if (run === null || shown === null) return nothing;
    return html`${this.renderFilter(shown, outcomeCounts(run))}
      <ul aria-label=${runItemsText.list()} aria-busy=${shown.isLoading}>
        ${shown.items.map((item) => this.renderItem(item))}
      </ul>
      ${this.renderEnd(shown)}`;
  }
}

function renderOutcome(outcome: Outcome | null): TemplateResult {
  if (outcome === null) return html`<span class="outcome">${runItemsText.open()}</span>`;
  return html`<span class="outcome ${outcome}">${ICONS[outcome]()}${outcomeWords(outcome)}</span>`;
}

defineElement('atc-run-items', AtcRunItems);

declare global {
  interface HTMLElementTagNameMap {
    'atc-run-items': AtcRunItems;
  }
}
