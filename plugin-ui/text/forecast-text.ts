import { msg, str } from '@lit/localize';
import { formatNumber } from '../shared/format.ts';
import { plural } from '../shared/plural.ts';

/** Words of the forecast: what the next refresh takes, and how the hour's calls stand. */
export const forecastText = {
  next: (calls: number, locale: string) =>
    plural(calls, locale, {
      one: () => msg(str`The next refresh takes about ${formatNumber(calls, locale)} call.`),
      other: () => msg(str`The next refresh takes about ${formatNumber(calls, locale)} calls.`),
    }),
  inFull: (calls: number, locale: string) =>
    plural(calls, locale, {
      one: () => msg(str`Getting everything anew takes about ${formatNumber(calls, locale)} call.`),
      other: () => msg(str`Getting everything anew takes about ${formatNumber(calls, locale)} calls.`),
    }),
  left: (left: number, limit: number, locale: string) =>
    msg(str`${formatNumber(left, locale)} of ${formatNumber(limit, locale)} calls are left this hour.`),
  leftBesideOthers: (left: number, limit: number, others: number, locale: string) =>
    msg(
      str`${formatNumber(left, locale)} of ${formatNumber(limit, locale)} calls are left this hour; other programs used ${formatNumber(others, locale)}.`,
    ),
  tooFew: () => msg('That is not enough for the next refresh: wait some minutes, or let other programs rest.'),
  fewLeft: () => msg('Three quarters of the hour’s calls are used, so Autotask answers more slowly.'),
} as const;
