import '@vaadin/text-field/vaadin-text-field.js';
import type { TextField } from '@vaadin/text-field';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ConsoleApi } from '../api/console-api.ts';
import type { User } from '../api/console-records.ts';
import { ListLoader } from '../parts/list-loader.ts';
import { listStates } from '../parts/list-states.ts';
import { controlStyles } from '../styles/control-styles.ts';
import { pageStyles } from '../styles/page-styles.ts';
import { text } from '../text.ts';
import './console-user-deletion.ts';
import './console-user-form.ts';
import './console-user-table.ts';
import { StorageNames } from './storage-names.ts';
import { userName } from './user-name.ts';

/** What is open above the list. */
type Task =
  | { readonly kind: 'add' }
  | { readonly kind: 'edit'; readonly user: User }
  | { readonly kind: 'delete'; readonly user: User };

// Long enough to type on, short enough to feel at once.
const SEARCH_PAUSE_MS = 250;

/** @summary Organization > Users: find, add, edit and delete users. */
@customElement('console-users-page')
export class ConsoleUsersPage extends LitElement {
  static override styles = [
    controlStyles,
    pageStyles,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 0.5rem 1rem;
        margin-block: 0.75rem 0.25rem;
      }

      .bar vaadin-text-field {
        width: min(22rem, 100%);
      }

      .bar p {
        margin: 0 0 0.375rem;
      }
    `,
  ];

  private readonly users = new ListLoader<User>(this, (after) => this.read(after));
  private searchTimer: ReturnType<typeof setTimeout> | undefined;

  @state() private names: StorageNames | null = null;
  @state() private search = new URLSearchParams(location.search).get('q') ?? '';
  @state() private total: number | null = null;
  @state() private task: Task | null = null;
  @state() private done = '';

  @property({ attribute: false }) api!: ConsoleApi;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.loadNames();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.searchTimer);
  }

  private async read(after: string | null): ReturnType<ConsoleApi['users']> {
    const { search } = this;
    const page = await this.api.users({ q: search, after });
    if (search === this.search) this.total = page.total;
    return page;
  }

  private async loadNames(): Promise<void> {
    // Without the names the column shows ids; the list itself says when the console is away.
    this.names = await StorageNames.load(this.api).catch(() => null);
  }

  private readonly handleSearch = (event: Event): void => {
    const { value } = event.currentTarget as TextField;
    clearTimeout(this.searchTimer);
    this.searchTimer = setTimeout(() => this.find(value.trim()), SEARCH_PAUSE_MS);
  };

  private find(search: string): void {
    if (search === this.search) return;
    this.search = search;
    this.done = '';
    const address = new URL(location.href);
    if (search === '') address.searchParams.delete('q');
    else address.searchParams.set('q', search);
    history.replaceState(null, '', address);
    void this.users.load();
  }

  private readonly handleSaved = (event: CustomEvent<User>): void => {
    this.done = text.users.saved(userName(event.detail));
    void this.users.load();
  };

  private readonly handleDeleted = (event: CustomEvent<User>): void => {
    this.done = text.users.deleted(userName(event.detail));
    void this.users.load();
  };

  private open(task: Task): void {
    this.done = '';
    this.task = task;
  }

  private readonly closeTask = (): void => {
    this.task = null;
  };

  override render(): TemplateResult {
    const words = text.users;
    const emptyWords = this.search === '' ? words : { empty: words.noMatch, emptyHint: words.noMatchHint };
    return html`
      <div class="head">
        <div>
          <h1>${words.title}</h1>
          <p class="lead">${words.lead}</p>
        </div>
        <div class="actions">
          <button class="primary" type="button" @click=${() => this.open({ kind: 'add' })}>${words.add}</button>
        </div>
      </div>
      <div class="bar">
        <vaadin-text-field
          label=${words.search}
          placeholder=${words.searchHint}
          clear-button-visible
          .value=${this.search}
          @input=${this.handleSearch}
          @change=${this.handleSearch}
        ></vaadin-text-field>
        <p class="quiet" role="status">${this.total === null ? '' : words.count(this.total)}</p>
      </div>
      <p class="done" role="status">${this.done}</p>
      ${listStates(this.users, emptyWords, (users) => this.renderUsers(users))} ${this.renderTask()}
    `;
  }

  private renderUsers(users: readonly User[]): TemplateResult {
    return html`
      <console-user-table
        class="card"
        .users=${users}
        .names=${this.names}
        @console-user-edit=${(event: CustomEvent<User>) => this.open({ kind: 'edit', user: event.detail })}
        @console-user-delete=${(event: CustomEvent<User>) => this.open({ kind: 'delete', user: event.detail })}
      ></console-user-table>
    `;
  }

  private renderTask(): TemplateResult | typeof nothing {
    if (this.task === null) return nothing;
    if (this.task.kind === 'delete') {
      return html`
        <console-user-deletion
          .api=${this.api}
          .user=${this.task.user}
          @console-user-deleted=${this.handleDeleted}
          @console-form-close=${this.closeTask}
        ></console-user-deletion>
      `;
    }
    return html`
      <console-user-form
        .api=${this.api}
        .user=${this.task.kind === 'edit' ? this.task.user : null}
        @console-user-saved=${this.handleSaved}
        @console-form-close=${this.closeTask}
      ></console-user-form>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-users-page': ConsoleUsersPage;
  }
}
