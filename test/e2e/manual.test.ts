import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContactItem } from '../../core/contract/index.ts';
import { openBrowser, openWindow } from '../support/browser.ts';
import { ConsolePage } from '../support/console-page.ts';
import {
  type ConsoleProcess,
  removeDirectory,
  startConsoleProcess,
  temporaryDirectory,
} from '../support/console-process.ts';

// The storage accounts that the console begins with have all three kinds.
const DESTINATION_COLUMN = 'Bucket / Container / Root Folder';
const COLUMNS = [
  'First name',
  'Last name',
  'Email',
  'Account',
  'MBS Integration Status',
  DESTINATION_COLUMN,
  'Package',
];

/** The user's manual, step by step, as a technician does it; each step goes on where the one before ended. */
describe('the manual', () => {
  let directory: string;
  let server: ConsoleProcess;
  let browser: Browser;
  let page: Page;
  let screen: ConsolePage;
  let contacts: ContactItem[];

  beforeAll(async () => {
    directory = await temporaryDirectory();
    server = await startConsoleProcess(directory);
    browser = await openBrowser();
    ({ page } = await openWindow(browser));
    page.setDefaultTimeout(10_000);
    screen = new ConsolePage(page, server.url);
  });

  afterAll(async () => {
    await browser.close();
    await server.stop();
    await removeDirectory(directory);
  });

  it('1: the console opens with the sign-in, and Settings leads to Autotask', async () => {
    await screen.open('/');
    await screen.signIn(server);
    await screen.openAutotaskByMenu();
    await page.waitForURL('**/settings/autotask');
    await screen.button('Get Autotask Contacts').waitFor();
  });

  it('2: UserName and Password are saved, and the Password box is empty afterwards', async () => {
    await screen.saveCredentials(server.practice);
    expect(await page.getByLabel('Password').inputValue()).toBe('');
  });

  it('3: Get Autotask Contacts brings the list, with its columns', async () => {
    await screen.getContacts();
    for (const name of COLUMNS) {
      expect(await screen.table().getByRole('columnheader', { name, exact: true }).count()).toBe(1);
    }
    contacts = await importable(page);
    expect(contacts.length).toBeGreaterThan(5);
    expect(await statusOf(screen, contacts[0]!)).toBe('');
  });

  it('4: a destination and a package made on the console’s pages are in the drop-downs', async () => {
    await screen.open('/storage-accounts');
    await screen
      .button(/^Add destination/u)
      .first()
      .click();
    await page.getByLabel('Name').last().fill('fresh-destination');
    await screen.button('Save').click();
    await page.getByText('fresh-destination', { exact: true }).waitFor();
    await screen.open('/packages');
    await screen.button('Add package').click();
    await page.getByLabel('Name').last().fill('Fresh package');
    await page.getByLabel('Storage limit (GB)').fill('250');
    await screen.button('Save').click();
    await page.getByText('Fresh package', { exact: true }).waitFor();

    await screen.open('/settings/autotask');
    for (const contact of contacts.slice(0, 2)) {
      await screen.choose(DESTINATION_COLUMN, contact, /fresh-destination/u);
      await screen.choose('Package', contact, /Fresh package/u);
    }
  });

  it('5: ticked contacts are imported after a preview, and show Equal', async () => {
    for (const contact of contacts.slice(0, 2)) await screen.checkBox(contact).click();
    await screen.button('Import Contacts').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /^Import/u }).click();
    for (const contact of contacts.slice(0, 2)) await expectStatus(screen, contact, 'Equal');
  });

  it('6: a user whose name was changed on the Users page makes the contact Modified', async () => {
    const [contact] = contacts;
    await editUser(screen, contact!, { label: 'Last name', value: 'Renamed' });
    await screen.open('/settings/autotask');
    await expectStatus(screen, contact!, 'Modified');
    expect(await screen.statusText(contact!)).toContain('Renamed');
  });

  it('8: a user whose email was changed counts as a new user, and the contact is blank again', async () => {
    const [contact] = contacts;
    await editUser(screen, contact!, { label: 'Email', value: 'somebody.else@elsewhere.example' });
    await screen.open('/settings/autotask');
    await expectStatus(screen, contact!, '');
  });

  it('7: a user that is deleted on the Users page leaves the contact blank', async () => {
    const contact = contacts[1]!;
    await expectStatus(screen, contact, 'Equal');
    await screen.open('/users');
    await page
      .getByRole('row')
      .filter({ hasText: contact.email.trim() })
      .getByRole('button', { name: /^Delete/u })
      .click();
    await page
      .getByRole('dialog')
      .or(page.getByRole('alertdialog'))
      .getByRole('button', { name: /^Delete/u })
      .click();
    await page.getByText(contact.email.trim()).first().waitFor({ state: 'detached' });
    await screen.open('/settings/autotask');
    await expectStatus(screen, contact, '');
  });

  it('finds everything as it was after a restart', async () => {
    expect(await server.stop()).toBe(0);
    server = await startConsoleProcess(directory);
    screen = new ConsolePage(page, server.url);
    await screen.open('/settings/autotask');
    await screen.rows().nth(1).waitFor();
    expect(await page.getByLabel('UserName').inputValue()).toBe(server.practice.username);
    expect(await page.getByLabel('Password').inputValue()).toBe('');
    await expectStatus(screen, contacts[0]!, '');
    expect(server.errors()).toBe('');
  });
});

/** Contacts near the top of the list that can be imported as they are. */
async function importable(page: Page): Promise<ContactItem[]> {
  const address = new URL('/plugins/autotask/api/contacts?active=true&limit=30', page.url());
  const answer = await page.request.get(address.href);
  const { items } = (await answer.json()) as { items: ContactItem[] };
  return items.filter(({ problem }) => problem === null);
}

async function statusOf(screen: ConsolePage, contact: ContactItem): Promise<string> {
  return /^(Equal|Modified|Failed)/u.exec(await screen.statusText(contact))?.[0] ?? '';
}

async function expectStatus(screen: ConsolePage, contact: ContactItem, status: string): Promise<void> {
  await expect.poll(() => statusOf(screen, contact), { timeout: 15_000 }).toBe(status);
}

async function editUser(
  screen: ConsolePage,
  contact: ContactItem,
  change: { readonly label: string; readonly value: string },
): Promise<void> {
  const { page } = screen;
  await screen.open('/users');
  await page
    .getByRole('row')
    .filter({ hasText: contact.email.trim() })
    .getByRole('button', { name: /^Edit User/u })
    .click();
  const form = page.getByRole('dialog');
  await form.getByLabel(change.label, { exact: true }).fill(change.value);
  await form.getByRole('button', { name: 'Save' }).click();
  await form.waitFor({ state: 'detached' });
}
