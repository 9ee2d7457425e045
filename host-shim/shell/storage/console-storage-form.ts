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
import { nativeFieldStyles } from '../styles/native-field-styles.ts';
import { text } from '../text.ts';
import { STORAGE_KINDS, storageKindOf } from './storage-kinds.ts';

/**
 * @summary Adds a storage account and, if named, its first destination.
 * @fires console-form-saved - With the account's name as detail.
 * @fires console-form-close - The panel is closed, saved or not.
 */
@customElement('console-storage-form')
export class ConsoleStorageForm extends LitElement {
  static override styles = [controlStyles, dialogStyles, formStyles, nativeFieldStyles];

  private readonly modal = new Modal(this);
  private readonly saving = new Saving(this);

  @query('#name') private nameField!: TextField;
  @query('#destination') private destinationField!: TextField;
  @state() private type = 'AmazonS3';
  @state() private isNameMissing = false;

  @property({ attribute: false }) api!: ConsoleApi;

  private readonly handleSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const name = this.nameField.value.trim();
    const destination = this.destinationField.value.trim();
    this.isNameMissing = name === '';
    if (this.isNameMissing) {
      this.nameField.focus();
      return;
    }
    const destinations = destination === '' ? [] : [{ name: destination }];
    const done = await this.saving.run(() => this.api.addStorageAccount({ name, type: this.type, destinations }));
    if (done === null) return;
    this.dispatchEvent(new CustomEvent('console-form-saved', { detail: name }));
    this.modal.close();
  };

  private readonly handleType = (event: Event): void => {
    this.type = (event.currentTarget as HTMLSelectElement).value;
  };

  override render(): TemplateResult {
    const words = text.storage;
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
          <div class="field">
            <label for="type">${words.type}</label>
            <select id="type" @change=${this.handleType}>
              ${STORAGE_KINDS.map(({ type, label }) => html`<option value=${type}>${label}</option>`)}
            </select>
          </div>
          <vaadin-text-field
            id="destination"
            label=${words.firstDestination(words.kinds[storageKindOf(this.type).kind])}
          ></vaadin-text-field>
          ${problem === null ? nothing : html`<p class="problem" role="alert">${problemWords(problem, { name: words.name })}</p>`}
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
    'console-storage-form': ConsoleStorageForm;
  }
}
