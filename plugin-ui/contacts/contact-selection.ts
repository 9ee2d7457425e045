import type { ContactFilterQuery, ContactItem, SelectionBody } from '../../core/contract/index.ts';

/** What the selection keeps of a contact. */
export type ChosenContact = Pick<ContactItem, 'id' | 'active'>;

/** Single contacts, kept by id. */
interface ChosenContacts {
  readonly kind: 'chosen';
  readonly contacts: ReadonlyMap<string, ChosenContact>;
}

/** All that match a filter, but some. */
interface AllContacts {
  readonly kind: 'all';
  readonly filter: ContactFilterQuery;
  readonly except: ReadonlySet<string>;
  /** How many match the filter, as the list last said. */
  readonly matching: number;
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
  return { kind: 'all', filter, except: new Set(), matching };
}

export function chosenContacts(items: Iterable<ChosenContact>): ContactSelection {
  return { kind: 'chosen', contacts: new Map([...items].map((item) => [item.id, item])) };
}

export function countOf(selection: ContactSelection): number {
  return selection.kind === 'all' ? selection.matching - selection.except.size : selection.contacts.size;
}

export function isSelected(selection: ContactSelection, item: ChosenContact): boolean {
  if (selection.kind === 'chosen') return selection.contacts.has(item.id);
  return isWithin(selection.filter, item) && !selection.except.has(item.id);
}

/** Whether the row can be ticked: one outside "all that match" can't be added to it. */
export function isSelectable(selection: ContactSelection, item: ChosenContact): boolean {
  return selection.kind === 'chosen' || isWithin(selection.filter, item);
}

/** The selection with one contact ticked or, if it was ticked, not. */
export function toggled(selection: ContactSelection, item: ChosenContact): ContactSelection {
  if (!isSelectable(selection, item)) return selection;
  if (selection.kind === 'all') return { ...selection, except: toggledIn(selection.except, item.id) };
  const contacts = new Map(selection.contacts);
  if (!contacts.delete(item.id)) contacts.set(item.id, item);
  return { kind: 'chosen', contacts };
}

/** How many of the chosen contacts the list does not show at the moment. */
export function hiddenCount(selection: ContactSelection, filter: ContactFilterQuery): number {
  if (selection.kind === 'all') return 0;
  return [...selection.contacts.values()].filter((item) => !isWithin(filter, item)).length;
}

/** The header's check box: none, some, or all of what the list shows. */
export function headerState(selection: ContactSelection): 'none' | 'some' | 'all' {
  if (countOf(selection) === 0) return 'none';
  return selection.kind === 'all' && selection.except.size === 0 ? 'all' : 'some';
}

/** What is sent with an action. */
export function selectionBody(selection: ContactSelection): SelectionBody {
  if (selection.kind === 'chosen') return { ids: [...selection.contacts.keys()] };
  return { filter: selection.filter, except: [...selection.except] };
}

function isWithin(filter: ContactFilterQuery, item: ChosenContact): boolean {
  return filter.active === undefined || filter.active === item.active;
}

function toggledIn(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const changed = new Set(ids);
  if (!changed.delete(id)) changed.add(id);
  return changed;
}
