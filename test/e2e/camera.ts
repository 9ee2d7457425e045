import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright';

/** Where the pictures of the documentation are. */
export const FOLDER = fileURLToPath(new URL('../../docs/images/', import.meta.url));

/** Takes what the window shows, once the fonts and the last answers are there. */
export async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: pathOf(name), animations: 'disabled', caret: 'hide' });
}

/** Takes the window with a part of the page at its top. */
export async function shootFrom(part: Locator, name: string): Promise<void> {
  await part.evaluate((element) => {
    element.scrollIntoView({ block: 'start' });
    window.scrollBy(0, -20);
  });
  await shoot(part.page(), name);
}

export async function shootInDark(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await shoot(page, name);
  await page.emulateMedia({ colorScheme: 'light' });
}

function pathOf(name: string): string {
  return `${FOLDER}${name}.png`;
}
