/** Why a row is blocked, failed or was skipped. The order is the precedence when several hold. */
export const REASON_CODES = [
  'email_missing',
  'email_invalid',
  'email_shared',
  'email_ambiguous',
  'email_taken_elsewhere',
  'destination_required',
  'destination_gone',
  'package_required',
  'package_gone',
  'package_disabled',
  'account_missing',
  'account_out_of_scope',
  'contact_gone',
  'contact_inactive',
  'user_changed_meanwhile',
  'console_refused',
  'console_unavailable',
  'outcome_unknown',
  'not_allowed',
  'not_attempted',
] as const;

export type ReasonCode = (typeof REASON_CODES)[number];

/** A code with what happened and what mends it, in words for the technician. */
export interface Reason {
  readonly code: ReasonCode;
  readonly text: string;
  readonly remedy: string;
}

const WORDS: Readonly<Record<ReasonCode, Omit<Reason, 'code'>>> = {
  email_missing: {
    text: 'The contact has no email address, and the email is the login in Managed Backup.',
    remedy: 'Enter an email address for the contact in Autotask, then get the contacts again.',
  },
  email_invalid: {
    text: 'The email address of the contact is not a single valid address.',
    remedy: 'Correct the email address in Autotask, then get the contacts again.',
  },
  email_shared: {
    text: 'Several contacts share this email address, and a user can belong to only one of them.',
    remedy:
      'Give each contact an email of its own in Autotask, or import one of them alone while no user has this one.',
  },
  email_ambiguous: {
    text: 'A user with this email address exists already, and several contacts match it.',
    remedy: 'Import the one contact that the user belongs to; the others stay as they are.',
  },
  email_taken_elsewhere: {
    text: 'The login is in use by another provider of Managed Backup.',
    remedy: 'Use another email address for the contact in Autotask, or ask Managed Backup support to free the login.',
  },
  destination_required: {
    text: 'No destination is chosen.',
    remedy: 'Choose a destination in the row; new ones are made on the Storage Accounts page.',
  },
  destination_gone: {
    text: 'The chosen destination no longer exists.',
    remedy: 'Choose another destination in the row.',
  },
  package_required: {
    text: 'No package is chosen.',
    remedy: 'Choose a package in the row; new ones are made on the Packages page.',
  },
  package_gone: {
    text: 'The chosen package no longer exists.',
    remedy: 'Choose another package in the row.',
  },
  package_disabled: {
    text: 'The chosen package is disabled.',
    remedy: 'Choose another package, or enable this one on the Packages page.',
  },
  account_missing: {
    text: 'Autotask shows no account for the contact.',
    remedy: 'Check the account in Autotask and the right of the API user to see it, then get the contacts again.',
  },
  account_out_of_scope: {
    text: 'The account is not among the companies that you may manage.',
    remedy: 'Ask your administrator for access to the company, or let somebody who has it import the contact.',
  },
  contact_gone: {
    text: 'Autotask no longer shows the contact: it was deleted, merged, or hidden from the API user.',
    remedy: 'If the person has left, disable or delete the user on the Users page of Managed Backup.',
  },
  contact_inactive: {
    text: 'The contact or its account is inactive in Autotask.',
    remedy: 'Activate it in Autotask, then get the contacts again; if the person has left, see the Users page.',
  },
  user_changed_meanwhile: {
    text: 'Somebody changed the user while the import was on its way, so nothing was overwritten.',
    remedy: 'Look at the row again and repeat the import if it is still wanted.',
  },
  console_refused: {
    text: 'Managed Backup refused the user.',
    remedy: 'Mend what the message names, then import the contact again.',
  },
  console_unavailable: {
    text: 'Managed Backup could not be reached, or refused the connection.',
    remedy:
      'Wait a moment, then import the contact again. If that does not help, ask an administrator to check the ' +
      'connection to Managed Backup.',
  },
  outcome_unknown: {
    text: 'The answer of Managed Backup was lost, and looking the user up did not settle the outcome.',
    remedy: 'Look for the user on the Users page, then import the contact again; no second user will be made.',
  },
  not_allowed: {
    text: 'You may not do this.',
    remedy: 'Ask your administrator for the permission to manage the Autotask integration.',
  },
  not_attempted: {
    text: 'The run ended before it was this contact’s turn.',
    remedy: 'Import the contact again.',
  },
};

/** The words of a code; `quote` is what the console said, repeated as it is. */
export function reasonOf(code: ReasonCode, quote?: string | null): Reason {
  const { text, remedy } = WORDS[code];
  return { code, text: quote ? `${text} It said: “${quote}”` : text, remedy };
}

const NONE: readonly ReasonCode[] = [];

/** The reason if it holds, for {@link firstReason}. */
export function reasonIf(holds: boolean, code: ReasonCode): readonly ReasonCode[] {
  return holds ? [code] : NONE;
}

/** Of all reasons that hold the one that counts. */
export function firstReason(codes: readonly [ReasonCode, ...ReasonCode[]]): ReasonCode;
export function firstReason(...codes: readonly (readonly ReasonCode[])[]): ReasonCode | null;
export function firstReason(...codes: readonly (readonly ReasonCode[])[]): ReasonCode | null {
  if (codes.every(({ length }) => length === 0)) return null;
  const holding = new Set(codes.flat());
  return REASON_CODES.find((code) => holding.has(code)) ?? null;
}
