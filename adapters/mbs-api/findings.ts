import type { FailureKind } from './mbs-failure.ts';

/** What is wrong, in plain words, and what a person does about it. */
interface Finding {
  readonly text: (about: string) => string;
  readonly remedy: string;
}

// Where the API's log-in is made, by the names of the console's own screens (mbs.md §1.1).
const CREDENTIALS = 'Settings > General > API credentials in the Managed Backup console';
const TRY_LATER = 'Try again in a few minutes.';
const TELL_SUPPORT = 'Try again; if it happens every time, tell Managed Backup support.';

export const findings: Readonly<Record<FailureKind, Finding>> = {
  // Making new credentials voids the old ones at once (mbs.md §3.1, documented).
  log_in_refused: {
    text: () => 'Managed Backup refused the log-in of its API.',
    remedy:
      `Check its login and password. If they are lost, generate new ones under ${CREDENTIALS}, which voids the older ` +
      'ones at once, and enter them in the settings of this console. Until then no further call is made.',
  },
  no_log_in: { text: (finding) => `The API could not be logged in to. ${finding}`, remedy: TRY_LATER },
  token_refused: { text: () => 'Managed Backup did not accept the log-in for this call.', remedy: TRY_LATER },
  forbidden: {
    text: () => 'The log-in of the Managed Backup API lacks a right that is needed.',
    remedy: `Use credentials that the main administrator generated under ${CREDENTIALS}.`,
  },
  throttled: { text: () => 'Managed Backup asks for fewer calls.', remedy: TRY_LATER },
  unreachable: { text: (host) => `Managed Backup can’t be reached at ${host}.`, remedy: TRY_LATER },
  insecure: {
    text: (host) => `No trusted connection to Managed Backup is possible at ${host}.`,
    remedy: 'Check the address, the clock of this machine, and what stands between it and the internet.',
  },
  lost: { text: (host) => `The answer of Managed Backup at ${host} was lost on its way.`, remedy: TRY_LATER },
  down: { text: (status) => `Managed Backup is out of order (it answered ${status}).`, remedy: TRY_LATER },
  redirected: {
    text: (status) => `Managed Backup sent the call elsewhere (it answered ${status}), which is not followed.`,
    remedy: 'Check the address of the Managed Backup API.',
  },
  not_data: { text: (form) => `Managed Backup answered with ${form} instead of data.`, remedy: TELL_SUPPORT },
  refused: { text: (words) => `Managed Backup refused the call. ${words}`.trimEnd(), remedy: TELL_SUPPORT },
};
