import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { ConsoleApi } from '../api/console-api.ts';
import { controlStyles } from '../styles/control-styles.ts';
import { formStyles } from '../styles/form-styles.ts';
import { nativeFieldStyles } from '../styles/native-field-styles.ts';
import { text } from '../text.ts';
import { productMark } from './product-mark.ts';
import { Saving } from './saving.ts';

/**
 * Native fields, so that signing in on a plugin's page loads no component that the plugin brings, too.
 *
 * @summary The sign-in form, shown in place of any page.
 * @fires console-signed-in - The session has begun.
 */
@customElement('console-sign-in')
export class ConsoleSignIn extends LitElement {
  static override styles = [
    controlStyles,
    formStyles,
    nativeFieldStyles,
    css`
      :host {
        display: grid;
        place-items: center;
        min-height: 100dvh;
        padding: 1rem;
        box-sizing: border-box;
      }

      .box {
        width: min(24rem, 100%);
        box-sizing: border-box;
        padding: 2rem;
        border: 1px solid var(--console-color-line);
        border-radius: 14px;
        background: var(--console-color-surface);
        box-shadow: var(--console-shadow);
      }

      h1 {
        margin: 0.75rem 0 0;
        font-size: 1.5rem;
        line-height: 1.2;
      }

      .lead {
        margin: 0 0 1.5rem;
      }

      .primary {
        width: 100%;
        min-height: 2.5rem;
        margin-block-start: 0.25rem;
      }
    `,
  ];

  private readonly saving = new Saving(this);

  @query('#email') private emailField!: HTMLInputElement;
  @query('#password') private passwordField!: HTMLInputElement;
  @state() private isIncomplete = false;

  @property({ attribute: false }) api!: ConsoleApi;
  @property() lead: string = text.signIn.lead;

  protected override firstUpdated(): void {
    this.emailField.focus();
  }

  private readonly handleSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const credentials = { email: this.emailField.value.trim(), password: this.passwordField.value };
    this.isIncomplete = credentials.email === '' || credentials.password === '';
    if (this.isIncomplete) return;
    const done = await this.saving.run(() => this.api.signIn(credentials));
    if (done !== null) this.dispatchEvent(new CustomEvent('console-signed-in'));
    else this.passwordField.focus();
  };

  override render(): TemplateResult {
    const problem = this.isIncomplete ? text.signIn.required : this.saving.problem?.message;
    return html`
      <div class="box">
        ${productMark(40)}
        <h1>${text.signIn.title}</h1>
        <p class="lead quiet">${this.lead}</p>
        <form @submit=${this.handleSubmit}>
          <div class="field">
            <label for="email">${text.signIn.email}</label>
            <input id="email" type="text" inputmode="email" autocomplete="username" autocapitalize="none" />
          </div>
          <div class="field">
            <label for="password">${text.signIn.password}</label>
            <input id="password" type="password" autocomplete="current-password" />
          </div>
          ${problem === undefined ? nothing : html`<p class="problem" role="alert">${problem}</p>`}
          <button class="primary" type="submit" aria-disabled=${this.saving.isRunning ? 'true' : nothing}>
            ${text.signIn.submit}
          </button>
        </form>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-sign-in': ConsoleSignIn;
  }
}
