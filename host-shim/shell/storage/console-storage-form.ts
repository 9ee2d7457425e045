import '@vaadin/text-field/vaadin-text-field.js';
import type { TextField } from '@vaadin/text-field';
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { ConsoleApi } from '../api/console-api.ts';
import { FormDialog } from '../parts/form-dialog.ts';
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

  private readonly dialog = new FormDialog(this);

  @query('#name') private nameField!: TextField;
  @query('#destination') private destinationField!: TextField;
  @state() private type = 'AmazonS3';
  @state() private isNameMissing = false;

  @property({ attribute: false }) api!: ConsoleApi;

  private readonly submit = async (): Promise<void> => {
    const name = this.nameField.value.trim();
    const destination = this.destinationField.value.trim();
    this.isNameMissing = name === '';
    if (this.isNameMissing) {
      this.nameField.focus();
      return;
    }
    const destinations = destination === '' ? [] : [{ name: destination }];
    await this.dialog.save(() => this.api.addStorageAccount({ name, type: this.type, destinations }), {
      event: 'console-form-saved',
      detail: name,
    });
  };

  private readonly handleType = (event: Event): void => {
    this.type = (event.currentTarget as HTMLSelectElement).value;
  };

  override render(): TemplateResult {
    const words = text.storage;
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
        `,
      labels: { name: words.name },
      submit: this.submit,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-storage-form': ConsoleStorageForm;
  }
}
