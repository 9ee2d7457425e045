import { msg, str } from '@lit/localize';
import type { Reason, ReasonCode } from '../../core/contract/index.ts';
import { isKeyOf } from '../shared/is-key-of.ts';

/** What happened, and what mends it. */
export type ReasonWords = Pick<Reason, 'text' | 'remedy'>;

/** The words of each reason. */
export const reasonText: Readonly<Record<ReasonCode, () => ReasonWords>> = {
  email_missing: () => ({
    text: msg('The contact has no email address, and the email is the login in Managed Backup.'),
    remedy: msg('Enter an email address for the contact in Autotask, then get the contacts again.'),
  }),
  email_invalid: () => ({
    text: msg('The email address of the contact is not a single valid address.'),
    remedy: msg('Correct the email address in Autotask, then get the contacts again.'),
  }),
  email_shared: () => ({
    text: msg('Several contacts share this email address, and a user can belong to only one of them.'),
    remedy: msg(
      'Give each contact an email of its own in Autotask, or import one of them alone while no user has this one.',
    ),
  }),
  email_ambiguous: () => ({
    text: msg('A user with this email address exists already, and several contacts match it.'),
    remedy: msg('Import the one contact that the user belongs to; the others stay as they are.'),
  }),
  email_taken_elsewhere: () => ({
    text: msg('The login is in use by another provider of Managed Backup.'),
    remedy: msg(
      'Use another email address for the contact in Autotask, or ask Managed Backup support to free the login.',
    ),
  }),
  destination_required: () => ({
    text: msg('No destination is chosen.'),
    remedy: msg('Choose a destination in the row; new ones are made on the Storage Accounts page.'),
  }),
  destination_gone: () => ({
    text: msg('The chosen destination no longer exists.'),
    remedy: msg('Choose another destination in the row.'),
  }),
  package_required: () => ({
    text: msg('No package is chosen.'),
    remedy: msg('Choose a package in the row; new ones are made on the Packages page.'),
  }),
  package_gone: () => ({
    text: msg('The chosen package no longer exists.'),
    remedy: msg('Choose another package in the row.'),
  }),
  package_disabled: () => ({
    text: msg('The chosen package is disabled.'),
    remedy: msg('Choose another package, or enable this one on the Packages page.'),
  }),
  account_missing: () => ({
    text: msg('Autotask shows no account for the contact.'),
    remedy: msg('Check the account in Autotask and the right of the API user to see it, then get the contacts again.'),
  }),
  account_out_of_scope: () => ({
    text: msg('The account is not among the companies that you may manage.'),
    remedy: msg('Ask your administrator for access to the company, or let somebody who has it import the contact.'),
  }),
  contact_gone: () => ({
    text: msg('Autotask no longer shows the contact: it was deleted, merged, or hidden from the API user.'),
    remedy: msg('If the person has left, disable or delete the user on the Users page of Managed Backup.'),
  }),
  contact_inactive: () => ({
    text: msg('The contact or its account is inactive in Autotask.'),
    remedy: msg('Activate it in Autotask, then get the contacts again; if the person has left, see the Users page.'),
  }),
  user_changed_meanwhile: () => ({
    text: msg('Somebody changed the user while the import was on its way, so nothing was overwritten.'),
    remedy: msg('Look at the row again and repeat the import if it is still wanted.'),
  }),
  console_refused: () => ({
    text: msg('Managed Backup refused the user.'),
    remedy: msg('Mend what the message names, then import the contact again.'),
  }),
  console_unavailable: () => ({
    text: msg('Managed Backup could not be reached, or refused the connection.'),
    remedy: msg(
      'Wait a moment, then import the contact again. If that does not help, ask an administrator to check the connection to Managed Backup.',
    ),
  }),
  outcome_unknown: () => ({
    text: msg('The answer of Managed Backup was lost, and looking the user up did not settle the outcome.'),
    remedy: msg('Look for the user on the Users page, then import the contact again; no second user will be made.'),
  }),
  not_allowed: () => ({
    text: msg('You may not do this.'),
    remedy: msg('Ask your administrator for the permission to manage the Autotask integration.'),
  }),
  not_attempted: () => ({
    text: msg('The run ended before it was this contact’s turn.'),
    remedy: msg('Import the contact again.'),
  }),
};

/** A reason in the language of the page, with what the console said repeated as it is; a newer server may know others. */
export function reasonWords(reason: Reason): ReasonWords {
  const { code, text: said } = reason;
  if (!isKeyOf(reasonText, code)) return reason;
  const { text, remedy } = reasonText[code]();
  const quote = /It said: “(.*)”$/s.exec(said)?.[1];
  return { text: quote === undefined ? text : msg(str`${text} It said: “${quote}”`), remedy };
}
