import { msg, str } from '@lit/localize';
import { formatNumber } from '../shared/format.ts';
import { isolated } from '../shared/isolated.ts';
import { plural } from '../shared/plural.ts';

/** Words of choosing destinations and packages: the bar above the list, and the entries of the drop-downs. */
export const assignText = {
  heading: () => msg('Assign to the selected contacts'),
  choiceOf: (column: string) => msg(str`${column} to assign`),
  assign: (count: number, locale: string) =>
    count === 0
      ? msg('Assign to contacts')
      : plural(count, locale, {
          one: () => msg(str`Assign to ${formatNumber(count, locale)} contact`),
          other: () => msg(str`Assign to ${formatNumber(count, locale)} contacts`),
        }),
  nothingSelected: () => msg('Tick the check boxes of the contacts to assign to.'),
  nothingChosen: () => msg('Choose what to assign first.'),
  assigned: (what: string, count: number, locale: string) =>
    plural(count, locale, {
      one: () => msg(str`Saved for ${formatNumber(count, locale)} contact: ${what}.`),
      other: () => msg(str`Saved for ${formatNumber(count, locale)} contacts: ${what}.`),
    }),
  notAssigned: () => msg('Nothing was assigned.'),
  unknown: () => msg('It is not known whether the choice was saved.'),
  offer: (name: string, choice: string) => msg(str`${isolated(name)} has got “${isolated(choice)}”.`),
  applyToAll: (count: number, locale: string) =>
    plural(count, locale, {
      one: () => msg(str`Apply to ${formatNumber(count, locale)} selected`),
      other: () => msg(str`Apply to all ${formatNumber(count, locale)} selected`),
    }),
  destinationDetails: (kind: string, account: string, count: number, locale: string) =>
    count === 0
      ? msg(str`${kind} in ${account}, no contacts yet`)
      : plural(count, locale, {
          one: () => msg(str`${kind} in ${account}, assigned to ${formatNumber(count, locale)} contact`),
          other: () => msg(str`${kind} in ${account}, assigned to ${formatNumber(count, locale)} contacts`),
        }),
  packageDetails: (limit: string, count: number, locale: string) =>
    count === 0
      ? msg(str`${limit}, no contacts yet`)
      : plural(count, locale, {
          one: () => msg(str`${limit}, assigned to ${formatNumber(count, locale)} contact`),
          other: () => msg(str`${limit}, assigned to ${formatNumber(count, locale)} contacts`),
        }),
  nothingMatches: () => msg('Nothing matches what is typed.'),
  noLimit: () => msg('No limit'),
  toldApart: (name: string, difference: string) => msg(str`${name} — ${difference}`),
  counted: (label: string, number: number) => msg(str`${label} (${number})`),
} as const;
