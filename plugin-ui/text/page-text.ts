import { msg } from '@lit/localize';

/** Words of the page as a whole. */
export const pageText = {
  heading: () => msg('Autotask'),
  intro: () => msg('Bring contacts from Autotask over as Managed Backup users, and keep the two in step.'),
  slow: () =>
    msg(
      'The console, or Autotask behind it, takes longer than usual to answer. It is still waited for; nothing is lost.',
    ),
  signIn: () => msg('Sign in in a new tab'),
  dropDowns: () => msg('The destinations and packages could not be loaded.'),
} as const;
