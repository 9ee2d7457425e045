import '@vaadin/text-field/vaadin-text-field.js';
import type { TextField } from '@vaadin/text-field';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { ConsoleApi } from '../api/console-api.ts';
import { Modal } from '../parts/modal.ts';
import { problemWords } from '../parts/problem-words.ts';
import { Saving } from '../parts/saving.ts';
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

  private readonly modal = new Modal(this);
  private readonly saving = new Saving(this);

  @query('#name') private nameField!: TextField;
  @query('#limit') private limitField!: TextField;
  @state() private isNameMissing = false;
  @state() private isLimitWrong = false;

  @property({ attribute: false }) api!: ConsoleApi;

  private readonly handleSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const name = this.nameField.value.trim();
    const limit = this.limitField.value.trim();
    const storageLimitGb = /^\d+(\.\d+)?$/.test(limit) ? Number(limit) : 0;
    this.isNameMissing = name === '';
    this.isLimitWrong = storageLimitGb <= 0 || storageLimitGb > MOST_GB;
    if (this.isNameMissing || this.isLimitWrong) {
      (this.isNameMissing ? this.nameField : this.limitField).focus();
      return;
    }
    const done = await this.saving.run(() => this.api.addPackage({ name, storageLimitGb }));
    if (done === null) return;
    this.dispatchEvent(new CustomEvent('console-form-saved', { detail: name }));
    this.modal.close();
  };

  override render(): TemplateResult {
    const words = text.packages;
    const { problem } = this.saving;
    return this.modal.render(
      { heading: words.add, kind: 'form' },
      html`
        <form @submit=${this.handleSubmit}>
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
          ${problem === null ? nothing : html`<p class="problem" role="alert">${problemWords(problem, { name: words.name, storageLimitGb: words.limit })}</p>`}
          <div class="buttons">
            <button type="button" @click=${() => this.modal.close()}>${text.cancel}</button>
            <button class="primary" type="submit" aria-disabled=${this.saving.isRunning ? 'true' : nothing}>
              ${text.save}
            </button>
          </div>
        </form>
            `,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-package-form': ConsolePackageForm;
  }
}
