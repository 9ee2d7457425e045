import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ConsoleApi } from '../api/console-api.ts';
import type { StorageAccount } from '../api/console-records.ts';
import '../parts/console-name-form.ts';
import { ListLoader } from '../parts/list-loader.ts';
import { listPage } from '../parts/list-page.ts';
import { controlStyles } from '../styles/control-styles.ts';
import { pageStyles } from '../styles/page-styles.ts';
import { text } from '../text.ts';
import './console-storage-form.ts';
import { storageKindOf } from './storage-kinds.ts';

/** @summary Backup > Storage Accounts: accounts with their destinations, both can be added. */
@customElement('console-storage-page')
export class ConsoleStoragePage extends LitElement {
  static override styles = [
    controlStyles,
    pageStyles,
    css`
      .accounts {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(22rem, 100%), 1fr));
        gap: 1rem;
        margin: 0;
        padding: 0;
        list-style: none;
      }

      .accounts > .card {
        display: flex;
        flex-direction: column;
        margin: 0;
        padding: 1.125rem 1.25rem;
      }

      h2 {
        margin: 0;
        font-size: 1.0625rem;
        overflow-wrap: anywhere;
      }

      .type {
        margin: 0;
        font-size: 0.875rem;
      }

      h3 {
        margin: 0.875rem 0 0.25rem;
        font-size: 0.8125rem;
        font-weight: 600;
        color: var(--console-color-muted);
      }

      .destinations {
        margin: 0 0 1rem;
        padding: 0;
        list-style: none;
        overflow-wrap: anywhere;
      }

      .destinations li {
        padding-block: 0.25rem;
        border-block-end: 1px solid var(--console-color-line);
      }

      .destinations li:last-child {
        border-block-end: 0;
      }

      .foot {
        margin: auto 0 0;
      }
    `,
  ];

  private readonly accounts = new ListLoader<StorageAccount>(this, (query) => this.api.storageAccounts(query));

  /** The account that gets a destination, or 'new' for a new account. */
  @state() private adding: StorageAccount | 'new' | null = null;

  @property({ attribute: false }) api!: ConsoleApi;

  private open(adding: StorageAccount | 'new'): void {
    this.adding = adding;
    this.accounts.tell('');
  }

  private readonly handleSaved = (event: CustomEvent<string>): void => {
    this.accounts.tell(text.storage.saved(event.detail));
    void this.accounts.load();
  };

  private readonly handleClose = (): void => {
    this.adding = null;
  };

  override render(): TemplateResult {
    return html`
      ${listPage(this.accounts, {
        words: text.storage,
        add: () => this.open('new'),
        items: (accounts) => this.renderAccounts(accounts),
      })}
      ${this.renderForm()}
    `;
  }

  private renderAccounts(accounts: readonly StorageAccount[]): TemplateResult {
    return html`
      <ul class="accounts">
        ${accounts.map((account) => this.renderAccount(account))}
      </ul>
    `;
  }

  private renderAccount(account: StorageAccount): TemplateResult {
    const words = text.storage;
    const { label, kind } = storageKindOf(account.type);
    return html`
      <li class="card">
        <h2>${account.name}</h2>
        <p class="type quiet">${label}</p>
        <h3>${words.kindsMany[kind]}</h3>
        ${
          account.destinations.length === 0
            ? html`<p class="destinations quiet">${words.noDestinations}</p>`
            : html`
              <ul class="destinations">
                ${account.destinations.map((destination) => html`<li>${destination.name}</li>`)}
              </ul>
            `
        }
        ${this.accounts.isOwn ? html`<p class="foot">${this.renderAdd(account)}</p>` : nothing}
      </li>
    `;
  }

  private renderAdd(account: StorageAccount): TemplateResult {
    const words = text.storage;
    if (storageKindOf(account.type).kind === 'rootFolder' && account.destinations.length > 0) {
      return html`<span class="quiet">${words.single}</span>`;
    }
    return html`
      <button
        class="small"
        type="button"
        aria-label=${words.addDestinationTo(account.name)}
        @click=${() => this.open(account)}
      >
        ${words.addDestination}
      </button>
    `;
  }

  private renderForm(): TemplateResult | typeof nothing {
    const words = text.storage;
    const { adding } = this;
    if (adding === null) return nothing;
    if (adding === 'new') {
      return html`
        <console-storage-form
          .api=${this.api}
          @console-form-saved=${this.handleSaved}
          @console-form-close=${this.handleClose}
        ></console-storage-form>
      `;
    }
    return html`
      <console-name-form
        heading=${words.addDestinationTo(adding.name)}
        label=${words.name}
        requirement=${words.nameRequired}
        .save=${(name: string) => this.api.addDestination(adding.id, name)}
        @console-form-saved=${this.handleSaved}
        @console-form-close=${this.handleClose}
      ></console-name-form>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-storage-page': ConsoleStoragePage;
  }
}
