import { mkdir, rm } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright';
import { openBrowser } from '../support/browser.ts';
import { ConsolePage } from '../support/console-page.ts';
import {
  type ConsoleProcess,
  removeDirectory,
  startConsoleProcess,
  temporaryDirectory,
} from '../support/console-process.ts';
import { FOLDER, shoot, shootFrom, shootInDark } from './camera.ts';
import { askForImport, confirmImport, prepareExample, renameUser } from './example-imports.ts';

const WIDE = { width: 1280, height: 900 };
const TALL = { width: 1280, height: 1180 };
const NARROW = { width: 320, height: 720 };
const PAGE = '/settings/autotask';

// Takes the pictures of the documentation from the running product.
const directory = await temporaryDirectory();
const server = await startConsoleProcess(directory, { PRACTICE_CONTACTS: '2000' });
const browser = await openBrowser();
try {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const screen = await openScreen(browser, server);
  await takeConnection(screen);
  await takeImport(screen);
  await takeList(screen);
  await takeRuns(screen);
  await takeUsers(screen);
  await takeNarrow(screen);
} finally {
  await browser.close();
  await server.stop();
  await removeDirectory(directory);
}

async function openScreen(opened: Browser, { url }: ConsoleProcess): Promise<ConsolePage> {
  const page = await opened.newPage({ viewport: WIDE, colorScheme: 'light' });
  const screen = new ConsolePage(page, url);
  await screen.open(PAGE);
  await screen.signIn(server);
  await screen.button('Save').waitFor();
  return screen;
}

async function takeConnection(screen: ConsolePage): Promise<void> {
  const { page } = screen;
  await page.getByText('Create the API user, step by step').click();
  await page.setViewportSize(TALL);
  await shoot(page, 'not-connected');
  await page.setViewportSize(WIDE);
  await screen.saveCredentials(server.practice);
  await screen.getContacts();
  await screen.open(PAGE);
  await screen.rows().nth(1).waitFor();
}

async function takeImport(screen: ConsolePage): Promise<void> {
  const { page } = screen;
  const example = await prepareExample(page);
  await page.reload();
  await screen.rows().nth(1).waitFor();
  await askForImport(screen, example);
  await shoot(page, 'preview');
  await confirmImport(screen);
  await shootFrom(page.locator('atc-run-result'), 'result');
  const [renamed] = example.assigned.slice(2);
  if (renamed) await renameUser(page, renamed);
  await page.reload();
  await page.getByText('Modified').last().waitFor();
}

async function takeList(screen: ConsolePage): Promise<void> {
  const { page } = screen;
  await page.getByText('calls are left this hour').waitFor();
  await shoot(page, 'connected');
  await shootFrom(contactsHeading(page), 'contacts');
  await shootInDark(page, 'contacts-dark');
  await takeGerman(page);
  await page.getByLabel('Search', { exact: true }).fill('an');
  await screen.button('Needs work').click();
  await page
    .locator('atc-import-bar')
    .getByText(/^\d{1,3} contacts$/u)
    .waitFor();
  await shootFrom(contactsHeading(page), 'filters');
  await takeAssignment(screen);
  await screen.button('Clear selection').click();
  await screen.button('Clear filters').click();
  await page.getByRole('button', { name: /^Modified/u }).click();
  await page
    .getByRole('button', { name: /^Details of/u })
    .first()
    .click();
  await page.getByText('How it came about').waitFor();
  await shootFrom(contactsHeading(page), 'details');
}

/** With the choices made, and before anything is assigned. */
async function takeAssignment({ page }: ConsolePage): Promise<void> {
  await page.getByRole('checkbox', { name: 'Select all contacts' }).click();
  await chooseFirst(page, /^Bucket .*to assign$/u);
  await chooseFirst(page, 'Package to assign');
  await shootFrom(contactsHeading(page), 'assign');
}

async function chooseFirst(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name }).click();
  await page.getByRole('option').first().click();
}

async function takeGerman(page: Page): Promise<void> {
  await speak(page, 'de');
  await page.getByRole('heading', { name: 'Kontakte', exact: true }).waitFor();
  await shoot(page, 'contacts-german');
  await speak(page, 'en');
  await contactsHeading(page).waitFor();
}

function speak(page: Page, language: string): Promise<void> {
  return page.locator('autotask-contacts').evaluate((element, lang) => element.setAttribute('locale', lang), language);
}

async function takeRuns(screen: ConsolePage): Promise<void> {
  const { page } = screen;
  const runs = page.getByRole('heading', { name: 'Runs', exact: true });
  await runs.click();
  await screen.button('Contacts of this run').first().click();
  await page.getByRole('list', { name: 'Contacts of the run' }).waitFor();
  await shootFrom(runs, 'runs');
}

async function takeUsers({ page }: ConsolePage): Promise<void> {
  await page.goto(`${server.url}/users`);
  await Promise.all([page.waitForResponse(/users\?.*=win/u), page.getByLabel('Search users').fill('win')]);
  await shoot(page, 'users');
}

async function takeNarrow(screen: ConsolePage): Promise<void> {
  await screen.page.setViewportSize(NARROW);
  await screen.open(PAGE);
  await screen.rows().nth(1).waitFor();
  await shootFrom(screen.page.locator('atc-contact-table'), 'contacts-narrow');
}

function contactsHeading(page: Page): Locator {
  return page.getByRole('heading', { name: 'Contacts', exact: true });
}
