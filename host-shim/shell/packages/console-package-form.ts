import '@vaadin/text-field/vaadin-text-field.js';
import type { TextField } from '@vaadin/text-field';
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { ConsoleApi } from '../api/console-api.ts';
import { FormDialog } from '../parts/form-dialog.ts';
import { controlStyles } from '../styles/control-styles.ts';
import { dialogStyles } from '../styles/dialog-styles.ts';
import { formStyles } from '../styles/form-styles.ts';
import { text } from '../text.ts';

/** As much as the console accepts. */
const MOST_GB = 1_000_000_000;

/**
 * @summary Adds a package.
 * @fires console-form-saved - With the package's name as detail.
 * @fires console-form-close - The panel is closed, saved or not.
 */
@customElement('console-package-form')
export class ConsolePackageForm extends LitElement {
  static override styles = [controlStyles, dialogStyles, formStyles];

  private readonly dialog = new FormDialog(this);

  @query('#name') private nameField!: TextField;
  @query('#limit') private limitField!: TextField;
  @state() private isNameMissing = false;
  @state() private isLimitWrong = false;

  @property({ attribute: false }) api!: ConsoleApi;

  private readonly submit = async (): Promise<void> => {
    const name = this.nameField.value.trim();
    const limit = this.limitField.value.trim();
    const storageLimitGb = /^\d+(\.\d+)?$/.test(limit) ? Number(limit) : 0;
    this.isNameMissing = name === '';
    this.isLimitWrong = storageLimitGb <= 0 || storageLimitGb > MOST_GB;
    if (this.isNameMissing || this.isLimitWrong) {
      (this.isNameMissing ? this.nameField : this.limitField).focus();
      return;
    }
    await this.dialog.save(() => this.api.addPackage({ name, storageLimitGb }), {
      event: 'console-form-saved',
      detail: name,
    });
  };

  override render(): TemplateResult {
    const words = text.packages;
    return this.dialog.render({
      heading: words.add,
      fields: html`
          <vaadin-text-field
            id="name"
            data-first-focus
            label=${words.name}
            manual-validation
            .invalid=${this.isNameMissing}
            .errorMessage=${this.isNameMissing ? words.nameRequired : ''}
          ></vaadin-text-field>
          <vaadin-text-field
            id="limit"
            label=${words.limit}
            helper-text=${words.limitHint}
            inputmode="decimal"
            autocomplete="off"
            manual-validation
            .invalid=${this.isLimitWrong}
            .errorMessage=${this.isLimitWrong ? words.limitRequired : ''}
          ></vaadin-text-field>
        `,
      labels: { name: words.name, storageLimitGb: words.limit },
      submit: this.submit,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-package-form': ConsolePackageForm;
  }
}
