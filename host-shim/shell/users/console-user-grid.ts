import '@vaadin/grid/vaadin-grid.js';
import '@vaadin/grid/vaadin-grid-column.js';
import type { Grid, GridDataProviderCallback, GridDataProviderParams } from '@vaadin/grid';
import { columnBodyRenderer } from '@vaadin/grid/lit.js';
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { asProblem } from '../api/api-problem.ts';
import type { ConsoleApi } from '../api/console-api.ts';
import type { User } from '../api/console-records.ts';
import { statusBadge } from '../parts/status-badge.ts';
import { controlStyles } from '../styles/control-styles.ts';
import { pageStyles } from '../styles/page-styles.ts';
import { text } from '../text.ts';
import type { StorageNames } from './storage-names.ts';
import { userName } from './user-name.ts';

const PAGE_SIZE = 50;

/**
 * The users that match a search, read as they are scrolled to.
 *
 * @fires console-users-loaded - With the total as detail.
 * @fires console-users-failed - With the problem as detail.
 * @fires console-user-edit - The user asked to edit one; the user is the detail.
 * @fires console-user-delete - The user asked to delete one; the user is the detail.
 */
@customElement('console-user-grid')
export class ConsoleUserGrid extends LitElement {
  static override styles = [
    controlStyles,
    pageStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
      }

      vaadin-grid {
        flex: 1;
        min-height: 18rem;
        height: auto;
      }

      .row-actions {
        display: flex;
        gap: 0.5rem;
      }

      .ellipsis {
        overflow: hidden;
        text-overflow: ellipsis;
      }
    `,
  ];

  @query('vaadin-grid') private grid!: Grid<User>;

  @property({ attribute: false }) api!: ConsoleApi;
  @property({ attribute: false }) names: StorageNames | null = null;
  @property() search = '';

  /** Reads everything on screen again, as after a change. */
  reload(): void {
    this.grid.clearCache();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('search') && changed.get('search') !== undefined) this.reload();
  }

  private readonly provide = (
    { page, pageSize }: GridDataProviderParams<User>,
    answer: GridDataProviderCallback<User>,
  ): void => {
    void this.read({ at: page * pageSize, limit: pageSize }, answer);
  };

  private async read(
    range: { readonly at: number; readonly limit: number },
    answer: GridDataProviderCallback<User>,
  ): Promise<void> {
    const { search } = this;
    try {
      const { items, total } = await this.api.users({ q: search, ...range });
      // The answer to an older search would put wrong rows into the newer one's cache.
      if (search !== this.search) return;
      answer([...items], total);
      this.dispatchEvent(new CustomEvent('console-users-loaded', { detail: total }));
    } catch (error) {
      this.dispatchEvent(new CustomEvent('console-users-failed', { detail: asProblem(error) }));
    }
  }

  private ask(type: 'console-user-edit' | 'console-user-delete', user: User): void {
    this.dispatchEvent(new CustomEvent(type, { detail: user }));
  }

  override render(): TemplateResult {
    const words = text.users;
    return html`
      <vaadin-grid
        accessible-name=${words.title}
        item-id-path="id"
        theme="no-row-borders"
        .pageSize=${PAGE_SIZE}
        .dataProvider=${this.provide}
      >
        <vaadin-grid-column header=${words.email} width="16rem" flex-grow="2" path="email"></vaadin-grid-column>
        <vaadin-grid-column header=${words.firstName} width="9rem" path="firstName"></vaadin-grid-column>
        <vaadin-grid-column header=${words.lastName} width="10rem" path="lastName"></vaadin-grid-column>
        <vaadin-grid-column header=${words.company} width="13rem" flex-grow="2" path="company"></vaadin-grid-column>
        <vaadin-grid-column
          header=${words.storage}
          width="16rem"
          flex-grow="2"
          ${columnBodyRenderer<User>((user) => this.renderStorage(user), [this.names])}
        ></vaadin-grid-column>
        <vaadin-grid-column
          header=${words.status}
          width="7.5rem"
          flex-grow="0"
          ${columnBodyRenderer<User>(renderStatus, [])}
        ></vaadin-grid-column>
        <vaadin-grid-column
          header=${words.actions}
          width="12.5rem"
          flex-grow="0"
          ${columnBodyRenderer<User>((user) => this.renderActions(user), [])}
        ></vaadin-grid-column>
      </vaadin-grid>
    `;
  }

  private renderStorage(user: User): TemplateResult {
    const storage = this.names?.storageOf(user) ?? [];
    if (storage.length === 0) return html`<span class="quiet">${text.none}</span>`;
    return html`<span class="ellipsis" title=${storage.join('\n')}>${storage.join('; ')}</span>`;
  }

  private renderActions(user: User): TemplateResult {
    const name = userName(user);
    return html`
      <div class="row-actions">
        <button
          class="small"
          type="button"
          aria-label=${text.users.editName(name)}
          @click=${() => this.ask('console-user-edit', user)}
        >
          ${text.users.edit}
        </button>
        <button
          class="small danger"
          type="button"
          aria-label=${text.users.deleteName(name)}
          @click=${() => this.ask('console-user-delete', user)}
        >
          ${text.users.delete}
        </button>
      </div>
    `;
  }
}

function renderStatus(user: User): TemplateResult {
  return statusBadge({ isOn: user.enabled, label: user.enabled ? text.users.enabled : text.users.disabled });
}

declare global {
  interface HTMLElementTagNameMap {
    'console-user-grid': ConsoleUserGrid;
  }
}
