import { msg } from '@lit/localize';

/** Why there is no list to see. Each has its own words: an outage is never told as an empty list. */
export const emptyText = {
  'not-connected': () => ({
    title: msg('Not connected yet'),
    detail: msg(
      'To begin, enter the UserName and Password of an Autotask API user above and press Save. Then get the contacts.',
    ),
  }),
  'never-refreshed': () => ({
    title: msg('No contacts have been fetched yet'),
    detail: msg('Press Get Autotask Contacts above; the list appears here.'),
  }),
  'none-exist': () => ({
    title: msg('Autotask has no contacts to show'),
    detail: msg(
      'The last refresh found none. If there should be some, check that the API user may see all contacts and organizations.',
    ),
  }),
  'none-match': () => ({
    title: msg('No contact matches'),
    detail: msg('What is chosen to be shown leaves no contact.'),
  }),
  'could-not-load': () => ({
    title: msg('The contacts could not be loaded'),
    detail: '',
  }),
  'not-allowed': () => ({
    title: msg('You may not see the Autotask integration'),
    detail: msg('Ask your administrator for the permission to view it.'),
  }),
  'signed-out': () => ({
    title: msg('You are signed out'),
    detail: msg(
      'Sign in to the console again in another tab, then come back: this page goes on by itself, and what is typed and ticked on it stays.',
    ),
  }),
} as const;

export type EmptyKind = keyof typeof emptyText;
