import '@vaadin/text-field/vaadin-text-field.js';
import type { TextField } from '@vaadin/text-field';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { controlStyles } from '../styles/control-styles.ts';
import { dialogStyles } from '../styles/dialog-styles.ts';
import { formStyles } from '../styles/form-styles.ts';
import { text } from '../text.ts';
import { Modal } from './modal.ts';
import { problemWords } from './problem-words.ts';
import { Saving } from './saving.ts';

/**
 * Asks for a name and saves what it names.
 *
 * @fires console-form-saved - With the name as detail.
 * @fires console-form-close - The panel is closed, saved or not.
 */
@customElement('console-name-form')
export class ConsoleNameForm extends LitElement {
  static override styles = [controlStyles, dialogStyles, formStyles];

  private readonly modal = new Modal(this);
  private readonly saving = new Saving(this);

  @query('vaadin-text-field') private field!: TextField;
  @state() private isMissing = false;

  @property() heading = '';
  @property() label = '';
  @property() requirement = '';
  @property({ attribute: false }) save!: (name: string) => Promise<unknown>;

  private readonly handleSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const name = this.field.value.trim();
    this.isMissing = name === '';
    const done = this.isMissing ? null : await this.saving.run(() => this.save(name));
    if (done === null) {
      this.field.focus();
      return;
    }
    this.dispatchEvent(new CustomEvent('console-form-saved', { detail: name }));
    this.modal.close();
  };

  override render(): TemplateResult {
    const { problem } = this.saving;
    return this.modal.render(
      { heading: this.heading, kind: 'form' },
      html`
        <form @submit=${this.handleSubmit}>
          <vaadin-text-field
            data-first-focus
            label=${this.label}
            manual-validation
            .invalid=${this.isMissing}
            .errorMessage=${this.isMissing ? this.requirement : ''}
          ></vaadin-text-field>
          ${problem === null ? nothing : html`<p class="problem" role="alert">${problemWords(problem, { name: this.label })}</p>`}
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
    'console-name-form': ConsoleNameForm;
  }
}
