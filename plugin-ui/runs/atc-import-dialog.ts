import { html, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { ImportPreview } from '../../core/contract/index.ts';
import type { ApiProblem } from '../api/api-problem.ts';
import { AtcElement } from '../shared/atc-element.ts';
import '../shared/atc-notice.ts';
import { defineElement } from '../shared/define-element.ts';
import { dialogStyles } from '../shared/dialog.styles.ts';
import { problemWords } from '../text/problem-text.ts';
import { importText } from '../text/runs-text.ts';
import { sharedText } from '../text/shared-text.ts';
import { importDialogStyles } from './import-dialog.styles.ts';
import { importPreview } from './import-preview.ts';
import { planChanges } from './plan-changes.ts';
import { blockedCount, goingAhead } from './preview-counts.ts';
import { ImportCancelEvent, ImportConfirmEvent, InstructionsToggleEvent } from './run-events.ts';
import { tiles } from './tiles.styles.ts';

/**
 * What an import would do, in exact numbers, before anything is written. Open while it has a preview.
 *
 * @summary Confirmation of an import.
 * @fires atc-import-confirm - The import was confirmed.
 * @fires atc-import-cancel - The dialog was left without importing.
 * @fires atc-instructions-toggle - The new users are to be sent their instructions, or not after all.
 */
export class AtcImportDialog extends AtcElement {
  static override styles = [...AtcElement.styles, tiles, dialogStyles, importDialogStyles];

  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('#confirm') private readonly confirmButton!: HTMLButtonElement;
  @query('#cancel') private readonly cancelButton!: HTMLButtonElement;

  @property({ attribute: false }) preview: ImportPreview | null = null;
  /** What was shown before, when the plan has changed since. */
  @property({ attribute: false }) earlier: ImportPreview | null = null;
  /** What the destination's column is called. */
  @property() column = '';
  @property({ attribute: false }) destinationName: (id: string) => string = () => importText.goneName();
  @property({ attribute: false }) packageName: (id: string) => string = () => importText.goneName();
  /** The new users are to be sent their instructions. */
  @property({ type: Boolean }) instructions = false;
  /** The confirmed import is being handed over, or previewed again because its plan has changed. */
  @property({ type: Boolean }) starting = false;
  /** Why the confirmed import was not started. */
  @property({ attribute: false }) problem: ApiProblem | null = null;

  protected override updated(): void {
    const isWanted = this.preview !== null;
    if (isWanted && !this.dialog.open) {
      this.dialog.showModal();
      (this.preview === null || goingAhead(this.preview) === 0 ? this.cancelButton : this.confirmButton).focus({
        preventScroll: true,
      });
    }
    if (!isWanted && this.dialog.open) this.dialog.close();
  }

  private readonly confirm = (): void => {
    if (this.starting || this.preview === null) return;
    this.dispatchEvent(new ImportConfirmEvent());
  };

  private readonly cancel = (event: Event): void => {
    // The page decides: it takes the preview away, and the dialog closes.
    event.preventDefault();
    this.dispatchEvent(new ImportCancelEvent());
  };

  private renderProblem(): TemplateResult | typeof nothing {
    if (this.problem === null) return nothing;
    const { title, remedy } = problemWords(this.problem);
    // The page's status region can't be heard behind the dialog.
    const tone = this.problem.code === 'plan_changed' ? 'warning' : 'danger';
    return html`<atc-notice part="notice" tone=${tone} role="alert">
      <strong>${title}</strong> ${this.renderChanges()} ${remedy}
    </atc-notice>`;
  }

  private renderChanges(): TemplateResult | typeof nothing {
    const { problem, earlier, preview, locale } = this;
    if (problem?.code !== 'plan_changed' || earlier === null || preview === null) return nothing;
    return html`<ul class="changes">
      ${planChanges(earlier, preview, locale).map((change) => html`<li>${change}</li>`)}
    </ul>`;
  }

  private renderInstructions({ create, mailsInstructions }: ImportPreview): TemplateResult | typeof nothing {
    if (create === 0 || !mailsInstructions) return nothing;
    return html`<label class="instructions">
      <input
        type="checkbox"
        .checked=${live(this.instructions)}
        @change=${() => this.dispatchEvent(new InstructionsToggleEvent())}
      />
      <span>${importText.sendInstructions()}</span>
    </label>`;
  }

  private renderContent(preview: ImportPreview): TemplateResult {
    const { earlier, column, destinationName, packageName, locale } = this;
    return html`
      <p class="muted">${importText.intro(goingAhead(preview) + blockedCount(preview), locale)}</p>
      ${this.renderProblem()}
      ${importPreview({ preview, earlier, column, destinationName, packageName, locale })}
      ${this.renderInstructions(preview)}
    `;
  }

  override render(): TemplateResult {
    const { preview } = this;
    const count = preview === null ? 0 : goingAhead(preview);
    const isEmpty = preview !== null && count === 0;
    return html`<dialog part="dialog" aria-labelledby="title" @cancel=${this.cancel}>
        <h2 id="title">${importText.title()}</h2>
        <div class="content">${preview === null ? nothing : this.renderContent(preview)}</div>
        <footer>
          ${isEmpty ? html`<p id="why">${importText.nothingGoesAhead()}</p>` : nothing}
          <button type="button" class="button" id="cancel" @click=${this.cancel}>${sharedText.cancel()}</button>
          <button
            type="button"
            class="button primary ${this.starting ? 'busy' : ''}"
            id="confirm"
            aria-describedby=${isEmpty ? 'why' : nothing}
            @click=${this.confirm}
          >
            ${isEmpty ? importText.confirmBlocked() : importText.confirm(count, this.locale)}
          </button>
        </footer>
    </dialog>`;
  }
}

defineElement('atc-import-dialog', AtcImportDialog);

declare global {
  interface HTMLElementTagNameMap {
    'atc-import-dialog': AtcImportDialog;
  }
}
