import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { text } from '../text.ts';

interface Group {
  readonly name: string;
  readonly pages: readonly { readonly name: string; readonly url: string }[];
}

/**
 * The top menu: a button per group that discloses real links.
 *
 * @summary Disclosure navigation, closed by Escape, by leaving it or by a click elsewhere.
 */
@customElement('console-menu')
export class ConsoleMenu extends LitElement {
  static override styles = css`
    nav {
      display: flex;
      gap: 0.125rem;
    }

    .group {
      position: relative;
    }

    button {
      display: inline-flex;
      align-items: center;
      gap: 0.375rem;
      min-height: 2.25rem;
      padding: 0.25rem 0.75rem;
      border: 0;
      border-radius: var(--console-radius);
      background: none;
      color: inherit;
      font: inherit;
      font-weight: 500;
      cursor: pointer;
    }

    button:hover,
    button[aria-expanded='true'] {
      background: var(--console-color-hover);
    }

    button.current {
      color: var(--console-color-accent);
      box-shadow: inset 0 -2px var(--console-color-accent);
      border-end-start-radius: 0;
      border-end-end-radius: 0;
    }

    svg {
      transition: rotate 120ms;
    }

    button[aria-expanded='true'] svg {
      rotate: 180deg;
    }

    ul {
      position: absolute;
      z-index: 10;
      inset-block-start: calc(100% + 0.375rem);
      inset-inline-start: 0;
      min-width: 12rem;
      box-sizing: border-box;
      margin: 0;
      padding: 0.375rem;
      border: 1px solid var(--console-color-line);
      border-radius: var(--console-radius-large);
      background: var(--console-color-surface);
      box-shadow: var(--console-shadow);
      list-style: none;
    }

    ul[hidden] {
      display: none;
    }

    a {
      display: block;
      padding: 0.5rem 0.75rem;
      border-radius: var(--console-radius);
      color: inherit;
      text-decoration: none;
    }

    a:hover {
      background: var(--console-color-hover);
    }

    a[aria-current] {
      background: var(--console-color-accent-soft);
      color: var(--console-color-accent);
      font-weight: 600;
    }

    :focus-visible {
      outline: 2px solid var(--console-color-accent);
      outline-offset: 1px;
    }

    @media (max-width: 36rem) {
      button {
        padding-inline: 0.5rem;
      }

      .group:last-child ul {
        inset-inline: auto 0;
      }
    }

    @media (prefers-reduced-motion: reduce) {
      svg {
        transition: none;
      }
    }
  `;

  @state() private openGroup: string | null = null;

  /** The address of the page that is shown. */
  @property() page = '/';
  /** Whether the log-in of live Managed Backup was entered in a page, so that a new one can be. */
  @property({ type: Boolean, attribute: 'log-in-kept' }) isLogInKept = false;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.handlePointerDown);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.handlePointerDown);
  }

  private readonly handlePointerDown = (event: PointerEvent): void => {
    if (!event.composedPath().includes(this)) this.openGroup = null;
  };

  private readonly handleFocusOut = (event: FocusEvent): void => {
    const next = event.relatedTarget;
    const group = next instanceof Element ? this.groupOf(next) : null;
    // A click on nothing focusable has no next element; the pointer's own handler decides about that.
    if (next !== null && group?.getAttribute('data-name') !== this.openGroup) this.openGroup = null;
  };

  private readonly handleKeyDown = (event: KeyboardEvent): void => {
    const group = this.groupOf(event.target);
    if (group === null) return;
    if (event.key === 'Escape' && this.openGroup !== null) {
      event.preventDefault();
      this.openGroup = null;
      group.querySelector('button')?.focus();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      void this.moveFocus(group, event);
    }
  };

  private async moveFocus(group: Element, event: KeyboardEvent): Promise<void> {
    this.openGroup = group.getAttribute('data-name');
    await this.updateComplete;
    const links = [...group.querySelectorAll('a')];
    const current = links.findIndex((link) => link === event.target);
    const step = event.key === 'ArrowDown' ? 1 : -1;
    const from = current === -1 && step === -1 ? 0 : current;
    links.at((from + step) % links.length)?.focus();
  }

  private groupOf(target: EventTarget | null): Element | null {
    return target instanceof Element ? target.closest('.group') : null;
  }

  private toggle(name: string): void {
    this.openGroup = this.openGroup === name ? null : name;
  }

  override render(): TemplateResult {
    return html`
      <nav aria-label=${text.menu.label} @keydown=${this.handleKeyDown} @focusout=${this.handleFocusOut}>
        ${text.menu.groups.map((group) => this.renderGroup(this.isLogInKept ? withLogIn(group) : group))}
      </nav>
    `;
  }

  private renderGroup(group: Group): TemplateResult {
    const isOpen = this.openGroup === group.name;
    const isCurrent = group.pages.some((page) => page.url === this.page);
    return html`
      <div class="group" data-name=${group.name}>
        <button
          type="button"
          class=${isCurrent ? 'current' : ''}
          aria-expanded=${isOpen ? 'true' : 'false'}
          aria-controls=${group.name}
          @click=${() => this.toggle(group.name)}
        >
          ${group.name}
          <svg viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
            <path d="m2 4 4 4 4-4" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" />
          </svg>
        </button>
        <ul id=${group.name} ?hidden=${!isOpen}>
          ${group.pages.map(
            (page) => html`
              <li><a href=${page.url} aria-current=${page.url === this.page ? 'page' : nothing}>${page.name}</a></li>
            `,
          )}
        </ul>
      </div>
    `;
  }
}

function withLogIn(group: Group): Group {
  const { logIn } = text.menu;
  return group.name === logIn.group ? { ...group, pages: [...group.pages, logIn.page] } : group;
}

declare global {
  interface HTMLElementTagNameMap {
    'console-menu': ConsoleMenu;
  }
}
