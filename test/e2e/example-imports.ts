import type { Page } from 'playwright';
import type { ContactItem } from '../../core/contract/index.ts';
import type { ConsolePage } from '../support/console-page.ts';
import { importable, readAs, writeAs } from '../support/practised-console.ts';

const API = '/plugins/autotask/api';
const IMPORTED = 8;

/** Contacts near the top of the list, chosen so that an import brings every status about as it comes about in life. */
export interface Example {
  /** They have a destination and a package. */
  readonly assigned: readonly ContactItem[];
  /** It has neither, so its import fails. */
  readonly unassigned: ContactItem;
}

export async function prepareExample(page: Page): Promise<Example> {
  const [destinations, packages, contacts] = await Promise.all([
    readAs<{ id: string }[]>(page, `${API}/destinations`),
    readAs<{ id: string; enabled: boolean }[]>(page, `${API}/packages`),
    importable(page),
  ]);
  const assigned = contacts.slice(0, IMPORTED);
  const [unassigned] = contacts.slice(IMPORTED);
  if (unassigned === undefined) throw new Error('There are too few contacts that can be imported');
  const enabled = packages.filter((item) => item.enabled);
  for (const [index, { id }] of assigned.entries()) {
    await writeAs(page, 'PATCH', `${API}/contacts`, {
      selection: { ids: [id] },
      destinationId: destinations[index % destinations.length]?.id,
      packageId: enabled[index % enabled.length]?.id,
    });
  }
  return { assigned, unassigned };
}

/** Up to the preview. */
export async function askForImport(screen: ConsolePage, { assigned, unassigned }: Example): Promise<void> {
  for (const contact of [...assigned, unassigned]) await screen.checkBox(contact).click();
  await screen.button('Import Contacts').click();
  await screen.page.getByRole('dialog').getByText('will be created').waitFor();
}

export async function confirmImport({ page }: ConsolePage): Promise<void> {
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Import/u })
    .click();
  await page.getByRole('heading', { name: 'Import finished' }).waitFor();
  await page.getByText('Equal', { exact: true }).last().waitFor();
}

/** What an edit on the Users page does, so that the contact is Modified. */
export async function renameUser(page: Page, { email }: ContactItem): Promise<void> {
  const users = await readAs<{ items: { id: string; email: string }[] }>(page, '/console/users?limit=50');
  const user = users.items.find((item) => item.email === email.trim());
  await writeAs(page, 'PATCH', `/console/users/${user?.id ?? ''}`, { lastName: 'Miller-Renamed' });
}
