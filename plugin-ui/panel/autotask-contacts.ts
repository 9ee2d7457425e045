import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { HttpPluginApi } from '../api/http-plugin-api.ts';
import { Patience } from '../api/patience.ts';
import type { PluginApi } from '../api/plugin-api.ts';
import type { RequestHeaders } from '../api/request-sender.ts';
import type { AtcContactTable } from '../contacts/atc-contact-table.ts';
import type { AtcImportBar } from '../contacts/atc-import-bar.ts';
import { ENGLISH } from '../locales/language.ts';
import { PageLanguage } from '../locales/page-language.ts';
import type { AtcRefreshBar } from '../runs/atc-refresh-bar.ts';
import type { AtcRunResult } from '../runs/atc-run-result.ts';
import { AtcElement } from '../shared/atc-element.ts';
import '../shared/atc-empty-state.ts';
import '../shared/atc-notice.ts';
import { defineElement } from '../shared/define-element.ts';
import { withNames } from '../shared/isolated.ts';
import { pageText } from '../text/page-text.ts';
import { sharedText } from '../text/shared-text.ts';
import { connectionRoom } from './connection-room.ts';
import { contactsRoom } from './contacts-room.ts';
import { historyRoom } from './history-room.ts';
import { PageModel } from './page-model.ts';
import { refusedEntry } from './page-state.ts';
import { panelStyles } from './panel.styles.ts';

/**
 * The page of the Autotask integration: the connection, Get Autotask Contacts, and the list from which contacts are
 * imported as Managed Backup users. It needs no style from outside and leaves none there.
 *
 * @summary Autotask contacts for Managed Backup.
 * @fires autotask-navigate - The host is asked to open one of its pages: `detail.page` is `users`, `storage-accounts`
 *   or `packages`.
 * @csspart page - All of it.
 * @csspart connection - The connection and Get Autotask Contacts.
 * @csspart contacts - Import Contacts, the filters and the list.
 * @csspart table - The list itself.
 * @csspart runs - The history of runs.
 * @csspart dialog - A dialog.
 * @csspart notice - A message beside what it is about.
 * @cssprop --autotask-color-text - Text.
 * @cssprop --autotask-color-muted - Text of less weight.
 * @cssprop --autotask-color-background - Behind the page.
 * @cssprop --autotask-color-surface - Behind cards, the table and boxes.
 * @cssprop --autotask-color-border - Borders of cards and rows.
 * @cssprop --autotask-color-accent - Main buttons, links, focus and progress.
 * @cssprop --autotask-color-accent-text - Text on the accent.
 * @cssprop --autotask-color-danger - What failed.
 * @cssprop --autotask-color-success - What is in order.
 * @cssprop --autotask-color-warning - What needs a look.
 * @cssprop --autotask-font-family - The font.
 * @cssprop --autotask-radius - Corners.
 * @public
 */
export class AutotaskContacts extends AtcElement {
  static override styles = [...AtcElement.styles, panelStyles];

  @query('atc-contact-table') private readonly table!: AtcContactTable | null;
  @query('atc-import-bar') private readonly importBar!: AtcImportBar | null;
  @query('atc-refresh-bar') private readonly refreshBar!: AtcRefreshBar | null;
  @query('atc-run-result') private readonly result!: AtcRunResult | null;

  @state() private message = '';

  /** BCP 47 tag of the language to speak; without one the document's, and English where there are no words for it. */
  override locale = '';
  /** Where the host has mounted the plugin. */
  @property({ attribute: 'api-base' }) apiBase = '';
  /** Gives the host's headers for writes; its protection against forged requests, for one. */
  @property({ attribute: false }) requestHeaders: RequestHeaders = () => ({});
  /** Another way to the plugin than HTTP under `apiBase`. */
  @property({ attribute: false }) api: PluginApi | null = null;

  // What was announced has been heard, and would be heard again in the other language.
  private readonly language = new PageLanguage(this, () => {
    this.message = '';
  });

  private readonly model = new PageModel({
    api: () => this.usedApi,
    locale: () => this.language.locale ?? ENGLISH,
    changed: () => this.requestUpdate(),
    announce: (text) => this.announce(text),
    pagesOnScreen: () => this.table?.pagesOnScreen() ?? [],
    importEnded: () => void this.showResult(),
  });

  private readonly patience = new Patience(() => this.tellSlowness());

  private usedApi: PluginApi = this.httpApi();

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.onVisibilityChange);
    window.addEventListener('popstate', this.onPopState);
    this.model.filtering.begin();
    if (this.hasUpdated) void this.model.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.onVisibilityChange);
    window.removeEventListener('popstate', this.onPopState);
    this.model.leave();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('apiBase') && !changed.has('api')) return;
    this.usedApi = this.api ?? this.httpApi();
    void this.model.load();
  }

  private httpApi(): PluginApi {
    const { apiBase: base, patience } = this;
    return new HttpPluginApi({ base, patience, requestHeaders: () => this.requestHeaders() });
  }

  private tellSlowness(): void {
    if (this.patience.isTried) this.announce(pageText.slow());
    this.requestUpdate();
  }

  /** Much may have been done elsewhere since the page was last looked at. */
  private readonly onVisibilityChange = (): void => {
    if (document.visibilityState === 'visible') void this.model.load();
  };

  private readonly onPopState = (): void => void this.model.filtering.follow();

  private readonly announce = (text: string): void => {
    // The same words twice are only heard twice when the region changes.
    this.message = text === this.message ? `${text}\u00a0` : text;
  };

  private readonly backToBar = (): void => {
    void this.updateComplete.then(() => this.importBar?.focus());
  };

  private readonly backToRefresh = (): void => this.focusIfFree(() => this.refreshBar);

  private readonly decided = (): void => this.focusIfFree(() => this.importBar);

  /** The focus moves to the part, unless the button that had it is still there, or it is elsewhere by now. */
  private focusIfFree(part: () => HTMLElement | null): void {
    void this.updateComplete.then(() => {
      if (this.isFocusFree(null)) part()?.focus();
    });
  }

  /** Whether nothing has the focus, or nothing but that part. */
  private isFocusFree(part: Element | null): boolean {
    const focused = this.shadowRoot?.activeElement ?? null;
    return focused === null ? document.activeElement === document.body : focused === part;
  }

  /** The focus moves to the result, unless it is at work somewhere else by now. */
  private async showResult(): Promise<void> {
    await this.updateComplete;
    if (!this.isFocusFree(this.importBar) || this.result === null) return;
    await this.result.updateComplete;
    this.result.focus();
  }

  private renderRefused(kind: 'signed-out' | 'not-allowed'): TemplateResult {
    return html`<atc-empty-state kind=${kind}>
      <div class="ways" slot="action">
        ${
          kind === 'signed-out'
            ? html`<a class="button" href=${location.href} target="_blank" rel="noopener">${pageText.signIn()}</a>`
            : nothing
        }
        <button type="button" class="button" @click=${() => void this.model.load()}>${sharedText.tryAgain()}</button>
      </div>
    </atc-empty-state>`;
  }

  override render(): TemplateResult | typeof nothing {
    const { locale } = this.language;
    return locale === null ? nothing : this.renderPage(locale);
  }

  private renderPage(locale: string): TemplateResult {
    const { model, announce, backToBar, backToRefresh, decided } = this;
    const { direction } = this.language;
    const { desk, list, catalog } = model;
    const refused = refusedEntry([desk.loadProblem, list.problem, catalog.problem, model.runsProblem]);
    const isOpen = refused === null || desk.connection !== null || list.isLoaded;
    const banner = refused ?? (model.isSignedOut ? 'signed-out' : null);
    return html`<div class="page" part="page" lang=${locale}>
      <header>
        <div>
          <h1>${pageText.heading()}</h1>
          <p class="muted">${pageText.intro()}</p>
        </div>
        ${this.patience.isTried ? html`<atc-notice part="notice">${pageText.slow()}</atc-notice>` : nothing}
      </header>
      <p class="visually-hidden" role="status">${withNames(this.message)}</p>
      ${banner === null ? nothing : this.renderRefused(banner)}
      ${
        isOpen
          ? html`${connectionRoom({ model, locale, announce, backToRefresh })}
            ${contactsRoom({ model, locale, direction, announce, backToBar, decided })}
            ${historyRoom({ history: model.history, locale })}`
          : nothing
      }
    </div>`;
  }
}

defineElement('autotask-contacts', AutotaskContacts);

declare global {
  interface HTMLElementTagNameMap {
    'autotask-contacts': AutotaskContacts;
  }
}
