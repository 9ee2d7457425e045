import { str } from '@lit/localize';
import type { Sentence } from './sentence.ts';

/** What the server finds wrong with Managed Backup. */
export const consoleSentences: readonly Sentence[] = [
  () => str`nothing`,
  () => str`a web page`,
  () => str`something broken off or unknown`,
  () => str`something unknown`,
  () => str`something without end`,
  () => str`something without an id`,
  () => str`a log-in without a token`,
  () => str`users`,
  () => str`destinations`,
  () => str`packages`,
  (what) => str`The ${what} of Managed Backup can’t be read at the moment.`,
  () => str`Managed Backup is not connected yet.`,
  () => str`This provider has no log-in of the Managed Backup API.`,
  () => str`Managed Backup refused the log-in of its API.`,
  (finding) => str`The API could not be logged in to. ${finding}`,
  () => str`Managed Backup did not accept the log-in for this call.`,
  () => str`The log-in of the Managed Backup API lacks a right that is needed.`,
  () => str`Managed Backup asks for fewer calls.`,
  (host) => str`Managed Backup can’t be reached at ${host}.`,
  (host) => str`No trusted connection to Managed Backup is possible at ${host}.`,
  (host) => str`The answer of Managed Backup at ${host} was lost on its way.`,
  (status) => str`Managed Backup is out of order (it answered ${status}).`,
  (status) => str`Managed Backup sent the call elsewhere (it answered ${status}), which is not followed.`,
  (form) => str`Managed Backup answered with ${form} instead of data.`,
  () => str`Managed Backup refused the call.`,
  (words) => str`Managed Backup refused the call. ${words}`,
];
