import { contactsText } from '../text/contacts-text.ts';

/** A selection in numbers. */
export interface SelectionSummary {
  readonly count: number;
  /** Selected, but not shown at the moment. */
  readonly hidden: number;
  /** Whether all that the list shows are selected. */
  readonly isAll: boolean;
}

/** How many are selected, and how many of them the list hides. */
export function selectionWords({ count, hidden, isAll }: SelectionSummary, locale: string): string {
  if (count === 0) return contactsText.noneSelected();
  if (hidden > 0) return contactsText.selectedHidden(count, hidden, locale);
  return isAll && count > 1 ? contactsText.allSelected(count, locale) : contactsText.selected(count, locale);
}
