import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ConsoleApi } from '../api/console-api.ts';
import type { Company } from '../api/console-records.ts';
import '../parts/console-name-form.ts';
import { ListLoader } from '../parts/list-loader.ts';
import { listPage } from '../parts/list-page.ts';
import { controlStyles } from '../styles/control-styles.ts';
import { pageStyles } from '../styles/page-styles.ts';
import { text } from '../text.ts';

/** @summary Organization > Companies: see and add companies. */
@customElement('console-companies-page')
export class ConsoleCompaniesPage extends LitElement {
  static override styles = [controlStyles, pageStyles];

  private readonly companies = new ListLoader<Company>(this, (query) => this.api.companies(query));

  @state() private isAdding = false;

  @property({ attribute: false }) api!: ConsoleApi;

  private readonly handleAdd = (): void => {
    this.isAdding = true;
    this.companies.tell('');
  };

  private readonly handleSaved = (event: CustomEvent<string>): void => {
    this.companies.tell(text.companies.saved(event.detail));
    void this.companies.load();
  };

  private readonly handleClose = (): void => {
    this.isAdding = false;
  };

  override render(): TemplateResult {
    return html`
      ${listPage(this.companies, { words: text.companies, add: this.handleAdd, items: renderCompanies })}
      ${this.isAdding ? this.renderForm() : nothing}
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
