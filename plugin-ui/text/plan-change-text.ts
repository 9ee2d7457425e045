import { msg, str } from '@lit/localize';
import { formatNumber } from '../shared/format.ts';
import { plural } from '../shared/plural.ts';

/** What an import would do now, and what its preview said: a sentence for each effect whose number has changed. */
export const planChangeText = {
  create: (now: number, before: number, locale: string) =>
    plural(now, locale, {
      one: () =>
        msg(
          str`${formatNumber(now, locale)} user would be created now; the preview said ${formatNumber(before, locale)}.`,
        ),
      other: () =>
        msg(
          str`${formatNumber(now, locale)} users would be created now; the preview said ${formatNumber(before, locale)}.`,
        ),
    }),
  update: (now: number, before: number, locale: string) =>
    plural(now, locale, {
      one: () =>
        msg(
          str`${formatNumber(now, locale)} user would be updated now; the preview said ${formatNumber(before, locale)}.`,
        ),
      other: () =>
        msg(
          str`${formatNumber(now, locale)} users would be updated now; the preview said ${formatNumber(before, locale)}.`,
        ),
    }),
  unchanged: (now: number, before: number, locale: string) =>
    plural(now, locale, {
      one: () =>
        msg(
          str`${formatNumber(now, locale)} user would be left alone now; the preview said ${formatNumber(before, locale)}.`,
        ),
      other: () =>
        msg(
          str`${formatNumber(now, locale)} users would be left alone now; the preview said ${formatNumber(before, locale)}.`,
        ),
    }),
  blocked: (now: number, before: number, locale: string) =>
    plural(now, locale, {
      one: () =>
        msg(
          str`${formatNumber(now, locale)} contact is blocked now; the preview said ${formatNumber(before, locale)}.`,
        ),
      other: () =>
        msg(
          str`${formatNumber(now, locale)} contacts are blocked now; the preview said ${formatNumber(before, locale)}.`,
        ),
    }),
  values: () => msg('The numbers are the same, but some contacts or users have other values now.'),
} as const;
