import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConsolePage, ShownContact } from '../support/console-page.ts';
import { assignAll, importable, PractisedConsole, readAs, writeAs } from '../support/practised-console.ts';

const API = '/plugins/autotask/api';

// Markup, right-to-left letters and an emoji made of several code points.
const STRANGE = [
  { firstName: '<img src=x onerror=alert(1)>', lastName: '<script>alert(2)</script>' },
  { firstName: 'مريم', lastName: 'الأحمد' },
  { firstName: '👩‍👩‍👧', lastName: 'שָׁלוֹם' },
] as const;

/** What the page says when its session, its rights or its picture of things has gone stale. */
describe('two tabs', () => {
  let console: PractisedConsole;
  let screen: ConsolePage;
  let page: Page;
  let other: ConsolePage;
  const dialogs: string[] = [];

  beforeAll(async () => {
    console = await PractisedConsole.open({ contacts: 200 });
    const { control } = console.practice;
    const [companyID] = control.companyIds().slice(1);
    for (const [index, { firstName, lastName }] of STRANGE.entries()) {
      control.addContact({ companyID, firstName, lastName, emailAddress: `strange${index}@acme.example` });
    }
    screen = await console.openPage();
    ({ page } = screen);
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await console.signIn(screen);
    await console.connect(screen);
    await screen.getContacts();
    other = await console.openPage(page);
    await other.rows().nth(1).waitFor();
  });

  afterAll(() => console.close());

  it('shows names with markup, from right to left and with emoji as they are, and runs nothing', async () => {
    for (const [index, { firstName, lastName }] of STRANGE.entries()) {
      await search(screen, `strange${index}`);
      const { items } = await readAs<{ items: ShownContact[] }>(page, `${API}/contacts?q=strange${index}`);
      expect(items[0]).toMatchObject({ firstName, lastName });
      await screen.checkBox(items[0]!).waitFor();
      await page.getByText(firstName, { exact: true }).first().waitFor();
      await page.getByText(lastName, { exact: true }).first().waitFor();
    }
    await search(screen, '');
    expect(dialogs).toEqual([]);
    expect(await page.locator('img[src=x]').count()).toBe(0);
  });

  it('previews anew when another tab has changed the plan meanwhile', async () => {
    await assignAll(page);
    await page.reload();
    const [first, second] = await importable(page);
    await screen.checkBox(first!).click();
    await screen.checkBox(second!).click();
    await screen.button('Import Contacts').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Import 2 contacts' }).waitFor();
    await writeAs(other.page, 'PATCH', `${API}/contacts`, { selection: { ids: [first!.id] }, packageId: null });
    await dialog.getByRole('button', { name: 'Import 2 contacts' }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByRole('button', { name: 'Import 1 contact' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page
      .getByText(/^2 selected/u)
      .first()
      .waitFor();
  });

  it('says why wrong credentials are refused, and keeps the working pair', async () => {
    await page.getByLabel('Password').fill('wrong');
    await screen.button('Save').click();
    await page
      .getByText(/Autotask refused the credentials/u)
      .first()
      .waitFor();
    expect(
      await page
        .getByText(/^Connected as/u)
        .first()
        .isVisible(),
    ).toBe(true);
  });

  it('learns that the connection was forgotten in another tab', async () => {
    await other.button('Forget').click();
    await other.button('Forget the credentials').click();
    await other.page.getByText('Not connected yet', { exact: true }).first().waitFor();
    await screen.button('Get Autotask Contacts').click();
    await page
      .getByText(/Not connected to Autotask yet/u)
      .first()
      .waitFor();
    await page.getByText('Not connected yet', { exact: true }).first().waitFor();
    expect(await screen.rows().count()).toBeGreaterThan(1);
    await console.connect(screen);
  });

  it('leads to the sign-in when the session has ended, and goes on with what was typed after it', async () => {
    await page.getByLabel('UserName').fill('typed@msp.example');
    await page.getByLabel('Password').fill(console.practice.credentials.secret);
    await page.context().clearCookies();
    await screen.button('Save').click();
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
    const link = page.getByRole('link', { name: 'Sign in in a new tab' });
    const [fresh] = await Promise.all([page.context().waitForEvent('page'), link.press('Enter')]);
    await fresh.getByLabel('Email').fill(console.server.email);
    await fresh.getByLabel('Password').fill(console.server.password);
    await fresh.getByRole('button', { name: 'Sign in' }).click();
    await fresh.getByRole('heading', { name: 'Contacts', exact: true }).waitFor();
    await fresh.close();
    await screen.button('Try again').first().click();
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor({ state: 'detached' });
    expect(await page.getByLabel('UserName').inputValue()).toBe('typed@msp.example');
    await page.getByLabel('UserName').fill(console.practice.credentials.username);
    await screen.button('Save').click();
    await page.getByText(/^Saved\. Connected as/u).waitFor();
  });

  it('hears that its refresh was cancelled in another tab', async () => {
    console.practice.control.setSwitches({ latencyMs: 2_000 });
    await screen.button('Get everything anew').click();
    await other.page.reload();
    await other.page.getByRole('heading', { name: 'Runs' }).click();
    await other.button('Cancel').first().click();
    await page
      .getByText(/Getting contacts was cancelled/u)
      .first()
      .waitFor();
    expect(await screen.rows().count()).toBeGreaterThan(1);
    console.practice.control.setSwitches({ latencyMs: 0 });
  });
});

async function search(screen: ConsolePage, words: string): Promise<void> {
  await screen.page.getByRole('searchbox').fill(words);
}
