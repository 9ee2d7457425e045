import '@vaadin/combo-box/vaadin-combo-box.js';
import type { ComboBox, ComboBoxDataProvider, ComboBoxRenderer } from '@vaadin/combo-box';
import { css, html, nothing, render, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { AccountPage, AccountQuery, AccountView } from '../../core/contract/index.ts';
import { type ApiProblem, problemOf } from '../api/api-problem.ts';
import { AtcElement } from '../shared/atc-element.ts';
import { defineElement } from '../shared/define-element.ts';
import { fields } from '../shared/fields.ts';
import { FirstPaint } from '../shared/first-paint.ts';
import { contactsText } from '../text/contacts-text.ts';
import { filterText } from '../text/filter-text.ts';
import { problemSentence } from '../text/problem-text.ts';
import { AccountPages } from './account-pages.ts';
import { choiceStyles } from './choice.styles.ts';
import { AccountEvent, type NamedAccount } from './filter-events.ts';
import { noteUnmatched } from './note-unmatched.ts';

/** As much of what is typed as the server takes. */
const LONGEST_NAME = 200;

/**
 * Chooses one account of the list; its entries are read as they are scrolled to and searched on the server.
 *
 * @summary Filter by account.
 * @fires atc-account - An account was chosen, or the choice taken away.
 */
export class AtcAccountFilter extends AtcElement {
  static override styles = [
    ...AtcElement.styles,
    fields,
    choiceStyles,
    css`
      /* As the boxes beside it. */
      vaadin-combo-box {
        --vaadin-input-field-padding: 6.5px 8px 6.5px 10px;
        --vaadin-input-field-container-gap: 4px;
      }

      .label,
      vaadin-combo-box::part(label) {
        font-size: 14px;
        font-weight: 600;
      }

      .pending-choice {
        height: 36px;
      }
    `,
  ];

  @query('vaadin-combo-box') private readonly comboBox!: ComboBox<NamedAccount>;
  @state() private problem: ApiProblem | null = null;

  /** The account that is asked for. */
  @property({ attribute: false }) chosen: NamedAccount | null = null;
  @property({ attribute: false }) accounts: (query: AccountQuery) => Promise<AccountPage> = async () => ({
    items: [],
    next: null,
  });

  private readonly paint = new FirstPaint(this);
  private readonly pages = new AccountPages((asked) => this.accounts(asked));

  private readonly provide: ComboBoxDataProvider<NamedAccount> = async ({ filter, page, pageSize }, callback) => {
    const name = filter.trim().slice(0, LONGEST_NAME);
    try {
      const { items, next } = await this.pages.page(name, page, pageSize);
      this.problem = null;
      const isUnknown = name !== '' && page === 0 && items.length === 0;
      noteUnmatched(this.comboBox, isUnknown ? filterText.noSuchAccount() : null);
      // How many there are is known at the end; until then there is one more page to scroll to.
      callback([...items], page * pageSize + items.length + (next === null ? 0 : pageSize));
    } catch (error) {
      this.pages.forget();
      this.problem = problemOf(error);
      callback([], 0);
    }
  };

  private readonly drawEntry: ComboBoxRenderer<AccountView> = (root, _comboBox, { item: { name, contacts } }) => {
    const count = contactsText.contacts(contacts, this.locale);
    render(
      html`<div>
        <div dir="auto">${name}</div>
        <div class="details">${count}</div>
      </div>`,
      root,
    );
  };

  /** Contacts and their accounts may have changed since the list was last open. */
  private readonly readAnew = (): void => {
    if (!this.comboBox.opened) return;
    this.pages.forget();
    this.comboBox.clearCache();
  };

  private readonly leave = (): void => {
    noteUnmatched(this.comboBox, null);
  };

  private readonly choose = (): void => {
    const { selectedItem } = this.comboBox;
    this.dispatchEvent(new AccountEvent(selectedItem ?? null));
  };

  protected override firstUpdated(): void {
    this.paint.begin();
  }

  override render(): TemplateResult {
    const { problem } = this;
    if (!this.paint.isOver) {
      return html`<div class="field">
        <div class="label">${filterText.account()}</div>
        <div class="pending-choice"></div>
      </div>`;
    }
    return html`<vaadin-combo-box
        label=${filterText.account()}
        item-id-path="id"
        item-value-path="id"
        item-label-path="name"
        clear-button-visible
        placeholder=${filterText.anyAccount()}
        .renderer=${this.drawEntry}
        .dataProvider=${this.provide}
        .selectedItem=${this.chosen}
        @opened-changed=${this.readAnew}
        @change=${this.choose}
        @focusout=${this.leave}
      ></vaadin-combo-box>
      ${
        problem === null
          ? nothing
          : html`<p class="error">${filterText.accountsMissing()} ${problemSentence(problem)}</p>`
      }`;
  }
}

defineElement('atc-account-filter', AtcAccountFilter);

declare global {
  interface HTMLElementTagNameMap {
    'atc-account-filter': AtcAccountFilter;
  }
}
