import { msg, str } from '@lit/localize';
import type { RunKind } from '../../core/contract/index.ts';
import { formatNumber } from '../shared/format.ts';
import { plural } from '../shared/plural.ts';

/** Words of a refresh: one run of Get Autotask Contacts. */
export const refreshText = {
  get: () => msg('Get Autotask Contacts'),
  hint: () => msg('Reads the contacts and accounts of Autotask. Nothing in Autotask is changed.'),
  needsConnection: () => msg('Save a UserName and Password first.'),
  last: (time: string, count: number, locale: string) =>
    plural(count, locale, {
      one: () => msg(str`Last fetched ${time}: ${formatNumber(count, locale)} contact read.`),
      other: () => msg(str`Last fetched ${time}: ${formatNumber(count, locale)} contacts read.`),
    }),
  lastTried: (time: string) => msg(str`Last tried ${time}.`),
  running: () => msg('Getting contacts from Autotask'),
  started: () => msg('Getting contacts from Autotask.'),
  progress: (done: number, total: number, locale: string) =>
    plural(total, locale, {
      one: () => msg(str`${formatNumber(done, locale)} of ${formatNumber(total, locale)} contact read`),
      other: () => msg(str`${formatNumber(done, locale)} of ${formatNumber(total, locale)} contacts read`),
    }),
  counting: (done: number, locale: string) =>
    plural(done, locale, {
      one: () => msg(str`${formatNumber(done, locale)} contact read`),
      other: () => msg(str`${formatNumber(done, locale)} contacts read`),
    }),
  finished: (count: number, locale: string) =>
    plural(count, locale, {
      one: () => msg(str`Done: ${formatNumber(count, locale)} contact read from Autotask.`),
      other: () => msg(str`Done: ${formatNumber(count, locale)} contacts read from Autotask.`),
    }),
  failed: () => msg('The contacts were not fetched; the list is as it was.'),
  getAnew: () => msg('Get everything anew'),
  held: () => msg('The fetched contacts are held back; the list is as it was.'),
  release: () => msg('Release the new list'),
  drop: () => msg('Drop the new list'),
  released: () => msg('Released. The new list is being taken over.'),
  dropped: () => msg('Dropped. The list stays as it is.'),
  notDecided: () => msg('The fetched contacts are still held back.'),
  cancelled: () => msg('Getting contacts was cancelled; the list is as it was.'),
} as const;

/** Words of an import: bar, dialog, progress and result. */
export const importText = {
  import: () => msg('Import Contacts'),
  nothingSelected: () => msg('Tick the check boxes of the contacts to import.'),
  alreadyRunning: () => msg('An import is running; wait for its result.'),
  notPreviewed: () => msg('The import could not be prepared.'),
  title: () => msg('Import contacts'),
  intro: (count: number, locale: string) =>
    plural(count, locale, {
      one: () => msg(str`${formatNumber(count, locale)} contact is selected. Nothing is written until you confirm.`),
      other: () =>
        msg(str`${formatNumber(count, locale)} contacts are selected. Nothing is written until you confirm.`),
    }),
  confirm: (count: number, locale: string) =>
    plural(count, locale, {
      one: () => msg(str`Import ${formatNumber(count, locale)} contact`),
      other: () => msg(str`Import ${formatNumber(count, locale)} contacts`),
    }),
  confirmBlocked: () => msg('Import anyway'),
  nothingGoesAhead: () =>
    msg(
      'None of the selected contacts can be imported as they are. Importing marks them Failed, each with its reason.',
    ),
  willBeCreated: () => msg('will be created'),
  willBeUpdated: () => msg('will be updated'),
  leftAlone: () => msg('left alone'),
  blocked: () => msg('blocked'),
  whyBlocked: () => msg('Why contacts are blocked'),
  whoIsCreated: () => msg('Who is new'),
  whoIsUpdated: () => msg('Who changes'),
  whoIsLeftAlone: () => msg('Who stays the same'),
  whoIsBlocked: (count: number, locale: string) =>
    plural(count, locale, {
      one: () => msg('Who this is'),
      other: () => msg('Who these are'),
    }),
  more: (count: number, locale: string) => msg(str`and ${formatNumber(count, locale)} more`),
  was: (count: string) => msg(str`before: ${count}`),
  sendInstructions: () => msg('Have Managed Backup email the new users their instructions'),
  byDestination: (column: string) => msg(str`By ${column}`),
  byPackage: () => msg('By Package'),
  capacity: (amount: string) => msg(str`The packages of the new users add up to ${amount}.`),
  capacityUnlimited: () => msg('At least one package of the new users is without limit.'),
  goneName: () => msg('No longer exists'),
  running: () => msg('Importing contacts'),
  started: () => msg('The import has started.'),
  progress: (done: number, total: number, locale: string) =>
    plural(total, locale, {
      one: () => msg(str`${formatNumber(done, locale)} of ${formatNumber(total, locale)} contact done`),
      other: () => msg(str`${formatNumber(done, locale)} of ${formatNumber(total, locale)} contacts done`),
    }),
  goesOn: () => msg('It goes on in the background: you may leave this page and come back.'),
  waiting: () => msg('Waiting for its turn'),
  unreachable: () => msg('The progress can’t be read for now; the run goes on.'),
  finished: () => msg('Import finished'),
  stopped: () => msg('The import stopped'),
  cancelled: () => msg('The import was cancelled'),
  held: () => msg('An import is held back.'),
  release: () => msg('Release the import'),
  drop: () => msg('Drop the import'),
  released: () => msg('Released. The import goes on.'),
  dropped: () => msg('Dropped. No user was changed.'),
  notDecided: () => msg('The import is still held back.'),
  cancelling: () => msg('The import is being cancelled; what is under way is finished first.'),
  stopping: () => msg('Stopping'),
  notCancelled: () => msg('The import could not be cancelled; it goes on.'),
  retryFailed: (count: number, locale: string) => msg(str`Retry failed (${formatNumber(count, locale)})`),
  notRetried: () => msg('The failed contacts were not retried.'),
  created: () => msg('Created'),
  updated: () => msg('Updated'),
  unchanged: () => msg('Unchanged'),
  failed: () => msg('Failed'),
  notAttempted: () => msg('Not attempted'),
  outOf: (count: number, locale: string) =>
    plural(count, locale, {
      one: () => msg(str`${formatNumber(count, locale)} contact in all`),
      other: () => msg(str`${formatNumber(count, locale)} contacts in all`),
    }),
  reasonsInRows: () => msg('The rows of the failed contacts say why, and what mends it.'),
  stillSelected: () => msg('These contacts are still selected.'),
} as const;

/** Words of a run that is held, in either kind. */
export type HeldText = Pick<typeof refreshText, 'held' | 'release' | 'drop' | 'released' | 'dropped' | 'notDecided'>;

export function heldText(kind: RunKind): HeldText {
  return kind === 'import' ? importText : refreshText;
}
