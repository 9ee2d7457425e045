import { html, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { ImportPreview } from '../../core/contract/index.ts';
import type { ApiProblem } from '../api/api-problem.ts';
import { AtcElement } from '../shared/atc-element.ts';
import '../shared/atc-notice.ts';
import { defineElement } from '../shared/define-element.ts';
import { dialogStyles } from '../shared/dialog.styles.ts';
import { formatGigabytes, formatNumber } from '../shared/format.ts';
import { problemWords } from '../text/problem-text.ts';
import { importText } from '../text/runs-text.ts';
import { sharedText } from '../text/shared-text.ts';
import { importDialogStyles } from './import-dialog.styles.ts';
import { ImportCancelEvent, ImportConfirmEvent } from './run-events.ts';
import { tiles } from './tiles.styles.ts';

interface CountedName {
  readonly name: string;
  readonly count: number;
}

/** How many of the selected contacts an import would take; the others are blocked. */
function goingAhead({ create, update, unchanged }: ImportPreview): number {
  return create + update + unchanged;
}

function blockedCount({ blocked }: ImportPreview): number {
  return blocked.reduce((sum, { count }) => sum + count, 0);
}

/**
 * What an import would do, in exact numbers, before anything is written. Open while it has a preview.
 *
 * @summary Confirmation of an import.
 * @fires atc-import-confirm - The import was confirmed.
 * @fires atc-import-cancel - The dialog was left without importing.
 */
export class AtcImportDialog extends AtcElement {
  static override styles = [...AtcElement.styles, tiles, dialogStyles, importDialogStyles];

  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('#confirm') private readonly confirmButton!: HTMLButtonElement;
  @query('#cancel') private readonly cancelButton!: HTMLButtonElement;

  @property({ attribute: false }) preview: ImportPreview | null = null;
  /** What the destination's column is called. */
  @property() column = '';
  @property({ attribute: false }) destinationName: (id: string) => string = () => importText.goneName();
  @property({ attribute: false }) packageName: (id: string) => string = () => importText.goneName();
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

  private tile(count: number, label: string, tone: string): TemplateResult {
    return html`<div class="tile ${count === 0 ? 'zero' : tone}">
      <dt>${label}</dt>
      <dd>${formatNumber(count, this.locale)}</dd>
    </div>`;
  }

  private renderBlocked({ blocked }: ImportPreview): TemplateResult | typeof nothing {
    if (blocked.length === 0) return nothing;
    return html`<section>
      <h3>${importText.whyBlocked()}</h3>
      <ul class="reasons">
        ${blocked.map(
          ({ count, reason }) => html`<li>
            <span class="count">${formatNumber(count, this.locale)}</span>
            <span>${reason.text} <span class="muted">${reason.remedy}</span></span>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  private renderNames(heading: string, names: readonly CountedName[]): TemplateResult | typeof nothing {
    if (names.length === 0) return nothing;
    return html`<section>
      <h3>${heading}</h3>
      <ul class="names">
        ${names.map(
          ({ name, count }) => html`<li>
            <span>${name}</span><span class="count">${formatNumber(count, this.locale)}</span>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  private renderCapacity({ create, capacityGb }: ImportPreview): TemplateResult | typeof nothing {
    if (create === 0) return nothing;
    return html`<p>
      ${
        capacityGb === null
          ? importText.capacityUnlimited()
          : importText.capacity(formatGigabytes(capacityGb, this.locale))
      }
    </p>`;
  }

  private renderProblem(): TemplateResult | typeof nothing {
    if (this.problem === null) return nothing;
    const { title, remedy } = problemWords(this.problem);
    // The page's status region can't be heard behind the dialog.
    const tone = this.problem.code === 'plan_changed' ? 'warning' : 'danger';
    return html`<atc-notice tone=${tone} role="alert"><strong>${title}</strong> ${remedy}</atc-notice>`;
  }

  private renderPreview(preview: ImportPreview): TemplateResult {
    const total = goingAhead(preview) + blockedCount(preview);
    const destinations = preview.byDestination.map(({ destinationId, count }) => ({
      name: this.destinationName(destinationId),
      count,
    }));
    const packages = preview.byPackage.map(({ packageId, count }) => ({ name: this.packageName(packageId), count }));
    return html`
      <p class="muted">${importText.intro(total, this.locale)}</p>
      ${this.renderProblem()}
      <dl class="tiles">
        ${this.tile(preview.create, importText.willBeCreated(), 'success')}
        ${this.tile(preview.update, importText.willBeUpdated(), 'success')}
        ${this.tile(preview.unchanged, importText.leftAlone(), '')}
        ${this.tile(blockedCount(preview), importText.blocked(), 'danger')}
      </dl>
      ${this.renderBlocked(preview)}
      <div class="columns">
        ${this.renderNames(importText.byDestination(this.column), destinations)}
        ${this.renderNames(importText.byPackage(), packages)}
      </div>
      ${this.renderCapacity(preview)}
    `;
  }

  override render(): TemplateResult {
    const { preview } = this;
    const count = preview === null ? 0 : goingAhead(preview);
    const isEmpty = preview !== null && count === 0;
    return html`<dialog aria-labelledby="title" @cancel=${this.cancel}>
        <h2 id="title">${importText.title()}</h2>
        <div class="content">${preview === null ? nothing : this.renderPreview(preview)}</div>
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
