import { expect, it, onTestFinished } from 'vitest';
import { startPracticeAutotask } from '../../host-shim/practice-autotask/practice-autotask.ts';
import { startPracticeMbs } from '../../host-shim/practice-mbs/practice-mbs.ts';
import { openBrowser, openWindow } from '../support/browser.ts';
import { ConsolePage } from '../support/console-page.ts';
import { removeDirectory, startConsoleProcess, temporaryDirectory } from '../support/console-process.ts';

const COLUMN = 'Bucket / Container / Root Folder';

async function openLive() {
  const mbs = await startPracticeMbs({ users: 3 });
  const autotask = await startPracticeAutotask({ contacts: 40, seed: 1 });
  const directory = await temporaryDirectory();
  const { username, secret, integrationCode } = autotask.credentials;
  const server = await startConsoleProcess(directory, {
    CONSOLE_MODE: 'live',
    AUTOTASK_URL: autotask.url,
    AUTOTASK_INTEGRATION_CODE: integrationCode,
    MBS_API_URL: mbs.url,
  });
  const browser = await openBrowser();
  onTestFinished(async () => {
    await browser.close();
    await server.stop();
    await Promise.all([mbs.close(), autotask.close(), removeDirectory(directory)]);
  });
  const { page } = await openWindow(browser);
  page.setDefaultTimeout(10_000);
  const screen = new ConsolePage(page, server.url);
  return { mbs, server, page, screen, credentials: { username, password: secret } };
}

it('brings a contact into live Managed Backup, from the log-in to the list of its users', async () => {
  const { mbs, server, page, screen, credentials } = await openLive();
  await screen.open('/settings/autotask');
  await screen.signIn(server);

  await page.getByRole('heading', { name: 'Connect Managed Backup' }).waitFor();
  await page.getByLabel('API login').fill(mbs.login.username);
  await page.getByLabel('API password').fill('wrong');
  await screen.button('Check and connect').click();
  await page.getByText('Managed Backup refused the log-in').waitFor();
  await page.getByLabel('API password').fill(mbs.login.password);
  await screen.button('Check and connect').click();

  await screen.saveCredentials(credentials);
  await screen.getContacts();
  const answer = await page.request.get(`${server.url}/plugins/autotask/api/contacts?active=true&limit=50`);
  const { items } = (await answer.json()) as {
    items: (Parameters<ConsolePage['row']>[0] & { problem: string | null })[];
  };
  const contact = items.find(({ problem }) => problem === null)!;
  await screen.choose(COLUMN, contact, /msp-eu-central-1/);
  await screen.choose('Package', contact, /Standard 250 GB/);
  await screen.checkBox(contact).check();
  expect(mbs.control.users()).toHaveLength(3);
  await screen.button('Import Contacts').click();
  expect(mbs.control.users()).toHaveLength(3);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Import/ })
    .click();
  await expect.poll(() => screen.statusText(contact), { timeout: 10_000 }).toMatch(/^Equal/);
  expect(mbs.control.users()).toHaveLength(4);

  await screen.open('/users');
  await page.getByText(/Users of live Managed Backup as of \d\d:\d\d/).waitFor();
  await page.getByRole('row', { name: new RegExp(contact.lastName) }).waitFor();
  expect(await page.getByRole('button', { name: /Delete|Add user/ }).count()).toBe(0);
  const { firstName, lastName } = contact;
  await page.getByRole('button', { name: `Edit User ${firstName} ${lastName}` }).click();
  await page.getByRole('dialog').getByLabel('Last name').fill('Otherwise');
  await screen.button('Save').click();
  await page.getByText(`${firstName} Otherwise was saved.`).waitFor();
  expect(mbs.control.users().map((user) => user.lastName)).toContain('Otherwise');
  await screen.open('/settings/autotask');
  await expect.poll(() => screen.statusText(contact), { timeout: 10_000 }).toMatch(/^Modified/);
  expect(mbs.control.calls().filter(({ method }) => method === 'DELETE')).toEqual([]);
});
