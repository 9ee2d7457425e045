import type { Grid, GridDataProvider } from '@vaadin/grid';
import type { ContactItem } from '../../core/contract/index.ts';
import { type ContactRows, KEPT_PAGES } from './contact-list.ts';
import { type ContactSelection, isSelected } from './contact-selection.ts';

interface GridRowsParts {
  readonly grid: () => Grid<ContactItem>;
  readonly rows: () => ContactRows;
  readonly selection: () => ContactSelection;
  /** There are rows on screen now. */
  readonly handed: () => void;
}

/** Hands rows out to the grid page by page, and knows which ones it has. */
export class GridRows {
  readonly #parts: GridRowsParts;
  readonly #handedOut = new Map<number, readonly ContactItem[]>();

  constructor(parts: GridRowsParts) {
    this.#parts = parts;
  }

  readonly provide: GridDataProvider<ContactItem> = ({ page }, callback) => {
    const rows = this.#parts.rows();
    const hand = (items: readonly ContactItem[]) => {
      this.#handedOut.set(page, items);
      callback([...items], this.#parts.rows().total);
      // The grid itself never lets go of a row that it has been given.
      if (this.#handedOut.size > KEPT_PAGES) queueMicrotask(() => this.handOutAgain());
      this.markSelected();
      this.#parts.handed();
    };
    const items = rows.page(page);
    // A page that can't be loaded is told above the table; its rows stay empty until it is tried again.
    if (items instanceof Promise) items.then(hand, () => undefined);
    else hand(items);
  };

  /** The grid forgets all rows, and asks for those on screen at once. */
  handOutAgain(): void {
    this.#handedOut.clear();
    this.#parts.grid().clearCache();
  }

  /** Lets the grid mark selected rows, for the eye and for assistive technology. */
  markSelected(): void {
    const items = [...this.#handedOut.values()].flat();
    const selection = this.#parts.selection();
    this.#parts.grid().selectedItems = items.filter((item) => isSelected(selection, item));
  }
}
