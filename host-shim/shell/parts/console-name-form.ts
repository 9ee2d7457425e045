import '@vaadin/text-field/vaadin-text-field.js';
import type { TextField } from '@vaadin/text-field';
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { controlStyles } from '../styles/control-styles.ts';
import { dialogStyles } from '../styles/dialog-styles.ts';
import { formStyles } from '../styles/form-styles.ts';
import { FormDialog } from './form-dialog.ts';

/**
 * Asks for a name and saves what it names.
 *
 * @fires console-form-saved - With the name as detail.
 * @fires console-form-close - The panel is closed, saved or not.
 */
@customElement('console-name-form')
export class ConsoleNameForm extends LitElement {
  static override styles = [controlStyles, dialogStyles, formStyles];

  private readonly dialog = new FormDialog(this);

  @query('vaadin-text-field') private field!: TextField;
  @state() private isMissing = false;

  @property() heading = '';
  @property() label = '';
  @property() requirement = '';
  @property({ attribute: false }) save!: (name: string) => Promise<unknown>;

  private readonly submit = async (): Promise<void> => {
    const name = this.field.value.trim();
    this.isMissing = name === '';
    const saved = { event: 'console-form-saved', detail: name };
    const isSaved = !this.isMissing && (await this.dialog.save(() => this.save(name), saved));
    if (!isSaved) this.field.focus();
  };

  override render(): TemplateResult {
    return this.dialog.render({
      heading: this.heading,
      fields: html`
          <vaadin-text-field
            data-first-focus
            label=${this.label}
            manual-validation
            .invalid=${this.isMissing}
            .errorMessage=${this.isMissing ? this.requirement : ''}
          ></vaadin-text-field>
        `,
      labels: { name: this.label },
      submit: this.submit,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-name-form': ConsoleNameForm;
  }
}
