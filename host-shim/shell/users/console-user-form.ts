import '@vaadin/checkbox/vaadin-checkbox.js';
import '@vaadin/text-field/vaadin-text-field.js';
import type { Checkbox } from '@vaadin/checkbox';
import type { TextField } from '@vaadin/text-field';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { ConsoleApi } from '../api/console-api.ts';
import type { User, UserFields } from '../api/console-records.ts';
import { FormDialog } from '../parts/form-dialog.ts';
import { problemWords } from '../parts/problem-words.ts';
import { controlStyles } from '../styles/control-styles.ts';
import { dialogStyles } from '../styles/dialog-styles.ts';
import { formStyles } from '../styles/form-styles.ts';
import { text } from '../text.ts';

const LABELS = {
  firstName: text.users.firstName,
  lastName: text.users.lastName,
  email: text.users.email,
  company: text.users.company,
};

/**
 * @summary Adds a user or edits one.
 * @fires console-user-saved - With the user as detail.
 * @fires console-form-close - The panel is closed, saved or not.
 */
@customElement('console-user-form')
export class ConsoleUserForm extends LitElement {
  static override styles = [controlStyles, dialogStyles, formStyles];

  private readonly dialog = new FormDialog(this);

  @query('#first-name') private firstName!: TextField;
  @query('#last-name') private lastName!: TextField;
  @query('#email') private email!: TextField;
  @query('#company') private company!: TextField;
  @query('#enabled') private enabled!: Checkbox;
  @state() private companyNames: readonly string[] = [];
  @state() private isEmailMissing = false;

  @property({ attribute: false }) api!: ConsoleApi;
  /** Null adds a user. */
  @property({ attribute: false }) user: User | null = null;

  /** The component's own input is in this element's tree, so it can refer to the list of names here. */
  protected override firstUpdated(): void {
    this.company.querySelector('input')?.setAttribute('list', 'companies');
  }

  /** The names are a convenience: any company can be typed, so a failure needs no word. */
  private readonly handleCompany = async (): Promise<void> => {
    const q = this.company.value.trim();
    const page = await this.api.companies({ q, after: null }).catch(() => null);
    if (page !== null && q === this.company.value.trim()) this.companyNames = page.items.map(({ name }) => name);
  };

  private readonly submit = async (): Promise<void> => {
    const fields = this.fields();
    this.isEmailMissing = fields.email === '';
    if (this.isEmailMissing) {
      this.email.focus();
      return;
    }
    const { api, user } = this;
    await this.dialog.save(
      () => (user === null ? api.addUser(fields) : api.changeUser(user.id, changedFields(user, fields))),
      { event: 'console-user-saved' },
    );
  };

  private fields(): UserFields {
    return {
      firstName: this.firstName.value.trim(),
      lastName: this.lastName.value.trim(),
      email: this.email.value.trim(),
      company: this.company.value.trim(),
      enabled: this.enabled.checked,
    };
  }

  override render(): TemplateResult {
    const { user } = this;
    const words = text.users.form;
    return this.dialog.render({
      heading: user === null ? words.addTitle : words.editTitle,
      fields: html`
          <vaadin-text-field
            id="first-name"
            data-first-focus
            label=${text.users.firstName}
            .value=${user?.firstName ?? ''}
          ></vaadin-text-field>
          <vaadin-text-field
            id="last-name"
            label=${text.users.lastName}
            .value=${user?.lastName ?? ''}
          ></vaadin-text-field>
          ${this.renderEmail()}
          <vaadin-text-field
            id="company"
            label=${text.users.company}
            helper-text=${words.companyHint}
            autocomplete="off"
            .value=${user?.company ?? ''}
            @focusin=${this.handleCompany}
            @input=${this.handleCompany}
          ></vaadin-text-field>
          <datalist id="companies">${this.companyNames.map((name) => html`<option value=${name}></option>`)}</datalist>
          <vaadin-checkbox id="enabled" label=${text.users.enabled} .checked=${user?.enabled ?? true}></vaadin-checkbox>
          ${user === null ? nothing : html`<p class="note">${words.note}</p>`}
        `,
      labels: LABELS,
      spokenFor: 'email',
      submit: this.submit,
    });
  }

  private renderEmail(): TemplateResult {
    const words = text.users.form;
    const { problem: refused } = this.dialog.saving;
    const problem = refused?.field === 'email' ? problemWords(refused, LABELS) : null;
    const message = this.isEmailMissing ? words.emailRequired : problem;
    return html`
      <vaadin-text-field
        id="email"
        label=${text.users.email}
        helper-text=${words.emailHint}
        autocapitalize="none"
        manual-validation
        .invalid=${message !== null}
        .errorMessage=${message ?? ''}
        .value=${this.user?.email ?? ''}
      ></vaadin-text-field>
    `;
  }
}

/** Only what this person changed: anything else may have been changed by others since it was shown. */
function changedFields(user: User, fields: UserFields): Partial<UserFields> {
  const before = new Map<string, unknown>(Object.entries(user));
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => before.get(name) !== value));
}

declare global {
  interface HTMLElementTagNameMap {
    'console-user-form': ConsoleUserForm;
  }
}
