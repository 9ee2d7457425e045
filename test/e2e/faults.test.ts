import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConsolePage } from '../support/console-page.ts';
import { assignAll, PractisedConsole, readAs } from '../support/practised-console.ts';

interface Runs {
  readonly items: readonly {
    readonly kind: string;
    readonly state: string;
    readonly total: number;
    readonly done: number;
    readonly created: number;
    readonly failed: number;
    readonly notAttempted: number;
  }[];
}

const CONTACTS = 5000;

/** What the page says when the console, or Autotask behind it, fails; each step goes on where the one before ended. */
describe('faults', () => {
  let console: PractisedConsole;
  let screen: ConsolePage;
  let page: Page;

  beforeAll(async () => {
    console = await PractisedConsole.open({ contacts: CONTACTS });
    screen = await console.openPage();
    ({ page } = screen);
    await console.signIn(screen);
  });

  afterAll(() => console.close());

  it('says that Autotask is slow to answer, and saves in the end', async () => {
    console.practice.control.setSwitches({ latencyMs: 2_500 });
    const saved = console.connect(screen);
    await page
      .getByText(/takes longer than usual to answer/u)
      .first()
      .waitFor();
    await saved;
    await page.getByText(/takes longer than usual to answer/u).waitFor({ state: 'detached' });
    console.practice.control.setSwitches({ latencyMs: 0 });
  });

  it('names a missing right in plain words when Test is pressed', async () => {
    console.practice.control.setPermission('Contacts', 'none');
    await screen.button('Test').click();
    await page
      .getByText(/may not see contacts in Autotask/u)
      .first()
      .waitFor();
    console.practice.control.setPermission('Contacts', 'all');
    await screen.button('Test').click();
    await page.getByText('Sees all contacts and accounts').waitFor();
  });

  it('shows the progress after a reload, that the console is gone when it is killed, and the result once it is back', async () => {
    await screen.getContacts();
    await expect.poll(async () => (await latest(page)).state).toBe('done');
    await assignAll(page);
    await page.reload();
    await screen.rows().nth(1).waitFor();
    await console.holdImports();
    await page.getByRole('checkbox', { name: 'Select all contacts' }).click();
    await screen.button('Import Contacts').click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Import/u })
      .click();
    await expect.poll(async () => await isImporting(page)).toBe(true);
    await page.reload();
    await page.getByText('Importing contacts').waitFor();
    await console.server.kill();
    await page.getByText(/The progress can’t be read for now/u).waitFor();
    await screen.button('Test').click();
    await page
      .getByText(/The console could not be reached/u)
      .first()
      .waitFor();
    await console.letImportsGoOn();
    await console.startAgain();
    await page.getByRole('heading', { name: 'Import finished' }).waitFor({ timeout: 40_000 });
    const { total, created, failed, notAttempted } = await latest(page);
    expect(created).toBeGreaterThan(0);
    expect(created + failed + notAttempted).toBe(total);
  });

  it('lists the run with its contacts, and what failed as a file', async () => {
    await page.getByRole('heading', { name: 'Runs' }).click();
    await screen.button('Contacts of this run').first().click();
    await page.getByLabel('Show', { exact: true }).selectOption('failed');
    const failed = page.getByRole('list', { name: 'Contacts of the run' }).getByRole('listitem');
    await failed.first().waitFor();
    expect(await failed.first().textContent()).toMatch(/Failed/u);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Export', exact: true }).last().click(),
    ]);
    expect(await file.failure()).toBe(null);
  });
});

const RUNS = '/plugins/autotask/api/runs?limit=5';

async function latest(page: Page): Promise<Runs['items'][number]> {
  const [run] = (await readAs<Runs>(page, RUNS)).items;
  if (run === undefined) throw new Error('There has been no run');
  return run;
}

async function isImporting(page: Page): Promise<boolean> {
  const { kind, done } = await latest(page);
  return kind === 'import' && done > 0;
}
