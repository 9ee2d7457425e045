import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { ConnectionView } from '../../core/contract/index.ts';
import type { ApiProblem } from '../api/api-problem.ts';
import { AtcElement } from '../shared/atc-element.ts';
import { defineElement } from '../shared/define-element.ts';
import { fields } from '../shared/fields.ts';
import '../shared/atc-notice.ts';
import { connectionText } from '../text/connection-text.ts';
import { problemWords } from '../text/problem-text.ts';
import './atc-stored-connection.ts';
import type { ConnectionActivity } from './connection-activity.ts';
import { ConnectionSaveEvent } from './connection-events.ts';

/** What is wrong with a box; null when nothing is. */
interface FieldErrors {
  readonly username: FieldError | null;
  readonly password: FieldError | null;
}

type FieldError = 'missing' | 'too-long';

const NO_ERRORS: FieldErrors = { username: null, password: null };

/** As long as the server accepts. */
const MAX_LENGTH = 254;

const ERROR_WORDS: Readonly<Record<keyof FieldErrors, Readonly<Record<FieldError, () => string>>>> = {
  username: { missing: connectionText.userNameMissing, 'too-long': connectionText.tooLong },
  password: { missing: connectionText.passwordMissing, 'too-long': connectionText.tooLong },
};

/** What never was looked at by the plugin can be sent again as it is. */
function wasTurnedAway(problem: ApiProblem | null): boolean {
  return problem !== null && (problem.isUnanswered || problem.isSignedOut || problem.isNotAllowed);
}

/**
 * UserName and Password of the Autotask API user. The password goes out once and never comes back: the box is empty
 * again as soon as the server has answered.
 *
 * @summary Form of the credentials.
 * @fires atc-connection-save - Save was pressed with both boxes filled.
 * @fires atc-connection-test - Test was pressed.
 * @fires atc-connection-forget - Forget was pressed and confirmed.
 */
export class AtcConnectionForm extends AtcElement {
  static override styles = [
    ...AtcElement.styles,
    fields,
    css`
      form {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(230px, 100%), 1fr));
        gap: 14px 20px;
        max-width: 720px;
      }

      .field {
        align-content: start;
      }

      .buttons,
      atc-notice {
        grid-column: 1 / -1;
      }

      .buttons {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 12px;
      }
    `,
  ];

  @query('#username') private readonly usernameInput!: HTMLInputElement;
  @query('#password') private readonly passwordInput!: HTMLInputElement;

  @state() private errors: FieldErrors = NO_ERRORS;

  @property({ attribute: false }) connection: ConnectionView | null = null;
  @property({ attribute: false }) activity: ConnectionActivity = null;
  /** Why the last press of a button came to nothing. */
  @property({ attribute: false }) problem: ApiProblem | null = null;

  protected override updated(changed: PropertyValues<this>): void {
    if (this.activity !== null) return;
    if (changed.get('activity') === 'saving' && !wasTurnedAway(this.problem)) this.passwordInput.value = '';
    // The button that had the focus is gone with the credentials.
    if (changed.get('activity') === 'forgetting' && this.problem === null) this.usernameInput.focus();
  }

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.activity !== null) return;
    // A user name is copied out of a page, often with a blank; a secret may hold any symbol.
    const username = this.usernameInput.value.trim();
    const password = this.passwordInput.value;
    this.errors = {
      username: fieldError(username),
      password: fieldError(password),
    };
    if (this.errors.username !== null) this.usernameInput.focus();
    else if (this.errors.password !== null) this.passwordInput.focus();
    else this.dispatchEvent(new ConnectionSaveEvent({ username, password }));
  };

  private renderStored(username: string): TemplateResult {
    return html`<atc-stored-connection
      exportparts="dialog"
      .locale=${this.locale}
      username=${username}
      .activity=${this.activity}
    ></atc-stored-connection>`;
  }

  private renderError(id: keyof FieldErrors): TemplateResult | typeof nothing {
    const error = this.errors[id];
    return error === null ? nothing : html`<p id="${id}-error" class="error">${ERROR_WORDS[id][error]()}</p>`;
  }

  private renderProblem(problem: ApiProblem): TemplateResult {
    const { title, remedy } = problemWords(problem);
    return html`<atc-notice part="notice" tone="danger"><strong>${title}</strong> ${remedy}</atc-notice>`;
  }

  override render(): TemplateResult {
    const { connection, activity, errors } = this;
    const hasPassword = connection?.hasPassword ?? false;
    // What the server said was of another pair.
    const isValid = errors.username === null && errors.password === null;
    return html`<form novalidate @submit=${this.submit}>
      <div class="field">
        <label for="username">${connectionText.userName()}</label>
        <input
          id="username"
          dir="auto"
          name="username"
          type="text"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          aria-describedby=${describedBy('username', errors.username)}
          aria-invalid=${errors.username === null ? 'false' : 'true'}
          .defaultValue=${connection?.username ?? ''}
        />
        <p id="username-hint" class="hint">${connectionText.userNameHint()}</p>
        ${this.renderError('username')}
      </div>
      <div class="field">
        <label for="password">${connectionText.password()}</label>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="off"
          aria-describedby=${describedBy('password', errors.password)}
          aria-invalid=${errors.password === null ? 'false' : 'true'}
        />
        <p id="password-hint" class="hint">
          ${hasPassword ? connectionText.passwordStored() : connectionText.passwordHint()}
        </p>
        ${this.renderError('password')}
      </div>
      <div class="buttons">
        <button type="submit" class="button ${hasPassword ? '' : 'primary'} ${activity === 'saving' ? 'busy' : ''}">
          ${connectionText.save()}
        </button>
        ${hasPassword ? this.renderStored(connection?.username ?? '') : nothing}
        ${activity === null ? nothing : html`<span class="spinner late muted"></span>`}
      </div>
      ${this.problem === null || !isValid ? nothing : this.renderProblem(this.problem)}
    </form>`;
  }
}

function fieldError(value: string): FieldError | null {
  if (value.trim() === '') return 'missing';
  return value.length > MAX_LENGTH ? 'too-long' : null;
}

function describedBy(id: string, error: FieldError | null): string {
  return error === null ? `${id}-hint` : `${id}-error ${id}-hint`;
}

defineElement('atc-connection-form', AtcConnectionForm);

declare global {
  interface HTMLElementTagNameMap {
    'atc-connection-form': AtcConnectionForm;
  }
}
