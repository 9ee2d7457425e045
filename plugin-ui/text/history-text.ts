import { msg, str } from '@lit/localize';
import { formatNumber } from '../shared/format.ts';
import { isolated } from '../shared/isolated.ts';
import { plural } from '../shared/plural.ts';

/** Words of the history of runs. */
export const historyText = {
  heading: () => msg('Runs'),
  loading: () => msg('Loading…'),
  couldNotLoad: () => msg('The runs could not be loaded.'),
  none: () =>
    msg('There has been no run yet. Each Get Autotask Contacts and each Import Contacts will be listed here.'),
  more: () => msg('Show more'),
  by: (time: string, name: string) => msg(str`${time}, by ${isolated(name)}`),
  read: (count: number, locale: string) =>
    plural(count, locale, {
      one: () => msg(str`${formatNumber(count, locale)} contact read`),
      other: () => msg(str`${formatNumber(count, locale)} contacts read`),
    }),
  showContacts: () => msg('Contacts of this run'),
  export: () => msg('Export'),
  cancelled: () => msg('The run ends as soon as what is under way is finished.'),
  retried: () => msg('The failed contacts are imported once more.'),
  undone: () => msg('That was not done.'),
} as const;

/** How far a run is. */
export const runStateText = {
  queued: () => msg('Waiting'),
  running: () => msg('Running'),
  done: () => msg('Done'),
  held: () => msg('Held back'),
  failed: () => msg('Failed'),
  cancelled: () => msg('Cancelled'),
} as const;

/** Words of the contacts of a run. */
export const runItemsText = {
  list: () => msg('Contacts of the run'),
  show: () => msg('Show'),
  all: () => msg('All'),
  couldNotLoad: () => msg('The contacts of the run could not be loaded.'),
  none: () => msg('No contact of this run ended like that.'),
  open: () => msg('Not done yet'),
  option: (outcome: string, count: string) => msg(str`${outcome}: ${count}`),
} as const;
