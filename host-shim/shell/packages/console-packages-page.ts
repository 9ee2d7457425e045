import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ConsoleApi } from '../api/console-api.ts';
import type { Package } from '../api/console-records.ts';
import { ListLoader } from '../parts/list-loader.ts';
import { listPage } from '../parts/list-page.ts';
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

  private readonly packages = new ListLoader<Package>(this, (query) => this.api.packages(query));
  private readonly switching = new Saving(this);

  @state() private isAdding = false;

  @property({ attribute: false }) api!: ConsoleApi;

  private readonly handleAdd = (): void => {
    this.isAdding = true;
    this.packages.tell('');
  };

  private readonly handleSaved = (event: CustomEvent<string>): void => {
    this.packages.tell(text.packages.saved(event.detail));
    void this.packages.load();
  };

  private readonly handleClose = (): void => {
    this.isAdding = false;
  };

  private async handleSwitch(one: Package): Promise<void> {
    this.packages.tell('');
    const switched = await this.switching.run(() => this.api.changePackage(one.id, { enabled: !one.enabled }));
    if (switched === null) return;
    const { result } = switched;
    this.packages.replace(result);
    this.packages.tell(
      text.packages.switched(result.name, result.enabled ? text.packages.enabled : text.packages.disabled),
    );
  }

  override render(): TemplateResult {
    const { problem } = this.switching;
    return html`
      ${listPage(this.packages, {
        words: text.packages,
        add: this.handleAdd,
        items: (packages) => html`
          ${problem === null ? nothing : html`<p class="problem" role="alert">${problem.message}</p>`}
          ${this.renderPackages(packages)}
        `,
      })}
      ${this.isAdding ? this.renderForm() : nothing}
    `;
  }

  private renderForm(): TemplateResult {
    return html`
      <console-package-form
        .api=${this.api}
        @console-form-saved=${this.handleSaved}
        @console-form-close=${this.handleClose}
      ></console-package-form>
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
        <td class="number">${one.storageLimitGb === null ? words.noLimit : words.gigabytes(one.storageLimitGb)}</td>
        <td>${statusBadge({ isOn: one.enabled, label: one.enabled ? words.enabled : words.disabled })}</td>
        <td>${this.renderSwitch(one)}</td>
      </tr>
    `;
  }

  private renderSwitch(one: Package): TemplateResult {
    const words = text.packages;
    return html`
      <button
        class="small"
        type="button"
        aria-label=${one.enabled ? words.disableName(one.name) : words.enableName(one.name)}
        aria-disabled=${this.switching.isRunning ? 'true' : nothing}
        @click=${() => this.handleSwitch(one)}
      >
        ${one.enabled ? words.disable : words.enable}
      </button>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-packages-page': ConsolePackagesPage;
  }
}
