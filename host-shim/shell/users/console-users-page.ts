import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { ConsoleApi } from '../api/console-api.ts';
import type { User } from '../api/console-records.ts';
import { ListLoader } from '../parts/list-loader.ts';
import { listPage } from '../parts/list-page.ts';
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

/** @summary Organization > Users: find, add, edit and delete users. */
@customElement('console-users-page')
export class ConsoleUsersPage extends LitElement {
  static override styles = [controlStyles, pageStyles];

  private readonly users = new ListLoader<User>(this, (query) => this.api.users(query));

  @query('.done') private newsPlace!: HTMLElement;
  @state() private names: StorageNames | null = null;
  @state() private task: Task | null = null;

  @property({ attribute: false }) api!: ConsoleApi;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.loadNames();
  }

  private async loadNames(): Promise<void> {
    // Without the names the column shows ids; the list itself says when the console is away.
    this.names = await StorageNames.load(this.api).catch(() => StorageNames.UNKNOWN);
  }

  private readonly handleSaved = (event: CustomEvent<User>): void => {
    this.users.tell(text.users.saved(userName(event.detail)));
    if (this.task?.kind === 'edit') this.users.replace(event.detail);
    else void this.users.load();
  };

  private readonly handleDeleted = async (event: CustomEvent<User>): Promise<void> => {
    this.users.tell(text.users.deleted(userName(event.detail)));
    this.users.remove(event.detail);
    await this.updateComplete;
    // The button that the focus would return to has gone with its row.
    this.newsPlace.focus();
  };

  private open(task: Task): void {
    this.users.tell('');
    this.task = task;
  }

  private readonly closeTask = (): void => {
    this.task = null;
  };

  override render(): TemplateResult {
    return html`
      ${listPage(this.users, {
        words: text.users,
        add: () => this.open({ kind: 'add' }),
        items: (users) => this.renderUsers(users),
      })}
      ${this.renderTask()}
    `;
  }

  private renderUsers(users: readonly User[]): TemplateResult {
    return html`
      ${this.names === StorageNames.UNKNOWN ? html`<p class="quiet" role="status">${text.users.namesUnknown}</p>` : nothing}
      <console-user-table
        class="card"
        .users=${users}
        .names=${this.names}
        ?live=${!this.users.isOwn}
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
