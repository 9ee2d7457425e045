import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { User } from '../api/console-records.ts';
import { statusBadge } from '../parts/status-badge.ts';
import { controlStyles } from '../styles/control-styles.ts';
import { pageStyles } from '../styles/page-styles.ts';
import { text } from '../text.ts';
import type { StorageNames } from './storage-names.ts';
import { userName } from './user-name.ts';

/**
 * @summary The users as a table, with what can be done to each.
 * @fires console-user-edit - The user is the detail.
 * @fires console-user-delete - The user is the detail.
 */
@customElement('console-user-table')
export class ConsoleUserTable extends LitElement {
  static override styles = [
    controlStyles,
    pageStyles,
    css`
      table {
        font-size: 0.875rem;
      }

      th,
      td {
        padding: 0.5rem 0.75rem;
      }

      tbody th {
        overflow-wrap: anywhere;
        min-width: 15rem;
      }

      td {
        min-width: 4.5rem;
      }

      tbody tr:hover {
        background: var(--console-color-hover);
      }

      thead th,
      .storage {
        white-space: nowrap;
      }

      .storage {
        line-height: 1.3;
      }

      .limit {
        font-size: 0.8125rem;
      }

      .row-actions {
        display: flex;
        gap: 0.5rem;
      }
    `,
  ];

  @property({ attribute: false }) users: readonly User[] = [];
  /** Null while they are loaded. */
  @property({ attribute: false }) names: StorageNames | null = null;

  /** Whether they are live Managed Backup's, where no user is deleted from here. */
  @property({ type: Boolean, attribute: 'live' }) isLive = false;

  private ask(type: 'console-user-edit' | 'console-user-delete', user: User): void {
    this.dispatchEvent(new CustomEvent(type, { detail: user }));
  }

  override render(): TemplateResult {
    const words = text.users;
    const columns = [
      words.email,
      words.firstName,
      words.lastName,
      words.company,
      words.storage,
      words.status,
      words.actions,
    ];
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label=${words.title}>
        <table aria-label=${words.title}>
          <thead>
            <tr>
              ${columns.map((column) => html`<th scope="col">${column}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${this.users.map((user) => this.renderUser(user))}
          </tbody>
        </table>
      </div>
    `;
  }

  private renderUser(user: User): TemplateResult {
    return html`
      <tr>
        <th scope="row">${user.email}</th>
        <td>${user.firstName}</td>
        <td>${user.lastName}</td>
        <td>${user.company}</td>
        <td>${this.renderStorage(user)}</td>
        <td>${statusBadge({ isOn: user.enabled, label: user.enabled ? text.users.enabled : text.users.disabled })}</td>
        <td>${this.renderActions(user)}</td>
      </tr>
    `;
  }

  private renderStorage(user: User): TemplateResult | readonly TemplateResult[] {
    if (this.names === null) return [];
    const storage = this.names.storageOf(user);
    if (storage.length === 0) return html`<span class="quiet">${text.none}</span>`;
    return storage.map(
      ({ destination, limit }) => html`
        <div class="storage">${destination}</div>
        <div class="storage limit quiet">${limit}</div>
      `,
    );
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
        ${this.isLive ? nothing : this.renderDelete(user)}
      </div>
    `;
  }

  private renderDelete(user: User): TemplateResult {
    return html`
      <button
        class="small danger"
        type="button"
        aria-label=${text.users.deleteName(userName(user))}
        @click=${() => this.ask('console-user-delete', user)}
      >
        ${text.users.delete}
      </button>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-user-table': ConsoleUserTable;
  }
}
