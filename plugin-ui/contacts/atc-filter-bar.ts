import { html, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { AccountPage, AccountQuery, ContactFilterQuery, StatusCounts } from '../../core/contract/index.ts';
import { AtcElement } from '../shared/atc-element.ts';
import { defineElement } from '../shared/define-element.ts';
import { fields } from '../shared/fields.ts';
import { isKeyOf } from '../shared/is-key-of.ts';
import { filterText, problemFilterText } from '../text/filter-text.ts';
import './atc-account-filter.ts';
import { isNarrowed, LONGEST_SEARCH } from './contact-filter.ts';
import { filterBarStyles } from './filter-bar.styles.ts';
import { filterChips } from './filter-chips.ts';
import { AccountEvent, FilterClearEvent, FilterEvent, type NamedAccount, SearchEvent } from './filter-events.ts';

/**
 * Stands above the list: what of it is shown. It shows what it is told, and says what was asked for.
 *
 * @summary Search and filters of the list.
 * @fires atc-search - Something was typed into the search box, or it was emptied.
 * @fires atc-filter - A part of the filter was chosen, or taken away.
 * @fires atc-account - An account was chosen, or the choice taken away.
 * @fires atc-filter-clear - All filters are to be taken away.
 */
export class AtcFilterBar extends AtcElement {
  static override styles = [...AtcElement.styles, fields, filterBarStyles];

  @query('#search') private readonly searchBox!: HTMLInputElement;

  @property({ attribute: false }) filter: ContactFilterQuery = {};
  /** What stands in the search box; the filter follows at the next pause. */
  @property({ attribute: false }) words = '';
  @property({ attribute: false }) counts: StatusCounts | null = null;
  /** The account that is asked for. */
  @property({ attribute: false }) account: NamedAccount | null = null;
  @property({ attribute: false }) accounts: (query: AccountQuery) => Promise<AccountPage> = async () => ({
    items: [],
    next: null,
  });
  /** The answer to what was asked for last is still to come. */
  @property({ type: Boolean }) busy = false;

  override focus(): void {
    this.searchBox.focus();
  }

  private readonly clearOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.words === '') return;
    event.preventDefault();
    this.dispatchEvent(new SearchEvent(''));
  };

  private readonly chooseProblem = ({ currentTarget }: Event & { readonly currentTarget: HTMLSelectElement }): void => {
    const { value } = currentTarget;
    this.dispatchEvent(new FilterEvent({ problem: isKeyOf(problemFilterText, value) ? value : null }));
  };

  private renderSearch(): TemplateResult {
    return html`<div class="field">
      <label for="search">${filterText.search()}</label>
      <input
        type="search"
        id="search"
        autocomplete="off"
        spellcheck="false"
        dir="auto"
        maxlength=${LONGEST_SEARCH}
        placeholder=${filterText.searchHint()}
        .value=${live(this.words)}
        @input=${() => this.dispatchEvent(new SearchEvent(this.searchBox.value))}
        @keydown=${this.clearOnEscape}
      />
    </div>`;
  }

  private renderProblems(): TemplateResult {
    const { problem = '' } = this.filter;
    return html`<div class="field">
      <label for="problem">${filterText.problem()}</label>
      <select id="problem" .value=${live(problem)} @change=${this.chooseProblem}>
        <option value="" ?selected=${problem === ''}>${filterText.anyOrNoProblem()}</option>
        ${Object.entries(problemFilterText).map(
          ([code, label]) => html`<option value=${code} ?selected=${problem === code}>${label()}</option>`,
        )}
      </select>
    </div>`;
  }

  override render(): TemplateResult {
    const { filter, counts, locale } = this;
    return html`
      <div class="boxes" role="search" aria-label=${filterText.heading()}>
        ${this.renderSearch()}
        <atc-account-filter
          .locale=${locale}
          .chosen=${this.account}
          .accounts=${this.accounts}
          @atc-account=${({ account }: AccountEvent) => this.dispatchEvent(new AccountEvent(account))}
        ></atc-account-filter>
        ${this.renderProblems()}
        ${
          isNarrowed(filter)
            ? html`<button type="button" class="button" @click=${() => this.dispatchEvent(new FilterClearEvent())}>
                ${filterText.clear()}
              </button>`
            : nothing
        }
      </div>
      <div class="row">
        ${filterChips({ filter, counts, locale, choose: (change) => this.dispatchEvent(new FilterEvent(change)) })}
        ${this.busy ? html`<span class="spinner late"></span>` : nothing}
      </div>
    `;
  }
}

defineElement('atc-filter-bar', AtcFilterBar);

declare global {
  interface HTMLElementTagNameMap {
    'atc-filter-bar': AtcFilterBar;
  }
}
