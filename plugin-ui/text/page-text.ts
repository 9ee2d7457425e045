import { msg } from '@lit/localize';

/** Words of the page as a whole. */
export const pageText = {
  heading: () => msg('Autotask'),
  intro: () => msg('Bring contacts from Autotask over as Managed Backup users, and keep the two in step.'),
  dropDowns: () => msg('The destinations and packages could not be loaded.'),
} as const;
