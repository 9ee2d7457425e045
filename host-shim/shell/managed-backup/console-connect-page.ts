import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { ConsoleApi } from '../api/console-api.ts';
import { problemWords } from '../parts/problem-words.ts';
import { Saving } from '../parts/saving.ts';
import { controlStyles } from '../styles/control-styles.ts';
import { formStyles } from '../styles/form-styles.ts';
import { nativeFieldStyles } from '../styles/native-field-styles.ts';
import { pageStyles } from '../styles/page-styles.ts';
import { text } from '../text.ts';

const LABELS = { username: text.connect.username, password: text.connect.password };

/**
 * @summary Asks for the log-in of the Managed Backup API: in place of any page until one has been accepted, and later on a
 * page of its own for another one.
 * @fires console-navigate - The page that was asked for is the detail.
 */
@customElement('console-connect-page')
export class ConsoleConnectPage extends LitElement {
  static override styles = [
    controlStyles,
    formStyles,
    nativeFieldStyles,
    pageStyles,
    css`
      form {
        max-width: 28rem;
        margin-block: 1rem;
        padding: 1.5rem;
      }

      [role='status'] {
        margin: 0;
      }
    `,
  ];

  private readonly saving = new Saving(this);

  @query('#username') private usernameField!: HTMLInputElement;
  @query('#password') private passwordField!: HTMLInputElement;
  @state() private isIncomplete = false;

  @property({ attribute: false }) api!: ConsoleApi;
  /** The log-in that there is: none, one that a new one replaces, or one that is not entered here. */
  @property({ attribute: 'log-in' }) logIn: 'none' | 'kept' | 'fixed' | 'practice' = 'none';

  protected override firstUpdated(): void {
    if (this.logIn === 'none' || this.logIn === 'kept') this.usernameField.focus();
  }

  private readonly handleSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const logIn = { username: this.usernameField.value.trim(), password: this.passwordField.value };
    this.isIncomplete = logIn.username === '' || logIn.password === '';
    if (this.isIncomplete) {
      (logIn.username === '' ? this.usernameField : this.passwordField).focus();
      return;
    }
    const done = await this.saving.run(() => this.api.connectManagedBackup(logIn));
    this.passwordField.value = '';
    if (done === null) {
      (this.saving.problem?.field === 'username' ? this.usernameField : this.passwordField).focus();
      return;
    }
    // The users are the proof that it works; whoever wanted another page before gets that.
    const detail = this.logIn === 'kept' ? '/users' : location.pathname;
    this.dispatchEvent(new CustomEvent('console-navigate', { detail, bubbles: true, composed: true }));
  };

  override render(): TemplateResult {
    const words = text.connect;
    if (this.logIn === 'fixed' || this.logIn === 'practice') {
      return html`<h1>${words.title}</h1><p class="lead">${words[this.logIn]}</p>`;
    }
    const { isRunning, problem: refused } = this.saving;
    const found = refused === null ? nothing : problemWords(refused, LABELS);
    const problem = this.isIncomplete ? words.required : found;
    return html`
      <h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
      ${this.logIn === 'kept' ? html`<p class="lead">${words.kept}</p>` : nothing}
      <form class="card" @submit=${this.handleSubmit}>
        <div class="field">
          <label for="username">${words.username}</label>
          <input id="username" type="text" autocomplete="off" autocapitalize="none" />
        </div>
        <div class="field">
          <label for="password">${words.password}</label>
          <input id="password" type="password" autocomplete="off" aria-describedby="where" />
        </div>
        <p id="where" class="quiet">${words.where}</p>
        ${problem === nothing ? nothing : html`<p class="problem" role="alert">${problem}</p>`}
        <button class="primary" type="submit" aria-disabled=${isRunning ? 'true' : nothing}>${words.submit}</button>
        <p class="quiet" role="status">${isRunning ? words.checking : nothing}</p>
      </form>
      <p class="lead">${words.promise}</p>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-connect-page': ConsoleConnectPage;
  }
}
