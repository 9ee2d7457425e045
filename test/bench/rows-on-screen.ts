import type { Page } from 'playwright';
import type { ConsoleWithContacts } from './console-with-contacts.ts';

/** Opens the list in a page of its own, and says in how many milliseconds its first rows are on screen. */
export async function openList({ url, newPage }: ConsoleWithContacts): Promise<{ page: Page; firstRowsMs: number }> {
  const page = await newPage();
  await page.goto(url, { waitUntil: 'commit' });
  // Seen inside the page, once per frame, by its own clock: what waits outside adds its own way to it.
  const firstRows = await page.waitForFunction(
    () => {
      const roots: (Document | ShadowRoot)[] = [document];
      for (let root = roots.pop(); root !== undefined; root = roots.pop()) {
        for (const element of root.querySelectorAll('*')) {
          const isCell = element.localName === 'vaadin-grid-cell-content' && element.textContent.includes('@');
          if (isCell && element.getBoundingClientRect().height > 0) return performance.now();
          if (element.shadowRoot) roots.push(element.shadowRoot);
        }
      }
      return null;
    },
    undefined,
    { polling: 'raf' },
  );
  return { page, firstRowsMs: (await firstRows.jsonValue()) ?? Number.NaN };
}

/** The requests for rows of the list that a page sends from now on. */
export function listRequests(page: Page): readonly string[] {
  const requests: string[] = [];
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname.endsWith('/api/contacts') && searchParams.has('at')) requests.push(searchParams.toString());
  });
  return requests;
}
