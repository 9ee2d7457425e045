import { msg } from '@lit/localize';

/** Words that several rooms use. */
export const sharedText = {
  tryAgain: () => msg('Try again'),
  close: () => msg('Close'),
  cancel: () => msg('Cancel'),
  storageAccountsPage: () => msg('Storage Accounts page'),
  packagesPage: () => msg('Packages page'),
} as const;
