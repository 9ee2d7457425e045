import type { ContactFilterQuery, SelectionBody } from '../../core/contract/index.ts';
import { isSameFilter, isWithin, type KnownContact } from './contact-filter.ts';

type KnownContacts = ReadonlyMap<string, KnownContact>;

/** Single contacts, kept by id. */
interface ChosenContacts {
  readonly kind: 'chosen';
  readonly contacts: KnownContacts;
}

/** All that match a filter, but some. */
interface AllContacts {
  readonly kind: 'all';
  readonly filter: ContactFilterQuery;
  readonly except: KnownContacts;
  /** How many match the filter, as the list last said. */
  readonly matching: number;
}

/** What the header's check box shows. */
export type HeaderState = 'none' | 'some' | 'all';

/** How many contacts the list shows, and how many of them match the filter of the selection, too. */
interface ShownCounts {
  readonly total: number;
  readonly matchingBoth: number;
}

/**
 * The contacts that an action is for. A change of filter, sort or scroll position leaves it alone.
 *
 * - chosen: ticked one by one.
 * - all: the header's check box; ticking a row off adds it to the exceptions.
 */
export type ContactSelection = ChosenContacts | AllContacts;

export const NO_CONTACTS: ContactSelection = { kind: 'chosen', contacts: new Map() };

export function allContacts(filter: ContactFilterQuery, matching: number): ContactSelection {
  return { kind: 'all', filter, except: new Map(), matching };
}

export function chosenContacts(items: Iterable<KnownContact>): ContactSelection {
  return { kind: 'chosen', contacts: new Map([...items].map((item) => [item.id, item])) };
}

export function countOf(selection: ContactSelection): number {
  return selection.kind === 'all' ? selection.matching - selection.except.size : selection.contacts.size;
}

export function isSelected(selection: ContactSelection, item: KnownContact): boolean {
  if (selection.kind === 'chosen') return selection.contacts.has(item.id);
  return isWithin(selection.filter, item) && !selection.except.has(item.id);
}

/** Whether the row can be ticked: one outside "all that match" can't be added to it. */
export function isSelectable(selection: ContactSelection, item: KnownContact): boolean {
  return selection.kind === 'chosen' || isWithin(selection.filter, item);
}

/** The selection with one contact ticked or, if it was ticked, not. */
export function toggled(selection: ContactSelection, item: KnownContact): ContactSelection {
  if (!isSelectable(selection, item)) return selection;
  if (selection.kind === 'all') return { ...selection, except: toggledIn(selection.except, item) };
  return { ...selection, contacts: toggledIn(selection.contacts, item) };
}

/**
 * How many of the selected contacts the list does not show. Of all that match another filter only the server knows how
 * many match the list's as well.
 */
export function hiddenCount(selection: ContactSelection, filter: ContactFilterQuery, matchingBoth: number): number {
  if (selection.kind === 'chosen') return countWhere(selection.contacts, (item) => !isWithin(filter, item));
  if (isSameFilter(selection.filter, filter)) return 0;
  return countOf(selection) - matchingBoth + countWhere(selection.except, (item) => isWithin(filter, item));
}

/** The header's check box: none, some, or all of the contacts that the list shows by the filter. */
export function headerState(
  selection: ContactSelection,
  filter: ContactFilterQuery,
  { total, matchingBoth }: ShownCounts,
): HeaderState {
  if (countOf(selection) === 0) return 'none';
  const isAll =
    selection.kind === 'all' && isSameFilter(selection.filter, filter)
      ? selection.except.size === 0
      : countOf(selection) - hiddenCount(selection, filter, matchingBoth) === total;
  return isAll ? 'all' : 'some';
}

/** What is left of chosen contacts when all that the filter leaves are taken out of them. */
export function without({ contacts }: ChosenContacts, filter: ContactFilterQuery): ContactSelection {
  return chosenContacts([...contacts.values()].filter((item) => !isWithin(filter, item)));
}

/** All that match the selection's filter, but these as well. */
export function withExceptions(all: AllContacts, items: readonly KnownContact[]): ContactSelection {
  return { ...all, except: new Map([...all.except.values(), ...items].map((item) => [item.id, item])) };
}

/** The same without the exceptions that the list's filter leaves. */
export function withoutExceptions(all: AllContacts, filter: ContactFilterQuery): ContactSelection {
  return { ...all, except: new Map([...all.except].filter(([, item]) => !isWithin(filter, item))) };
}

/** What is sent with an action. */
export function selectionBody(selection: ContactSelection): SelectionBody {
  if (selection.kind === 'chosen') return { ids: [...selection.contacts.keys()] };
  return { filter: selection.filter, except: [...selection.except.keys()] };
}

function countWhere(contacts: KnownContacts, holds: (contact: KnownContact) => boolean): number {
  return [...contacts.values()].filter(holds).length;
}

function toggledIn(contacts: KnownContacts, item: KnownContact): KnownContacts {
  const changed = new Map(contacts);
  if (!changed.delete(item.id)) changed.set(item.id, item);
  return changed;
}
