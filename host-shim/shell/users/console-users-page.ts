import '@vaadin/text-field/vaadin-text-field.js';
import type { TextField } from '@vaadin/text-field';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { ApiProblem } from '../api/api-problem.ts';
import type { ConsoleApi } from '../api/console-api.ts';
import type { User } from '../api/console-records.ts';
import '../parts/console-notice.ts';
import { controlStyles } from '../styles/control-styles.ts';
import { pageStyles } from '../styles/page-styles.ts';
import { text } from '../text.ts';
import './console-user-deletion.ts';
import './console-user-form.ts';
import './console-user-grid.ts';
import type { ConsoleUserGrid } from './console-user-grid.ts';
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
      :host {
        display: flex;
        flex-direction: column;
        flex: 1;
        min-height: 0;
      }

      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 0.5rem 1rem;
        margin-block-end: 0.5rem;
      }

      .bar vaadin-text-field {
        width: min(22rem, 100%);
      }

      .bar p {
        margin: 0 0 0.375rem;
      }

      console-user-grid {
        flex: 1;
        min-height: 0;
      }

      console-user-grid[hidden] {
        display: none;
      }
    `,
  ];

  private searchTimer: ReturnType<typeof setTimeout> | undefined;

  @query('console-user-grid') private grid!: ConsoleUserGrid;
  @state() private names: StorageNames | null = null;
  @state() private search = new URLSearchParams(location.search).get('q') ?? '';
  @state() private total: number | null = null;
  @state() private problem: ApiProblem | null = null;
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
    this.search = search;
    this.done = '';
    const address = new URL(location.href);
    if (search === '') address.searchParams.delete('q');
    else address.searchParams.set('q', search);
    history.replaceState(null, '', address);
  }

  private readonly handleLoaded = (event: CustomEvent<number>): void => {
    this.total = event.detail;
    this.problem = null;
  };

  private readonly handleFailed = (event: CustomEvent<ApiProblem>): void => {
    this.problem = event.detail;
  };

  private readonly retry = (): void => {
    this.problem = null;
    this.grid.reload();
  };

  private readonly handleSaved = (event: CustomEvent<User>): void => {
    this.done = text.users.saved(userName(event.detail));
    this.grid.reload();
  };

  private readonly handleDeleted = (event: CustomEvent<User>): void => {
    this.done = text.users.deleted(userName(event.detail));
    this.grid.reload();
  };

  override render(): TemplateResult {
    const words = text.users;
    return html`
      <header>
        <div>
          <h1 tabindex="-1">${words.title}</h1>
          <p class="lead">${words.lead}</p>
        </div>
        <div class="actions">
          <button class="primary" type="button" @click=${() => this.open({ kind: 'add' })}>${words.add}</button>
        </div>
      </header>
      <div class="bar">
        <vaadin-text-field
          type="search"
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
      ${this.renderNotice()}
      <console-user-grid
        ?hidden=${this.problem !== null || this.total === 0}
        .api=${this.api}
        .names=${this.names}
        .search=${this.search}
        @console-users-loaded=${this.handleLoaded}
        @console-users-failed=${this.handleFailed}
        @console-user-edit=${(event: CustomEvent<User>) => this.open({ kind: 'edit', user: event.detail })}
        @console-user-delete=${(event: CustomEvent<User>) => this.open({ kind: 'delete', user: event.detail })}
      ></console-user-grid>
      ${this.renderTask()}
    `;
  }

  private open(task: Task): void {
    this.done = '';
    this.task = task;
  }

  private readonly closeTask = (): void => {
    this.task = null;
  };

  private renderNotice(): TemplateResult | typeof nothing {
    const words = text.users;
    if (this.problem !== null) {
      return html`
        <console-notice class="card" kind="problem" heading=${text.problems.title} detail=${this.problem.message}>
          <button type="button" @click=${this.retry}>${text.tryAgain}</button>
        </console-notice>
      `;
    }
    if (this.total !== 0) return nothing;
    return this.search === ''
      ? html`<console-notice class="card" heading=${words.empty} detail=${words.emptyHint}></console-notice>`
      : html`<console-notice class="card" heading=${words.noMatch} detail=${words.noMatchHint}></console-notice>`;
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
