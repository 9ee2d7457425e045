/** The console's pages that the page leads to. */
export type ConsolePage = 'users' | 'storage-accounts' | 'packages';

/**
 * Asks the host to open one of its pages; leaves the page's shadow roots.
 *
 * @public
 */
export class NavigateEvent extends CustomEvent<{ readonly page: ConsolePage }> {
  constructor(page: ConsolePage) {
    super('autotask-navigate', { detail: { page }, bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'autotask-navigate': NavigateEvent;
  }
}
