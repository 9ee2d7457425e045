import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ConsoleApi } from '../api/console-api.ts';
import type { Company } from '../api/console-records.ts';
import '../parts/console-name-form.ts';
import { ListLoader } from '../parts/list-loader.ts';
import { listStates } from '../parts/list-states.ts';
import { controlStyles } from '../styles/control-styles.ts';
import { pageStyles } from '../styles/page-styles.ts';
import { text } from '../text.ts';

/** @summary Organization > Companies: see and add companies. */
@customElement('console-companies-page')
export class ConsoleCompaniesPage extends LitElement {
  static override styles = [controlStyles, pageStyles];

  private readonly companies = new ListLoader<Company>(this, (after) => this.api.companies(after));

  @state() private isAdding = false;
  @state() private done = '';

  @property({ attribute: false }) api!: ConsoleApi;

  private readonly handleAdd = (): void => {
    this.isAdding = true;
    this.done = '';
  };

  private readonly handleSaved = (event: CustomEvent<string>): void => {
    this.done = text.companies.saved(event.detail);
    void this.companies.load();
  };

  private readonly handleClose = (): void => {
    this.isAdding = false;
  };

  override render(): TemplateResult {
    const words = text.companies;
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
      ${listStates(this.companies, words, renderCompanies)} ${this.isAdding ? this.renderForm() : nothing}
    `;
  }

  private renderForm(): TemplateResult {
    const words = text.companies;
    return html`
      <console-name-form
        heading=${words.add}
        label=${words.name}
        requirement=${words.nameRequired}
        .save=${(name: string) => this.api.addCompany(name)}
        @console-form-saved=${this.handleSaved}
        @console-form-close=${this.handleClose}
      ></console-name-form>
    `;
  }
}

function renderCompanies(companies: readonly Company[]): TemplateResult {
  return html`
    <div class="card">
      <table aria-label=${text.companies.title}>
        <thead>
          <tr>
            <th scope="col">${text.companies.name}</th>
          </tr>
        </thead>
        <tbody>
          ${companies.map(
            (company) => html`
              <tr>
                <th scope="row">${company.name}</th>
              </tr>
            `,
          )}
        </tbody>
      </table>
    </div>
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'console-companies-page': ConsoleCompaniesPage;
  }
}
