import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import type { ContactItem } from '../../core/contract/index.ts';
import { openBrowser } from '../support/browser.ts';
import { ConsolePage } from '../support/console-page.ts';
import { removeDirectory, startConsoleProcess, temporaryDirectory } from '../support/console-process.ts';

const FOLDER = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const WIDE = { width: 1440, height: 1000 };
const NARROW = { width: 320, height: 720 };

// Takes the pictures of the documentation from the running product.
const directory = await temporaryDirectory();
const server = await startConsoleProcess(directory, { PRACTICE_CONTACTS: '2000' });
const browser = await openBrowser();
try {
  await mkdir(FOLDER, { recursive: true });
  const page = await browser.newPage({ viewport: WIDE, colorScheme: 'light' });
  const screen = new ConsolePage(page, server.url);
  await screen.open('/settings/autotask');
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  await shoot(page, 'sign-in-light');
  await screen.signIn(server);
  await screen.button('Save').waitFor();
  await shoot(page, 'not-connected-light');
  await screen.saveCredentials(server.practice);
  await screen.getContacts();
  await importSome(page, screen);
  await inBothSchemes(page, 'contacts');
  for (const path of ['users', 'companies', 'storage-accounts', 'packages']) {
    await screen.open(`/${path}`);
    await page.waitForLoadState('networkidle');
    await inBothSchemes(page, path);
  }
  await page.setViewportSize(NARROW);
  await page.emulateMedia({ colorScheme: 'light' });
  await screen.open('/settings/autotask');
  await screen.rows().nth(1).waitFor();
  await page.screenshot({ path: `${FOLDER}contacts-narrow.png`, fullPage: true });
} finally {
  await browser.close();
  await server.stop();
  await removeDirectory(directory);
}

/** Brings every status about, the way it comes about in real life. */
async function importSome(page: Page, screen: ConsolePage): Promise<void> {
  const [destinations, packages, { items }] = await Promise.all([
    read<{ id: string }[]>(page, 'destinations'),
    read<{ id: string; enabled: boolean }[]>(page, 'packages'),
    read<{ items: ContactItem[] }>(page, 'contacts?active=true&limit=40'),
  ]);
  const chosen = items.filter(({ problem }) => problem === null).slice(0, 12);
  const enabled = packages.filter((item) => item.enabled);
  await Promise.all(
    chosen.map(({ id }, index) =>
      write(page, 'PATCH', '/plugins/autotask/api/contacts', {
        selection: { ids: [id] },
        destinationId: destinations[index % destinations.length]?.id,
        packageId: enabled[index % enabled.length]?.id,
      }),
    ),
  );
  await page.reload();
  await screen.rows().nth(1).waitFor();
  for (const contact of chosen.slice(0, 8)) await screen.checkBox(contact).click();
  // One without a destination, so that a row fails.
  const blank = items.find(({ id, problem }) => problem === null && !chosen.some((contact) => contact.id === id));
  if (blank) await screen.checkBox(blank).click();
  await screen.button('Import Contacts').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Import/u }).waitFor();
  await shoot(page, 'preview-light');
  await dialog.getByRole('button', { name: /^Import/u }).click();
  await page.getByRole('heading', { name: 'Import finished' }).waitFor();
  await page.getByText('Equal', { exact: true }).first().waitFor();
  await shoot(page, 'result-light');
  const users = await read<{ items: { id: string; email: string }[] }>(page, '/console/users?limit=50');
  const renamed = users.items.find(({ email }) => email === chosen[2]?.email.trim());
  await write(page, 'PATCH', `/console/users/${renamed?.id ?? ''}`, { lastName: 'Miller-Renamed' });
  await page.reload();
  await page.getByText('Modified').first().waitFor();
}

async function inBothSchemes(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await shoot(page, `${name}-${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${FOLDER}${name}.png` });
}

async function read<Answer>(page: Page, path: string): Promise<Answer> {
  const url = path.startsWith('/') ? path : `/plugins/autotask/api/${path}`;
  const answer = await page.request.get(new URL(url, server.url).href);
  return (await answer.json()) as Answer;
}

async function write(page: Page, method: string, path: string, data: object): Promise<void> {
  const session = (await (await page.request.get(new URL('/session', server.url).href)).json()) as {
    csrfToken: string;
  };
  const answer = await page.request.fetch(new URL(path, server.url).href, {
    method,
    data,
    headers: { 'x-csrf-token': session.csrfToken },
  });
  if (!answer.ok()) throw new Error(`${method} ${path} answered ${answer.status()}: ${await answer.text()}`);
}
