import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ConsoleApi } from '../api/console-api.ts';
import type { Package } from '../api/console-records.ts';
import { ListLoader } from '../parts/list-loader.ts';
import { listStates } from '../parts/list-states.ts';
import { Saving } from '../parts/saving.ts';
import { statusBadge } from '../parts/status-badge.ts';
import { controlStyles } from '../styles/control-styles.ts';
import { formStyles } from '../styles/form-styles.ts';
import { pageStyles } from '../styles/page-styles.ts';
import { text } from '../text.ts';
import './console-package-form.ts';

/** @summary Backup > Packages: see, add, enable and disable packages. */
@customElement('console-packages-page')
export class ConsolePackagesPage extends LitElement {
  static override styles = [controlStyles, formStyles, pageStyles];

  private readonly packages = new ListLoader<Package>(this, (after) => this.api.packages(after));
  private readonly switching = new Saving(this);

  @state() private isAdding = false;
  @state() private done = '';

  @property({ attribute: false }) api!: ConsoleApi;

  private readonly handleAdd = (): void => {
    this.isAdding = true;
    this.done = '';
  };

  private readonly handleSaved = (event: CustomEvent<string>): void => {
    this.done = text.packages.saved(event.detail);
    void this.packages.load();
  };

  private readonly handleClose = (): void => {
    this.isAdding = false;
  };

  private async handleSwitch(one: Package): Promise<void> {
    this.done = '';
    const switched = await this.switching.run(() => this.api.changePackage(one.id, { enabled: !one.enabled }));
    if (switched === null) return;
    const state = switched.result.enabled ? text.packages.enabled : text.packages.disabled;
    await this.packages.load();
    this.done = text.packages.switched(one.name, state);
  }

  override render(): TemplateResult {
    const words = text.packages;
    const { problem } = this.switching;
    return html`
      <div class="head">
        <div>
          <h1>${words.title}</h1>
          <p class="lead">${words.lead}</p>
        </div>
        <div class="actions">
          <button class="primary" type="button" @click=${this.handleAdd}>${words.add}</button>
        </div>
      </div>
      <p class="done" role="status">${this.done}</p>
      ${problem === null ? nothing : html`<p class="problem" role="alert">${problem.message}</p>`}
      ${listStates(this.packages, words, (packages) => this.renderPackages(packages))}
      ${
        this.isAdding
          ? html`
            <console-package-form
              .api=${this.api}
              @console-form-saved=${this.handleSaved}
              @console-form-close=${this.handleClose}
            ></console-package-form>
          `
          : nothing
      }
    `;
  }

  private renderPackages(packages: readonly Package[]): TemplateResult {
    const words = text.packages;
    return html`
      <div class="card">
        <div class="scroll" tabindex="0" role="region" aria-label=${words.title}>
          <table aria-label=${words.title}>
            <thead>
              <tr>
                <th scope="col">${words.name}</th>
                <th scope="col" class="number">${words.limit}</th>
                <th scope="col">${words.status}</th>
                <th scope="col">${words.actions}</th>
              </tr>
            </thead>
            <tbody>
              ${packages.map((one) => this.renderPackage(one))}
            </tbody>
          </table>
        </div>
      </div>
    `;
  }

  private renderPackage(one: Package): TemplateResult {
    const words = text.packages;
    return html`
      <tr>
        <th scope="row">${one.name}</th>
        <td class="number">${words.gigabytes(one.storageLimitGb)}</td>
        <td>${statusBadge({ isOn: one.enabled, label: one.enabled ? words.enabled : words.disabled })}</td>
        <td>
          <button
            class="small"
            type="button"
            aria-label=${one.enabled ? words.disableName(one.name) : words.enableName(one.name)}
            @click=${() => this.handleSwitch(one)}
          >
            ${one.enabled ? words.disable : words.enable}
          </button>
        </td>
      </tr>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-packages-page': ConsolePackagesPage;
  }
}
