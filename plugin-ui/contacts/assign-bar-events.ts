import type { AssignmentChange } from './assignments.ts';

/** A destination or a package was chosen in the bar, or its box was emptied. */
export class BulkChoiceEvent extends Event {
  readonly change: AssignmentChange;

  constructor(change: AssignmentChange) {
    super('atc-bulk-choice');
    this.change = change;
  }
}

/** What is chosen is to be assigned to all that are selected. */
export class BulkAssignEvent extends Event {
  constructor() {
    super('atc-bulk-assign');
  }
}

/** The button was pressed while something is missing; the bar says what. */
export class BulkRefusedEvent extends Event {
  readonly why: string;

  constructor(why: string) {
    super('atc-bulk-refused');
    this.why = why;
  }
}

/** The choice made in a row is to be given to all that are selected. */
export class FillDownEvent extends Event {
  constructor() {
    super('atc-fill-down');
  }
}

declare global {
  interface HTMLElementEventMap {
    'atc-bulk-choice': BulkChoiceEvent;
    'atc-bulk-assign': BulkAssignEvent;
    'atc-bulk-refused': BulkRefusedEvent;
    'atc-fill-down': FillDownEvent;
  }
}
