import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ContactDetail, ContactItem, Difference, Reason } from '../../core/contract/index.ts';
import { type ApiProblem, problemOf } from '../api/api-problem.ts';
import { AtcElement } from '../shared/atc-element.ts';
import { defineElement } from '../shared/define-element.ts';
import { withNames } from '../shared/isolated.ts';
import { NavigateEvent } from '../shared/navigate-event.ts';
import { changedInText, detailsText } from '../text/details-text.ts';
import { problemSentence } from '../text/problem-text.ts';
import { reasonWords } from '../text/reason-text.ts';
import { pageName, sharedText } from '../text/shared-text.ts';
import type { AssignedChoice } from './choice-columns.ts';
import { contactDetailsStyles } from './contact-details.styles.ts';
import { contactName } from './contact-name.ts';
import { contactTrace } from './contact-trace.ts';
import { FIELD_WORDS } from './field-words.ts';
import { mendingPage } from './mending-page.ts';

/**
 * What there is to say of one contact: what it has got, the fields that differ, why it can't be imported and what mends
 * that, and the trace of what was decided about it.
 *
 * @summary Details of a row.
 * @fires autotask-navigate - The link to the page on which a problem is mended was pressed.
 */
export class AtcContactDetails extends AtcElement {
  static override styles = [...AtcElement.styles, contactDetailsStyles];

  @state() private detail: ContactDetail | null = null;
  @state() private problem: ApiProblem | null = null;

  /** The row as the list has it; when it changes, the details are read again. */
  @property({ attribute: false }) item: ContactItem | null = null;
  /** The destination and the package that it has got; the drop-downs in the row may be too narrow for their names. */
  @property({ attribute: false }) assigned: readonly AssignedChoice[] = [];
  @property({ attribute: false }) read: (id: string) => Promise<ContactDetail> = () => new Promise(() => undefined);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('item')) return;
    // The rows are used again as the list scrolls: another contact's details must not be seen meanwhile.
    if (this.item?.id !== this.detail?.id) this.detail = null;
    void this.load();
  }

  private async load(): Promise<void> {
    const { item } = this;
    if (item === null) return;
    this.problem = null;
    try {
      const detail = await this.read(item.id);
      if (item === this.item) this.detail = detail;
    } catch (error) {
      const problem = problemOf(error);
      if (item === this.item) this.problem = problem;
    }
  }

  private renderAssigned(): TemplateResult | typeof nothing {
    if (this.assigned.length === 0) return nothing;
    return html`<section>
      <h3>${detailsText.assigned()}</h3>
      <dl>
        ${this.assigned.map(({ word, label }) => html`<div><dt>${word}</dt> <dd dir="auto">${label}</dd></div>`)}
      </dl>
    </section>`;
  }

  private renderDifferences(differences: readonly Difference[]): TemplateResult {
    return html`<section>
      <h3>${detailsText.whatDiffers()}</h3>
      <table>
          <thead>
            <tr>
              <th scope="col">${detailsText.field()}</th>
              <th scope="col">${detailsText.inAutotask()}</th>
              <th scope="col">${detailsText.here()}</th>
              <th scope="col">${detailsText.changedSince()}</th>
            </tr>
          </thead>
          <tbody>
            ${differences.map(
              ({ field, autotask, mbs, changedIn }) => html`<tr>
                <th scope="row">${FIELD_WORDS[field]()}</th>
                <td data-column=${detailsText.inAutotask()}><bdi>${autotask || detailsText.empty()}</bdi></td>
                <td data-column=${detailsText.here()}><bdi>${mbs || detailsText.empty()}</bdi></td>
                <td data-column=${detailsText.changedSince()}>${changedInText[changedIn]()}</td>
              </tr>`,
            )}
          </tbody>
      </table>
    </section>`;
  }

  private renderReason(reason: Reason): TemplateResult {
    const page = mendingPage(reason.code);
    const { text, remedy } = reasonWords(reason);
    return html`<section>
      <h3>${detailsText.why()}</h3>
      <p>${text}</p>
      <h3>${detailsText.mend()}</h3>
      <p>
        ${remedy}
        ${
          page === null
            ? nothing
            : html`<button type="button" class="link" @click=${() => this.dispatchEvent(new NavigateEvent(page))}>
                ${pageName(page)}
              </button>`
        }
      </p>
    </section>`;
  }

  private renderDetail(detail: ContactDetail): TemplateResult {
    const reason = detail.reason ?? detail.explanation.blockedBy;
    const differences = detail.difference ?? [];
    return html`
      ${differences.length === 0 ? nothing : this.renderDifferences(differences)}
      ${reason === null ? nothing : this.renderReason(reason)}
      <section>
        <h3>${detailsText.trace()}</h3>
        <ol>
          ${contactTrace(detail, this.locale).map((step) => html`<li>${withNames(step)}</li>`)}
        </ol>
      </section>
    `;
  }

  private renderWait(): TemplateResult {
    const { problem } = this;
    if (problem === null) return html`<p class="muted">${detailsText.loading()}</p>`;
    return html`<p>
      <strong>${detailsText.notLoaded()}</strong> ${problemSentence(problem)}
      <button type="button" class="link" @click=${() => void this.load()}>${sharedText.tryAgain()}</button>
    </p>`;
  }

  override render(): TemplateResult | typeof nothing {
    if (this.item === null) return nothing;
    return html`<div class="details" role="group" aria-label=${detailsText.of(contactName(this.item))}>
      ${this.renderAssigned()} ${this.detail === null || this.problem !== null ? this.renderWait() : nothing}
      ${this.detail === null ? nothing : this.renderDetail(this.detail)}
    </div>`;
  }
}

defineElement('atc-contact-details', AtcContactDetails);

declare global {
  interface HTMLElementTagNameMap {
    'atc-contact-details': AtcContactDetails;
  }
}
