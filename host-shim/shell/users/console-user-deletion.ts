import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ConsoleApi } from '../api/console-api.ts';
import type { User } from '../api/console-records.ts';
import { Modal } from '../parts/modal.ts';
import { Saving } from '../parts/saving.ts';
import { controlStyles } from '../styles/control-styles.ts';
import { dialogStyles } from '../styles/dialog-styles.ts';
import { formStyles } from '../styles/form-styles.ts';
import { text } from '../text.ts';
import { userName } from './user-name.ts';

/**
 * @summary Asks before a user is deleted.
 * @fires console-user-deleted - The user is gone; the user is the detail.
 * @fires console-form-close - The dialog is closed, either way.
 */
@customElement('console-user-deletion')
export class ConsoleUserDeletion extends LitElement {
  static override styles = [controlStyles, dialogStyles, formStyles];

  private readonly modal = new Modal(this);
  private readonly saving = new Saving(this);

  @property({ attribute: false }) api!: ConsoleApi;
  @property({ attribute: false }) user!: User;

  private readonly handleConfirm = async (): Promise<void> => {
    const done = await this.saving.run(() => this.api.deleteUser(this.user.id));
    if (done === null) return;
    this.dispatchEvent(new CustomEvent('console-user-deleted', { detail: this.user }));
    this.modal.close();
  };

  override render(): TemplateResult {
    const words = text.users.deletion;
    const { problem } = this.saving;
    return this.modal.render(
      { heading: words.title(userName(this.user)), kind: 'question' },
      html`
        <p>${words.detail}</p>
        ${problem === null ? nothing : html`<p class="problem" role="alert">${problem.message}</p>`}
        <div class="buttons">
          <button type="button" data-first-focus @click=${() => this.modal.close()}>${text.cancel}</button>
          <button
            class="danger"
            type="button"
            aria-disabled=${this.saving.isRunning ? 'true' : nothing}
            @click=${this.handleConfirm}
          >
            ${words.confirm}
          </button>
        </div>
            `,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-user-deletion': ConsoleUserDeletion;
  }
}
