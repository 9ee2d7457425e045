import { expect } from '@open-wc/testing';

/** What is behind the parts on the page. */
const BACKGROUND = 'light-dark(#f4f6f9, #10151c)';

/** Lets axe look at an element in light and in dark, shadow roots included: no finding, serious or minor. */
export async function expectAccessible(element: HTMLElement): Promise<void> {
  element.style.background = BACKGROUND;
  for (const scheme of ['light', 'dark']) {
    element.style.colorScheme = scheme;
    await expect(element).to.be.accessible();
  }
  element.style.removeProperty('color-scheme');
}
