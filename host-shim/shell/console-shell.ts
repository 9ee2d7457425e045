import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type ApiProblem, asProblem } from './api/api-problem.ts';
import type { ConsoleApi } from './api/console-api.ts';
import type { Session } from './api/console-records.ts';
import { HttpConsoleApi } from './api/http-console-api.ts';
import { CONNECT, type Page, pageAt } from './page-at.ts';
import './parts/console-menu.ts';
import './parts/console-notice.ts';
import { productMark } from './parts/product-mark.ts';
import './parts/console-spinner.ts';
import { controlStyles } from './styles/control-styles.ts';
import { text } from './text.ts';

type State =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: ApiProblem }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'ready'; readonly session: Session };

/** @summary The frame around every page: sign-in, top menu, and the page the address asks for. */
@customElement('console-shell')
export class ConsoleShell extends LitElement {
  static override styles = [
    controlStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 100dvh;
      }

      .top {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.25rem 1.25rem;
        padding: 0.5rem clamp(0.75rem, 3vw, 2rem);
        border-block-end: 1px solid var(--console-color-line);
        background: var(--console-color-surface);
      }

      .product {
        display: inline-flex;
        align-items: center;
        gap: 0.625rem;
        color: inherit;
        font-weight: 650;
        text-decoration: none;
        white-space: nowrap;
      }

      .who {
        display: flex;
        align-items: center;
        gap: 0.75rem;
        margin-inline-start: auto;
        min-width: 0;
      }

      .who span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        font-size: 0.875rem;
      }

      .skip {
        position: absolute;
        z-index: 20;
        inset-block-start: 0.5rem;
        inset-inline-start: 0.5rem;
        padding: 0.5rem 0.75rem;
        border-radius: var(--console-radius);
        background: var(--console-color-surface);
      }

      .skip:not(:focus) {
        clip-path: inset(50%);
      }

      main {
        display: flex;
        flex-direction: column;
        flex: 1;
        box-sizing: border-box;
        width: 100%;
        max-width: 96rem;
        margin-inline: auto;
        --console-page-margin: clamp(0.75rem, 3vw, 2rem);
        padding: 1.5rem var(--console-page-margin) 2rem;
        min-width: 0;
      }

      main:focus {
        outline: none;
      }

      @media (max-width: 48rem) {
        .top {
          column-gap: 0.5rem;
        }

        .product {
          gap: 0.5rem;
          font-size: 0.875rem;
        }

        .who {
          order: 1;
        }

        .who span {
          display: none;
        }

        console-menu {
          order: 2;
          width: 100%;
          margin-inline-start: -0.5rem;
        }
      }
    `,
  ];

  @state() private state: State = { kind: 'loading' };
  @state() private page: Page | null = null;
  /** Those who wait for somebody to sign in again. */
  @state() private waiting: readonly (() => void)[] = [];

  @property({ attribute: false }) api: ConsoleApi = new HttpConsoleApi(() => this.signedInAgain());
  /** The address of the page to show. */
  @property({ attribute: false }) path = location.pathname;
  /** How to get to another page, or to this one anew; a test hands in its own. */
  @property({ attribute: false }) goTo = (address: string): void => {
    location.assign(address);
  };

  override connectedCallback(): void {
    super.connectedCallback();
    void this.begin();
  }

  private readonly begin = async (): Promise<void> => {
    this.state = { kind: 'loading' };
    try {
      const session = await this.api.session();
      if (session === null) await this.askToSignIn();
      else await this.open(session);
    } catch (error) {
      this.state = { kind: 'failed', problem: asProblem(error) };
    }
  };

  private async askToSignIn(): Promise<void> {
    document.title = `${text.signIn.title} - ${text.product}`;
    await import('./parts/console-sign-in.ts');
    this.state = { kind: 'signed-out' };
  }

  private async signedInAgain(): Promise<void> {
    await import('./parts/console-sign-in-again.ts');
    return new Promise((resolve) => {
      this.waiting = [...this.waiting, resolve];
    });
  }

  /** The page goes on where it was, for whoever it is now. */
  private readonly goOn = async (): Promise<void> => {
    const session = await this.api.session().catch(() => null);
    if (session !== null) this.state = { kind: 'ready', session };
    for (const go of this.waiting) go();
    this.waiting = [];
  };

  private async open(session: Session): Promise<void> {
    const page = session.managedBackup === 'not_connected' ? CONNECT : pageAt(this.path);
    document.title = `${page.title} - ${text.product}`;
    await page.load();
    this.page = page;
    this.state = { kind: 'ready', session };
  }

  private readonly handleSignOut = async (): Promise<void> => {
    try {
      await this.api.signOut();
      this.goTo('/');
    } catch (error) {
      this.state = { kind: 'failed', problem: asProblem(error) };
    }
  };

  private readonly handleSkip = (event: Event): void => {
    event.preventDefault();
    this.renderRoot.querySelector('main')?.focus();
  };

  override render(): TemplateResult {
    switch (this.state.kind) {
      case 'loading':
        return html`<console-spinner></console-spinner>`;
      case 'failed':
        return html`
          <console-notice kind="problem" heading=${text.problems.title} detail=${this.state.problem.message}>
            <button type="button" @click=${this.begin}>${text.tryAgain}</button>
          </console-notice>
        `;
      case 'signed-out':
        return html`
          <console-sign-in role="main" .api=${this.api} @console-signed-in=${this.begin}></console-sign-in>
        `;
      case 'ready':
        return this.renderConsole(this.state.session);
    }
  }

  private renderConsole(session: Session): TemplateResult {
    return html`
      <a class="skip" href="#main" @click=${this.handleSkip}>${text.skip}</a>
      <header class="top">
        <a class="product" href="/">${productMark(28)} ${text.product}</a>
        <console-menu .page=${this.path} ?log-in-kept=${session.managedBackup === 'connected'}></console-menu>
        <div class="who">
          <span class="quiet" title=${text.menu.signedInAs(session.user.email)}>${session.user.email}</span>
          <button class="small" type="button" @click=${this.handleSignOut}>${text.menu.signOut}</button>
        </div>
      </header>
      <main id="main" tabindex="-1" @console-navigate=${(event: CustomEvent<string>) => this.goTo(event.detail)}>
        ${this.page?.render(this.api, session.managedBackup) ?? nothing}
      </main>
      ${
        this.waiting.length === 0
          ? nothing
          : html`
            <console-sign-in-again .api=${this.api} @console-signed-in=${this.goOn}></console-sign-in-again>
          `
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-shell': ConsoleShell;
  }
}
