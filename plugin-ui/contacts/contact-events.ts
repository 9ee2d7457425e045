import type { ContactItem } from '../../core/contract/index.ts';
import type { AssignmentChange } from './assignments.ts';
import type { ContactOrder } from './contact-list.ts';

/** A row's check box was pressed. */
export class ContactToggleEvent extends Event {
  readonly item: ContactItem;

  constructor(item: ContactItem) {
    super('atc-contact-toggle');
    this.item = item;
  }
}

/** The header's check box was pressed. */
export class AllToggleEvent extends Event {
  constructor() {
    super('atc-all-toggle');
  }
}

/** A destination or a package was chosen in a row. */
export class AssignEvent extends Event {
  readonly item: ContactItem;
  readonly change: AssignmentChange;
  /** The column, in the words of the screen. */
  readonly column: string;
  /** What was chosen, in the words of the screen; null when the choice was cleared. */
  readonly choice: string | null;

  constructor(assigned: Pick<AssignEvent, 'item' | 'change' | 'column' | 'choice'>) {
    super('atc-assign');
    this.item = assigned.item;
    this.change = assigned.change;
    this.column = assigned.column;
    this.choice = assigned.choice;
  }
}

/** A column's header was pressed. */
export class SortEvent extends Event {
  readonly order: ContactOrder;
  /** The column, in the words of the screen. */
  readonly column: string;

  constructor(order: ContactOrder, column: string) {
    super('atc-sort');
    this.order = order;
    this.column = column;
  }
}

declare global {
  interface HTMLElementEventMap {
    'atc-contact-toggle': ContactToggleEvent;
    'atc-all-toggle': AllToggleEvent;
    'atc-assign': AssignEvent;
    'atc-sort': SortEvent;
  }
}
