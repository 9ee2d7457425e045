import { msg } from '@lit/localize';
import type { ConsolePage } from '../shared/navigate-event.ts';

/** Words that several rooms use. */
export const sharedText = {
  tryAgain: () => msg('Try again'),
  close: () => msg('Close'),
  cancel: () => msg('Cancel'),
  usersPage: () => msg('Users page'),
  storageAccountsPage: () => msg('Storage Accounts page'),
  packagesPage: () => msg('Packages page'),
} as const;

const PAGE_NAMES: Readonly<Record<ConsolePage, () => string>> = {
  users: sharedText.usersPage,
  'storage-accounts': sharedText.storageAccountsPage,
  packages: sharedText.packagesPage,
};

/** What one of the console's pages is called. */
export function pageName(page: ConsolePage): string {
  return PAGE_NAMES[page]();
}
