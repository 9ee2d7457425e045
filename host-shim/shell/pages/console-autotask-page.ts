import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type ApiProblem, asProblem } from '../api/api-problem.ts';
import type { ConsoleApi } from '../api/console-api.ts';
import type { PluginPage } from '../api/console-records.ts';
import '../parts/console-notice.ts';
import '../parts/console-spinner.ts';
import { controlStyles } from '../styles/control-styles.ts';
import { text } from '../text.ts';

/** What a plugin's element takes and raises; the plugin's own types stay on its side. */
interface PluginElement extends HTMLElement {
  requestHeaders: () => Record<string, string>;
}

const PAGES: Readonly<Record<string, string>> = {
  users: '/users',
  'storage-accounts': '/storage-accounts',
  packages: '/packages',
};

/** @summary Settings > Autotask: the plugin's element, loaded from where the server says. */
@customElement('console-autotask-page')
export class ConsoleAutotaskPage extends LitElement {
  static override styles = [
    controlStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        flex: 1;
        min-height: 0;
        /* The plugin's page brings its own margin. */
        margin: -1.5rem calc(-1 * var(--console-page-margin, 0rem)) -2rem;
      }
    `,
  ];

  @state() private element: HTMLElement | null = null;
  @state() private problem: ApiProblem | null = null;

  @property({ attribute: false }) api!: ConsoleApi;
  /** How a module is loaded; a test hands in its own. */
  @property({ attribute: false }) load: (module: string) => Promise<unknown> = (module) =>
    import(/* @vite-ignore */ module);

  override connectedCallback(): void {
    super.connectedCallback();
    void this.mount();
  }

  private readonly mount = async (): Promise<void> => {
    this.problem = null;
    try {
      const { items } = await this.api.plugins();
      const plugin = items.find((one) => one.name === 'autotask');
      if (plugin === undefined) throw new Error('The console has no such plugin.');
      await this.load(plugin.module);
      this.element = this.create(plugin);
    } catch (error) {
      this.problem = asProblem(error);
    }
  };

  private create(plugin: PluginPage): HTMLElement {
    const element = document.createElement(plugin.element) as PluginElement;
    element.setAttribute('api-base', plugin.apiBase);
    // The console itself has words in English only; the plugin has more, and knows best which.
    element.setAttribute('locale', navigator.language);
    element.requestHeaders = () => this.api.requestHeaders();
    element.addEventListener('autotask-navigate', this.handleNavigate);
    return element;
  }

  private readonly handleNavigate = (event: Event): void => {
    const detail: unknown = event instanceof CustomEvent ? event.detail : null;
    const page = typeof detail === 'object' && detail !== null && 'page' in detail ? String(detail.page) : '';
    const address = PAGES[page];
    if (address === undefined || event.defaultPrevented) return;
    this.dispatchEvent(new CustomEvent('console-navigate', { detail: address, bubbles: true, composed: true }));
  };

  override render(): TemplateResult {
    if (this.problem !== null) {
      return html`
        <console-notice kind="problem" heading=${text.autotask.failed} detail=${this.problem.message}>
          <button type="button" @click=${this.mount}>${text.tryAgain}</button>
        </console-notice>
      `;
    }
    return this.element === null ? html`<console-spinner></console-spinner>` : html`${this.element}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-autotask-page': ConsoleAutotaskPage;
  }
}
