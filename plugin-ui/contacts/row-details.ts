import type { Grid } from '@vaadin/grid';
import type { ContactItem } from '../../core/contract/index.ts';

/** The id of the column that has the buttons. */
export const DETAILS_COLUMN = 'details-column';

/** Which rows of the table have their details open. */
export class RowDetails {
  opened: readonly ContactItem[] = [];

  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  isOpen({ id }: ContactItem): boolean {
    return this.opened.some((other) => other.id === id);
  }

  toggle(item: ContactItem): void {
    const others = this.opened.filter(({ id }) => id !== item.id);
    this.opened = this.isOpen(item) ? others : [...others, item];
    this.#changed();
  }

  /** Escape in the details, or on their button, closes them and leads back to the button. */
  closeByKey(event: KeyboardEvent, grid: Grid<ContactItem>): void {
    if (event.key !== 'Escape') return;
    const { section, column, item } = grid.getEventContext(event);
    const isInDetails = section === 'details' || column?.id === DETAILS_COLUMN;
    if (item === undefined || !isInDetails || !this.isOpen(item)) return;
    // The grid would put the focus back on the details, which are gone.
    event.stopPropagation();
    this.toggle(item);
    grid.querySelector<HTMLElement>(`[data-details="${CSS.escape(item.id)}"]`)?.focus();
  }
}
