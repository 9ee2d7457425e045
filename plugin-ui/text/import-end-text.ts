import { msg, str } from '@lit/localize';
import { formatNumber } from '../shared/format.ts';
import { plural } from '../shared/plural.ts';

/** How an import ended, in whole sentences. */
export const importEndText = {
  finished: () => msg('Import finished.'),
  stopped: () => msg('The import stopped.'),
  cancelled: () => msg('The import was cancelled.'),
  created: (count: number, locale: string) =>
    plural(count, locale, {
      one: () => msg(str`${formatNumber(count, locale)} user was created.`),
      other: () => msg(str`${formatNumber(count, locale)} users were created.`),
    }),
  updated: (count: number, locale: string) =>
    plural(count, locale, {
      one: () => msg(str`${formatNumber(count, locale)} user was updated.`),
      other: () => msg(str`${formatNumber(count, locale)} users were updated.`),
    }),
  unchanged: (count: number, locale: string) =>
    plural(count, locale, {
      one: () => msg(str`${formatNumber(count, locale)} user was left unchanged.`),
      other: () => msg(str`${formatNumber(count, locale)} users were left unchanged.`),
    }),
  failed: (count: number, locale: string) =>
    plural(count, locale, {
      one: () => msg(str`${formatNumber(count, locale)} contact failed.`),
      other: () => msg(str`${formatNumber(count, locale)} contacts failed.`),
    }),
  notAttempted: (count: number, locale: string) =>
    plural(count, locale, {
      one: () => msg(str`${formatNumber(count, locale)} contact was not attempted; nothing was done for it.`),
      other: () => msg(str`${formatNumber(count, locale)} contacts were not attempted; nothing was done for them.`),
    }),
} as const;
